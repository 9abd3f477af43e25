import { isRecord } from '../contract/validate.js';
import { observe } from '../model/actions.js';
import type { JsonObject, JsonValue, ModelCall } from '../model/local-model.js';
import { wireText } from '../model/wire-text.js';
import { actionTools } from './actions.js';
import { ArgumentFault } from './argument-fault.js';
import type { ChatReply } from './chat-types.js';
import { finishName, type ToolCatalog } from './tool-catalog.js';

const ending = new Set(['return', 'throw']);
/** The wire takes no more in one program; some are added here. */
const maxCalls = 90;

/** The program of a reply, with the look at the page that must follow. Throws an ArgumentFault that the model may read. */
export function readReply(
  reply: ChatReply,
  { clientTools }: ToolCatalog,
  schema: JsonObject | undefined,
): ModelCall[] {
  if (reply.refusal !== undefined) throw new ArgumentFault(`the model refused: ${reply.refusal}`);
  if (reply.finishReason === 'length')
    throw new ArgumentFault('the reply was longer than the model may write');
  if (reply.toolCalls.length === 0)
    throw new ArgumentFault(
      reply.content === ''
        ? 'the reply calls no tool'
        : `the reply calls no tool, it says: ${reply.content}`,
    );
  if (reply.toolCalls.length > maxCalls)
    throw new ArgumentFault(
      `the reply calls ${reply.toolCalls.length} tools, more than ${maxCalls}`,
    );
  const calls = reply.toolCalls.map(({ name, arguments: given }): ModelCall => {
    const values = readArguments(name, given);
    if (name === finishName) return { name: 'return', input: answerOf(values, schema) };
    const action = Object.hasOwn(actionTools, name) ? actionTools[name] : undefined;
    if (action)
      return { name: action.wireName, input: located(name, () => action.toInput(values)) };
    const tool = clientTools.get(name);
    if (tool === undefined) throw new ArgumentFault(`there is no tool ${name}`);
    return { name: tool, input: wireValue(values) };
  });
  const thought: ModelCall[] =
    reply.content.trim() === '' ? [] : [{ name: 'think', input: [wireText(reply.content.trim())] }];
  const end = calls.findIndex(({ name }) => ending.has(name));
  return end === -1 ? [...thought, ...calls, ...observe] : [...thought, ...calls.slice(0, end + 1)];
}

function readArguments(tool: string, given: unknown): JsonObject {
  let values = given;
  if (typeof given === 'string') {
    try {
      values = given.trim() === '' ? {} : JSON.parse(given);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new ArgumentFault(`the arguments of ${tool} are not JSON: ${given.slice(0, 200)}`);
    }
  }
  // Parsed from JSON, here or with the whole answer.
  if (isRecord(values ?? {})) return (values ?? {}) as JsonObject;
  throw new ArgumentFault(
    `the arguments of ${tool} must be an object, are ${JSON.stringify(values)}`,
  );
}

function located<T>(tool: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ArgumentFault) throw new ArgumentFault(`${tool}: ${error.message}`);
    throw error;
  }
}

/** With a schema the answer is JSON. A model that gives an object as text meant the object. */
function answerOf({ value }: JsonObject, schema: JsonObject | undefined): JsonValue[] {
  if (!schema)
    return value === undefined || value === null
      ? []
      : [typeof value === 'string' ? value : JSON.stringify(value)];
  if (value === undefined) throw new ArgumentFault(`${finishName}: value is required`);
  return [
    typeof value === 'string' && !mayBeText(schema) && isJson(value)
      ? value
      : JSON.stringify(value),
  ];
}

function mayBeText({ type, enum: words, const: word, anyOf, oneOf, $ref }: JsonObject): boolean {
  const types = [type].flat();
  return (
    types.includes('string') ||
    (type === undefined && [words, word, anyOf, oneOf, $ref].some((each) => each !== undefined))
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function wireValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') return wireText(value);
  if (Array.isArray(value)) return value.map(wireValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [wireText(name), wireValue(inner)]),
  );
}
