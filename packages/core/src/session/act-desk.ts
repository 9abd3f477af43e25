import type { ActEnvironment } from '../act/act-environment.js';
import { type ActOptions, checkActOptions, checkPrompt } from '../act/act-options.js';
import { PauseGate } from '../act/pause-gate.js';
import { type ActOutcome, runAct } from '../act/run-act.js';
import { systemClock } from '../deadline/clock.js';
import { ActError, SessionBusyError } from '../errors/index.js';
import type { CompiledSchema } from '../schema/index.js';
import type { NovaActTool } from '../tools/tool.js';
import type { SessionPath } from '../wire/operations.js';
import type { EventHub } from './event-hub.js';
import type { NovaActOptions } from './nova-act-options.js';
import type { Session } from './session.js';
import { noteTrace, type SessionListeners } from './session-listeners.js';

export interface ActDeskInput {
  readonly session: Session;
  readonly options: NovaActOptions;
  readonly tools: ReadonlyMap<string, NovaActTool>;
  readonly hub: EventHub;
  readonly traces: SessionListeners['traces'];
  /** What ends every act of the session. */
  readonly signals: readonly (AbortSignal | undefined)[];
}

/** Takes what a session is asked to do, one thing at a time: one browser does not take two. */
export class ActDesk {
  readonly gate = new PauseGate();
  readonly #input: ActDeskInput;
  #busy: Promise<unknown> | undefined;

  constructor(input: ActDeskInput) {
    this.#input = input;
  }

  /** Runs an act. @throws ValidationError and SessionBusyError before anything is sent; ActError */
  async act(
    { path, prompt, options }: { path: () => SessionPath; prompt: string; options: ActOptions },
    schema: CompiledSchema | undefined,
  ): Promise<ActOutcome> {
    checkPrompt(prompt);
    const checked = checkActOptions(options);
    const { session, traces } = this.#input;
    const env = this.#environment(path());
    try {
      const outcome = await this.exclusively(() => runAct(env, prompt, checked, schema));
      noteTrace(traces, outcome.metadata);
      return outcome;
    } catch (error) {
      if (error instanceof SessionBusyError) throw error;
      if (error instanceof ActError) noteTrace(traces, error.metadata);
      session.allSucceeded = false;
      throw error;
    }
  }

  /** @throws SessionBusyError, at once, while something else runs */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    if (this.#busy) {
      throw new SessionBusyError(
        'This session is busy: one browser takes one act at a time. Await it, or start another NovaAct.',
      );
    }
    const working = work();
    this.#busy = working;
    try {
      return await working;
    } finally {
      this.#busy = undefined;
    }
  }

  /** Resolves when nothing runs any more, however it ended. */
  async idle(): Promise<void> {
    await Promise.allSettled([this.#busy]);
  }

  #environment(path: SessionPath): ActEnvironment {
    const { session, options, tools, hub, signals } = this.#input;
    return {
      service: session.run.service,
      actuator: session.actuator,
      path,
      tools,
      human: options.humanInput,
      guardrail: options.stateGuardrail,
      gate: this.gate,
      looseEnds: session.looseEnds,
      clock: systemClock,
      logger: session.logger,
      signals,
      emit: (event) => hub.emit(event),
    };
  }
}
