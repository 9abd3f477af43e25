import { AgentRedirectError } from '../errors/index.js';
import { thrownMessage } from '../errors/thrown-text.js';
import type { JsonValue } from '../wire/json.js';
import type { CallScope } from './call-scope.js';
import type { NovaActEvent } from './events.js';
import type { ExecutedCall, Program, ProgramCall } from './program.js';
import { runCall } from './run-call.js';
import type { CallEnd } from './step-memory.js';
import { FieldNote } from './typed-text.js';

/** How the agent ended the act, when it did. */
export type Ending =
  | { kind: 'return'; response: string | undefined }
  | { kind: 'throw'; message: string };

export interface ProgramOutcome {
  /** One for each call that was executed, in order. */
  results: ExecutedCall[];
  ending?: Ending;
}

/** Stamps an event of this step with where and when it happened. */
export type StepEmit = (event: CallEvent) => void;
type CallEvent =
  | Pick<Extract<NovaActEvent, { type: 'call.started' }>, 'type' | 'call'>
  | Pick<
      Extract<NovaActEvent, { type: 'call.finished' }>,
      'type' | 'call' | 'outcome' | 'text' | 'did' | 'target' | 'durationMs'
    >;

/**
 * Runs a program's calls in order. It ends at `return`, at `throw` and at the first failure; a
 * redirect is that call's result, and the program goes on, as the wire contract has it.
 */
export async function runProgram(
  program: Program,
  scope: CallScope,
  emit: StepEmit,
): Promise<ProgramOutcome> {
  const results: ExecutedCall[] = [];
  for (const call of program) {
    await scope.env.gate.pass(scope.signal);
    results.push(await runOne(call, scope, emit));
    const { action } = call;
    if (action.kind === 'return' || action.kind === 'throw') return { results, ending: action };
  }
  return { results };
}

async function runOne(call: ProgramCall, scope: CallScope, emit: StepEmit): Promise<ExecutedCall> {
  const { clock, secrets } = scope.env;
  const startedMs = clock.now();
  const field = new FieldNote();
  const isLook = call.action.kind === 'observe';
  let noted: ((end: CallEnd) => void) | undefined;
  const finish = (outcome: 'ok' | 'redirect' | 'failed', result: string, did?: JsonValue) => {
    const durationMs = clock.now() - startedMs;
    // What was seen has been gone through; in its picture any few letters are found by chance.
    const text = isLook && outcome === 'ok' ? result : secrets.redact(result);
    const shown = secrets.redact(did);
    const told = shown === undefined || shown === null ? {} : { did: shown };
    const view = (field.mayShow(outcome === 'ok') ? call.disclosed : undefined) ?? call.view;
    noted?.({ outcome, did: shown, secret: field.isSecret });
    const target = noted && scope.memory?.aimedAt;
    const aimed = target === undefined ? {} : { target };
    emit({ type: 'call.finished', call: view, outcome, text, ...told, ...aimed, durationMs });
    return { callId: call.callId, view, text, ...told };
  };
  emit({ type: 'call.started', call: call.view });
  try {
    noted = await scope.memory?.begin(call.action, scope.signal);
    const { value, did, heard } = await runCall(call.action, scope, field);
    const text = JSON.stringify(value ?? null);
    return finish('ok', heard ? `${text}\n${heard}` : text, did);
  } catch (error) {
    const why = thrownMessage(error);
    const text = error instanceof Error ? `${error.name}: ${why}` : why;
    if (error instanceof AgentRedirectError) return finish('redirect', text);
    finish('failed', text);
    throw error;
  }
}
