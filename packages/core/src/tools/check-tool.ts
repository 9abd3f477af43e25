import { ValidationError } from '../errors/index.js';
import type { Schema } from '../schema/index.js';
import type { ToolDefinition } from './tool-definition.js';
import { isReserved, isToolName } from './tool-names.js';

// https://docs.aws.amazon.com/nova-act/latest/APIReference (ToolSpec: description)
export const MAX_DESCRIPTION = 10_000;
/** The longest timer there is. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** A tool's definition as anything may hand it in. */
type Checkable = { readonly [Member in keyof ToolDefinition<Schema>]?: unknown };

/** @throws ValidationError that names what of a tool cannot be used */
export function checkTool(definition: Checkable): void {
  const { name, description, execute, timeoutMs, onError } = definition;
  if (!isToolName(name)) {
    throw new ValidationError('is not a tool name', {
      field: 'tool.name',
      value: name,
      remedy: 'Use 1 to 64 letters, digits, "_" or "-".',
    });
  }
  const refuse = (member: string, value: unknown, problem: string, remedy: string): never => {
    throw new ValidationError(problem, { field: `tool ${name}.${member}`, value, remedy });
  };
  if (isReserved(name)) {
    throw new ValidationError('is the name of a built-in action', {
      field: 'tool.name',
      value: name,
      remedy: 'Choose another name.',
    });
  }
  const { length } = typeof description === 'string' ? description : '';
  if (length < 1 || length > MAX_DESCRIPTION) {
    refuse(
      'description',
      description,
      'has no usable description',
      `Describe the tool in 1 to ${MAX_DESCRIPTION} characters: the agent decides by it.`,
    );
  }
  if (typeof execute !== 'function') {
    refuse('execute', execute, 'is not a function', 'Pass the function that does the work.');
  }
  if (timeoutMs !== undefined && !isTimeout(timeoutMs)) {
    refuse('timeoutMs', timeoutMs, 'is not a time', 'Give milliseconds above 0.');
  }
  if (onError !== undefined && onError !== 'end' && onError !== 'tell') {
    refuse('onError', onError, 'is not known', "Use 'end' or 'tell'.");
  }
}

function isTimeout(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value <= MAX_TIMEOUT_MS;
}
