import { ActBadResponseError } from '../errors/index.js';
import type { JsonValue } from '../wire/json.js';
import type { InvokeActStepOutput, WireCall } from '../wire/operations.js';
import { MAX_JSON_DEPTH, nestsTooDeep } from '../wire/parse-json.js';
import { isId } from './ids.js';
import { type Answer, objectOf } from './transport/answer.js';
import { factsOf } from './transport/translate-error.js';

/** @throws ActBadResponseError when the member is not there or no id. */
export function readId(answer: Answer, member: string): string {
  const value = bodyOf(answer)[member];
  if (isId(value)) return value;
  throw bad(answer, `${member} is ${value === undefined ? 'missing' : 'not an id'}`);
}

/** @throws ActBadResponseError */
export function readStep(answer: Answer): InvokeActStepOutput {
  const { calls } = bodyOf(answer);
  const stepId = readId(answer, 'stepId');
  if (!Array.isArray(calls)) throw bad(answer, 'calls is not a list');
  return { stepId, calls: calls.map((call: unknown, index) => readCall(answer, call, index)) };
}

function readCall(answer: Answer, call: unknown, index: number): WireCall {
  const { callId, name, input } = (call ?? {}) as Record<string, unknown>;
  if (typeof callId !== 'string') throw bad(answer, `calls[${index}].callId is not a text`);
  if (typeof name !== 'string') throw bad(answer, `calls[${index}].name is not a text`);
  if (input === undefined) throw bad(answer, `calls[${index}].input is missing`);
  return { callId, name, input: input as JsonValue };
}

/** For operations that answer nothing: an empty body will do, anything else must be an object. */
export function readNothing(answer: Answer): void {
  if (answer.body !== '') bodyOf(answer);
}

/** @throws ActBadResponseError when it is no JSON object. */
export function bodyOf(answer: Answer): Record<string, unknown> {
  const body = objectOf(answer.body);
  if (body) return body;
  if (nestsTooDeep(answer.body))
    throw bad(answer, `the body is nested deeper than ${MAX_JSON_DEPTH} levels`);
  throw bad(answer, 'the body is not a JSON object');
}

export function bad(answer: Answer, what: string): ActBadResponseError {
  const { operation } = answer;
  const facts = { ...factsOf(answer), mayHaveExecuted: true };
  return new ActBadResponseError(`${operation}: unusable answer: ${what}`, facts);
}
