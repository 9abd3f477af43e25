import { ActBadResponseError } from '../errors/index.js';
import type { JsonValue } from '../wire/json.js';
import type { InvokeActStepOutput, WireCall, WorkflowRunStatus } from '../wire/operations.js';
import { type Answer, objectOf } from './transport/answer.js';
import { factsOf } from './transport/translate-error.js';

/** Ids go into paths of later requests: one that could change a path is not taken. */
const ID = /^[A-Za-z0-9_-]{1,128}$/;
const RUN_STATUSES: readonly WorkflowRunStatus[] = [
  'RUNNING',
  'SUCCEEDED',
  'FAILED',
  'TIMED_OUT',
  'DELETING',
];

/** @throws ActBadResponseError when the member is not there or no id. */
export function readId(answer: Answer, member: string): string {
  const value = bodyOf(answer)[member];
  if (typeof value === 'string' && ID.test(value)) return value;
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

/** @throws ActBadResponseError */
export function readRunStatus(answer: Answer): WorkflowRunStatus {
  const { status } = bodyOf(answer);
  const known = RUN_STATUSES.find((candidate) => candidate === status);
  if (known) return known;
  throw bad(answer, 'status is not that of a run');
}

/** For operations that answer nothing: an empty body will do, anything else must be an object. */
export function readNothing(answer: Answer): void {
  if (answer.body !== '') bodyOf(answer);
}

function bodyOf(answer: Answer): Record<string, unknown> {
  const body = objectOf(answer.body);
  if (body) return body;
  throw bad(answer, 'the body is not a JSON object');
}

function bad(answer: Answer, what: string): ActBadResponseError {
  const { operation } = answer;
  return new ActBadResponseError(`${operation}: unusable answer: ${what}`, factsOf(answer));
}
