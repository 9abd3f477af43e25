import { AgentRedirectError } from '../errors/index.js';
import { thrownText } from '../errors/thrown-text.js';
import type { CallResult } from '../wire/operations.js';
import type { NovaActEvent } from './events.js';
import type { Program, ProgramCall } from './program.js';
import { type CallScope, runCall } from './run-call.js';

/** How the agent ended the act, when it did. */
export type Ending =
  | { kind: 'return'; response: string | undefined }
  | { kind: 'throw'; message: string };

export interface ProgramOutcome {
  /** One for each call that was executed, in order. */
  results: CallResult[];
  ending?: Ending;
}

/** Stamps an event of this step with where and when it happened. */
export type StepEmit = (event: CallEvent) => void;
type CallEvent =
  | Pick<Extract<NovaActEvent, { type: 'call.started' }>, 'type' | 'call'>
  | Pick<
      Extract<NovaActEvent, { type: 'call.finished' }>,
      'type' | 'call' | 'outcome' | 'text' | 'durationMs'
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
  const results: CallResult[] = [];
  for (const call of program) {
    await scope.env.gate.pass(scope.signal);
    const text = await runOne(call, scope, emit);
    results.push({ callId: call.callId, content: [{ text }] });
    const { action } = call;
    if (action.kind === 'return' || action.kind === 'throw') return { results, ending: action };
  }
  return { results };
}

async function runOne(call: ProgramCall, scope: CallScope, emit: StepEmit): Promise<string> {
  const { clock } = scope.env;
  const startedMs = clock.now();
  const finish = (outcome: 'ok' | 'redirect' | 'failed', text: string) => {
    const durationMs = clock.now() - startedMs;
    emit({ type: 'call.finished', call: call.view, outcome, text, durationMs });
    return text;
  };
  emit({ type: 'call.started', call: call.view });
  try {
    const value = await runCall(call.action, scope);
    return finish('ok', JSON.stringify(value ?? null));
  } catch (error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : thrownText(error);
    if (error instanceof AgentRedirectError) return finish('redirect', text);
    finish('failed', text);
    throw error;
  }
}
