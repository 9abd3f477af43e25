import { ValidationError } from '../errors/index.js';
import {
  type CompiledSchema,
  compileSchema,
  type Schema,
  type SchemaOutput,
} from '../schema/index.js';
import type { ToolSpec } from '../wire/operations.js';

/** What a tool is given beside its input. */
export interface ToolContext {
  /** Aborted when the act ends early; stop what you are doing. */
  signal: AbortSignal;
  sessionId: string;
  actId: string;
  workflowRunId: string;
}

export interface ToolDefinition<S extends Schema> {
  /** What the agent calls it: 1–64 letters, digits, `_` or `-`; not the name of a built-in action. */
  name: string;
  /** When to use it and what it gives: the agent decides by this text. 1–10,000 characters. */
  description: string;
  /** What `execute` takes: a JSON Schema of an object, or a Standard Schema of one. */
  inputSchema: S;
  /**
   * Does the work. What it returns goes to the agent as JSON. Throw `AgentRedirectError` to have the
   * agent try another way; anything else thrown ends the act with `ActToolError`.
   */
  execute(input: SchemaOutput<S>, context: ToolContext): unknown;
}

/** A tool made ready by `tool()`; pass it in `tools`. */
export interface NovaActTool {
  readonly name: string;
  readonly spec: ToolSpec;
  readonly input: CompiledSchema;
  execute(input: unknown, context: ToolContext): unknown;
}

// https://docs.aws.amazon.com/nova-act/latest/APIReference (ToolSpec: name, description)
const NAME = /^[a-zA-Z0-9_-]{1,64}$/;
const MAX_DESCRIPTION = 10_000;

/** Names the agent already uses for something else. */
const RESERVED = new Set([
  'agentClick',
  'agentHover',
  'agentScroll',
  'agentType',
  'goToUrl',
  'wait',
  'waitForPageToSettle',
  'takeObservation',
  'think',
  'return',
  'throw',
  'throwAgentError',
  'human_Approve',
  'human_UiTakeover',
]);

/**
 * Makes a function of yours something the agent can call during an act.
 * @throws ValidationError for an unusable name, description or schema.
 */
export function tool<const S extends Schema>(definition: ToolDefinition<S>): NovaActTool {
  const { name, description, inputSchema } = definition;
  if (typeof name !== 'string' || !NAME.test(name)) {
    throw new ValidationError('is not a tool name', {
      field: 'tool.name',
      value: name,
      remedy: 'Use 1 to 64 letters, digits, "_" or "-".',
    });
  }
  if (RESERVED.has(name)) {
    throw new ValidationError('is the name of a built-in action', {
      field: 'tool.name',
      value: name,
      remedy: 'Choose another name.',
    });
  }
  if (
    typeof description !== 'string' ||
    description.length < 1 ||
    description.length > MAX_DESCRIPTION
  ) {
    throw new ValidationError('has no usable description', {
      field: `tool ${name}.description`,
      value: description,
      remedy: `Describe the tool in 1 to ${MAX_DESCRIPTION} characters: the agent decides by it.`,
    });
  }
  if (typeof definition.execute !== 'function') {
    throw new ValidationError('is not a function', {
      field: `tool ${name}.execute`,
      value: definition.execute,
      remedy: 'Pass the function that does the work.',
    });
  }
  const input = compileSchema(inputSchema, `tool ${name}.inputSchema`);
  return {
    name,
    spec: { name, description, inputSchema: { json: input.json } },
    input,
    execute: (value, context) => definition.execute(value as SchemaOutput<S>, context),
  };
}
