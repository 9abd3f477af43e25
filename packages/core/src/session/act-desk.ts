import type { ActEnvironment } from '../act/act-environment.js';
import type { ActOptions, MemoryMode } from '../act/act-options.js';
import { checkActOptions, checkPrompt } from '../act/check-act-options.js';
import { PauseGate } from '../act/pause-gate.js';
import { type ActOutcome, runAct } from '../act/run-act.js';
import type { OpenMemory } from '../act/step-memory.js';
import { ActError, SessionBusyError, ValidationError } from '../errors/index.js';
import { humanToolSpecs } from '../human/human-input.js';
import { ActMemory } from '../memory/act-memory.js';
import { NotedAct } from '../memory/noted-act.js';
import { redactedRecall } from '../memory/redacted-recall.js';
import { compileSchema, type Schema } from '../schema/index.js';
import type { Vault } from '../secrets/vault.js';
import type { NovaActTool } from '../tools/tool-definition.js';
import type { SessionPath } from '../wire/operations.js';
import type { ActWatcher } from './act-stream.js';
import type { EventHub } from './event-hub.js';
import type { Session } from './session.js';
import { noteTrace, type SessionListeners } from './session-listeners.js';
import type { SessionOptions } from './session-options.js';
import { recordedAct } from './trace/recorded-act.js';

export interface ActDeskInput {
  readonly session: Session;
  readonly options: SessionOptions;
  readonly tools: ReadonlyMap<string, NovaActTool>;
  readonly secrets: Vault;
  readonly hub: EventHub;
  readonly traces: SessionListeners['traces'];
  /** What ends every act of the session. */
  readonly signals: readonly (AbortSignal | undefined)[];
}

export interface ActAsked {
  readonly path: () => SessionPath;
  readonly prompt: string;
  readonly options: ActOptions & { readonly schema?: Schema | undefined };
  readonly watcher?: ActWatcher | undefined;
}

/** As long as the longest act. */
const DEFAULT_HUMAN_TIMEOUT_MS = 1_800_000;

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
    { path, prompt, options, watcher }: ActAsked,
    defaultSchema: Schema | undefined,
  ): Promise<ActOutcome> {
    const { session, traces, secrets, signals } = this.#input;
    checkPrompt(prompt);
    const checked = checkActOptions(options);
    secrets.checkPrompt(prompt, checked.variables);
    this.#checkMemory(checked.memory);
    const asked = options.schema ?? defaultSchema;
    const schema = asked === undefined ? undefined : compileSchema(asked, 'schema');
    const env = this.#environment(path(), watcher);
    try {
      const work = () => runAct(env, prompt, checked, schema);
      const { recorder } = session.actuator;
      const ends = [checked.signal, ...signals].filter((signal) => signal !== undefined);
      const outcome = await this.exclusively(() =>
        recorder ? recordedAct(work, { recorder, traces, ends }) : work(),
      );
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
    } catch (error) {
      throw this.#input.secrets.redactError(error);
    } finally {
      this.#busy = undefined;
    }
  }

  /** Resolves when nothing runs any more, however it ended. */
  async idle(): Promise<void> {
    await Promise.allSettled([this.#busy]);
  }

  #checkMemory(mode: MemoryMode | undefined): void {
    if (mode === undefined || mode === 'off' || this.#input.options.memory) return;
    throw new ValidationError('is of no use in a session without a memory', {
      field: 'memory',
      value: mode,
      remedy: "Start the session with one: memory: fileMemory('./acts').",
    });
  }

  #openMemory(): OpenMemory | undefined {
    const { session, options, tools, secrets } = this.#input;
    const { memory, logsDirectory } = options;
    if (!session.actuator.recall) return undefined;
    const recall = redactedRecall(session.actuator.recall, secrets.redact);
    const { clock, logger } = session;
    const specs = [
      ...[...tools.values()].map(({ spec }) => spec),
      ...humanToolSpecs(options.humanInput),
    ];
    return (act) => {
      if (memory && act.mode !== 'off') {
        return new ActMemory(act, { memory, recall, tools: specs, clock, logger });
      }
      // A trace tells how an act was done well enough to do it again.
      return logsDirectory === undefined ? undefined : new NotedAct(act, recall);
    };
  }

  #environment(path: SessionPath, watcher: ActWatcher | undefined): ActEnvironment {
    const { session, options, tools, secrets, hub, signals } = this.#input;
    const { onEvent, logsDirectory } = options;
    const { gate } = this;
    return {
      service: session.run.service,
      actuator: session.actuator,
      path,
      tools,
      human: options.humanInput,
      humanTimeoutMs: options.humanTimeoutMs ?? DEFAULT_HUMAN_TIMEOUT_MS,
      guardrail: options.stateGuardrail,
      openMemory: this.#openMemory(),
      isWatched: watcher !== undefined || onEvent !== undefined || logsDirectory !== undefined,
      secrets,
      gate: {
        pass: async (signal) => {
          await gate.pass(signal);
          await watcher?.pass(signal);
        },
      },
      looseEnds: session.looseEnds,
      clock: session.clock,
      logger: session.logger,
      signals: [...signals, watcher?.signal],
      emit: (event) => {
        hub.emit(event);
        watcher?.hear(event);
      },
    };
  }
}
