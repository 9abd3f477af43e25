import { errorView } from '../act/error-view.js';
import type { NovaActEvent } from '../act/events.js';
import { ActCanceledError, NotStartedError } from '../errors/index.js';
import { redactUrl } from '../errors/redact-url.js';
import type { SessionPath } from '../wire/operations.js';
import type { EventHub } from './event-hub.js';
import type { Session } from './session.js';
import type { SessionOptions } from './session-options.js';
import { closeQuietly } from './stop/close-quietly.js';
import type { ClosedWith } from './stop/close-session.js';
import type { HookFailure, StopHooks } from './stop/stop-hooks.js';

type Untimed<E> = E extends unknown ? Omit<E, 'atMs' | 'workflowRunId' | 'sessionId'> : never;
/** What happens in a session, and in no act of it, without what is stamped on each. */
export type SessionEvent = Untimed<Exclude<NovaActEvent, { actId: string }>>;

/** Where a session is between its construction and its end. */
export type SessionState = 'new' | 'starting' | 'started' | 'stopping' | 'stopped';

export interface SessionLifeInput {
  readonly session: Session;
  readonly hub: EventHub;
  readonly options: Pick<SessionOptions, 'startingPage' | 'signal' | 'logsDirectory'>;
  readonly hooks: Pick<StopHooks<never>, 'isEmpty' | 'over' | 'check' | 'run'>;
  /** Resolves when what was told to end is over. */
  idle(): Promise<void>;
  readonly traces: ClosedWith['traces'];
}

/** A session from its one start to its one stop. */
export class SessionLife {
  /** What ends everything of this session: its own signal, its run's, its stop. */
  readonly signals: readonly AbortSignal[];
  readonly #input: SessionLifeInput;
  readonly #ended = new AbortController();
  #state: SessionState = 'new';
  /** What happened before the session had started, which is told first. */
  readonly #early: SessionEvent[] = [];
  #leaveWorkflow: (() => void) | undefined;
  #starting: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;

  constructor(input: SessionLifeInput) {
    this.#input = input;
    const sources = [input.options.signal, input.session.run.workflow?.signal, this.#ended.signal];
    this.signals = sources.filter((source) => source !== undefined);
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Stop hooks still have their page. */
  get isOpen(): boolean {
    return this.#state === 'started' || this.#state === 'stopping';
  }

  /** @throws NotStartedError */
  demandStarted(method: string): SessionPath {
    const { path } = this.#input.session;
    if (this.#state === 'started' && path) return path;
    throw new NotStartedError(`${method}() needs a started session; this one is ${this.#state}.`);
  }

  /** @throws NotStartedError */
  demandOpen(method: string): void {
    if (this.isOpen) return;
    throw new NotStartedError(`${method}() needs an open session; this one is ${this.#state}.`);
  }

  /** @throws NotStartedError once hooks that come are not called any more */
  demandHooks(method: string): void {
    if (this.#state !== 'stopped' && !this.#input.hooks.over) return;
    throw new NotStartedError(`${method}() needs a session that has not stopped yet.`);
  }

  /** @throws StartFailedError with everything closed again; NotStartedError when called twice */
  async start(): Promise<void> {
    if (this.#state !== 'new') {
      throw new NotStartedError(`A NovaAct starts once, and this one is ${this.#state}.`);
    }
    this.#state = 'starting';
    this.#starting = this.#input.session.inWorkflow(() => this.#open());
    await this.#starting;
  }

  /** @throws StopFailedError */
  stop(): Promise<void> {
    this.#stopping ??= this.#input.session.inWorkflow(() => this.#close());
    return this.#stopping;
  }

  /** Hands an event to those who listen, in the workflow of the session. */
  tell(event: SessionEvent): void {
    if (this.#state === 'starting') this.#early.push(event);
    else this.#input.session.inWorkflow(() => this.#emit(event));
  }

  async #open(): Promise<void> {
    const { session, hooks, options } = this.#input;
    const { startingPage, logsDirectory } = options;
    const leave = session.run.workflow?.admit({
      close: (reason) => {
        this.#ended.abort(reason);
        return closeQuietly(() => this.stop(), session.logger);
      },
    });
    try {
      const check = (signal: AbortSignal) => hooks.check({ signal, logsDirectory });
      await session.open(AbortSignal.any([...this.signals]), check);
    } catch (error) {
      this.#state = 'stopped';
      void session
        .close()
        .catch(() => {})
        .finally(leave);
      throw error;
    }
    this.#leaveWorkflow = leave;
    if (this.#state === 'starting') this.#state = 'started';
    this.#emit({
      type: 'session.started',
      ...(startingPage ? { startingPage: redactUrl(startingPage) } : {}),
    });
    for (const event of this.#early.splice(0)) this.#emit(event);
  }

  async #close(): Promise<void> {
    const wasStarted = this.#state === 'started';
    this.#state = 'stopping';
    this.#ended.abort(new ActCanceledError('The session was stopped'));
    const { session, idle, hooks, traces } = this.#input;
    // What these were rejected with was thrown to their own callers.
    const running = Promise.allSettled([this.#starting, idle()]);
    try {
      await session.close({
        running,
        ...(wasStarted ? { traces, hooks: this.#toldOf(hooks) } : {}),
      });
    } finally {
      this.#state = 'stopped';
      if (wasStarted) this.#emit({ type: 'session.stopped' });
      this.#leaveWorkflow?.();
    }
  }

  #toldOf(hooks: SessionLifeInput['hooks']): ClosedWith['hooks'] {
    const told = ({ error, ...failure }: HookFailure) =>
      this.#emit({ type: 'hook.failed', ...failure, error: errorView(error) });
    return { isEmpty: hooks.isEmpty, run: (signal, hear) => hooks.run(signal, hear), told };
  }

  #emit(event: SessionEvent) {
    const { session, hub } = this.#input;
    if (!session.path) return;
    const { workflowRunId, sessionId } = session.path;
    const told = session.secrets.redact(event);
    hub.emit({ ...told, atMs: session.clock.now(), workflowRunId, sessionId });
  }
}
