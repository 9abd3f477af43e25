import type { NovaActEvent } from '@nova-act/core';
import { type Clock, Turns } from '@nova-act/core/runtime';
import type { OpenedSession, OpenSession } from './open-session.js';
import { SessionError } from './session-error.js';

export interface SessionCall {
  readonly signal: AbortSignal;
  /** Hears what happens while this call has its turn. */
  readonly onEvent: (event: NovaActEvent) => void;
}

export interface SessionOptions {
  readonly id: string;
  readonly open: OpenSession;
  readonly clock: Clock;
  /** Milliseconds without a call after which it ends. */
  readonly idleMs: number;
  /** Called once, when it has ended. */
  readonly onEnd: () => void;
  /** Hears what an end that nobody asked for could not do. */
  readonly onError: (error: unknown) => void;
}

/** How a session ended, as it is on record. */
export interface SessionEnd {
  readonly status: 'SUCCEEDED' | 'FAILED';
  /** Undefined when there never was one. */
  readonly workflowRunId: string | undefined;
}

const NEVER_OPENED: SessionEnd = { status: 'FAILED', workflowRunId: undefined };

/** One browser with its run, from its opening to its one end; calls have it in turn. */
export class BrowserSession {
  readonly id: string;
  /** No act of it has failed so far. */
  allSucceeded = true;
  readonly #options: SessionOptions;
  readonly #turns = new Turns();
  readonly #stop = new AbortController();
  #opened: Promise<OpenedSession> | undefined;
  #isOpen = false;
  #listener: SessionCall['onEvent'] | undefined;
  #calls = 0;
  #cancelIdle = () => {};
  #end: Promise<SessionEnd> | undefined;

  constructor(options: SessionOptions) {
    this.id = options.id;
    this.#options = options;
  }

  /** Gives `work` the browser when it is its turn. The first call opens it, and ends its opening by its signal. */
  async use<T>(call: SessionCall, work: (opened: OpenedSession) => Promise<T>): Promise<T> {
    this.#calls += 1;
    this.#cancelIdle();
    try {
      return await this.#turns.take(async () => {
        if (this.#end) throw ended(this.id);
        this.#listener = call.onEvent;
        return await work(await this.#open(call.signal));
      }, call.signal);
    } finally {
      this.#listener = undefined;
      this.#calls -= 1;
      if (this.#calls === 0 && !this.#end) this.#waitIdle();
    }
  }

  /**
   * Closes the browser, whatever it is doing, and puts the run on record: `SUCCEEDED` only when that is how
   * it went and the browser could be closed. Called again it gives the same end.
   * @throws StopFailedError with the run `FAILED`; WorkflowRunUpdateError
   */
  end(how: { readonly succeeded: boolean; readonly reason: Error }): Promise<SessionEnd> {
    this.#end ??= this.#close(how).finally(this.#options.onEnd);
    return this.#end;
  }

  async #open(signal: AbortSignal): Promise<OpenedSession> {
    this.#opened ??= this.#opening(signal);
    return await this.#opened;
  }

  /** Given up by the first call's signal, or by an end: what was opened is then closed by who opens. */
  async #opening(signal: AbortSignal): Promise<OpenedSession> {
    const giveUp = () => this.#stop.abort(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      const opened = await this.#options.open({
        signal: this.#stop.signal,
        onEvent: (event) => this.#listener?.(event),
      });
      this.#stop.signal.throwIfAborted();
      this.#isOpen = true;
      return opened;
    } catch (error) {
      if (!this.#end) {
        this.#end = Promise.resolve(NEVER_OPENED);
        this.#options.onEnd();
      }
      throw error;
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  }

  async #close({ succeeded, reason }: { succeeded: boolean; reason: Error }): Promise<SessionEnd> {
    this.#cancelIdle();
    if (!this.#isOpen) this.#stop.abort(reason);
    const opened = await this.#opened?.catch(() => undefined);
    if (!opened) return NEVER_OPENED;
    const { nova, run } = opened;
    const { workflowRunId } = run;
    try {
      await nova.stop();
    } catch (error) {
      await run.fail(error);
      throw error;
    }
    if (!succeeded) {
      await run.fail(reason);
      return { status: 'FAILED', workflowRunId };
    }
    await run.succeed();
    return { status: 'SUCCEEDED', workflowRunId };
  }

  #waitIdle(): void {
    const { clock, idleMs } = this.#options;
    const reason = new Error(`The session was not used for ${idleMs / 60_000} minutes.`);
    const end = () => this.end({ succeeded: false, reason }).catch(this.#options.onError);
    this.#cancelIdle = clock.after(idleMs, end, { keepsAlive: false });
  }
}

function ended(id: string): SessionError {
  return new SessionError(
    'SESSION_ENDED',
    `The session ${id} has ended.`,
    'Leave `session` out, or pass "new", to begin another one.',
  );
}
