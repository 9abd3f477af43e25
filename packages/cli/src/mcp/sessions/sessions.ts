import { randomUUID } from 'node:crypto';
import type { Clock } from '@nova-act/core/runtime';
import { BrowserSession, type SessionCall, type SessionEnd } from './browser-session.js';
import type { OpenedSession, OpenSession } from './open-session.js';
import type { Owner } from './owner.js';
import { SessionError } from './session-error.js';

export interface SessionsOptions {
  readonly open: OpenSession;
  readonly clock: Clock;
  /** Browsers that may be open at once, of all clients together. */
  readonly maxSessions: number;
  /** Milliseconds without a call after which a browser is closed. */
  readonly idleMs: number;
  /** Hears what an end that nobody waits for could not do. */
  readonly onError: (error: unknown) => void;
}

/** What a call passes to have another browser beside the one it has. */
const ANOTHER = 'new';

/** The browsers of all clients, kept from call to call. */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly #all = new Map<string, { readonly session: BrowserSession; readonly owner: Owner }>();
  /** Those whose ids a client was told. */
  readonly #told = new WeakSet<BrowserSession>();
  #closed = false;

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /** The session that a call means, opened when it is used. @throws SessionError */
  find(owner: Owner, wanted: string | undefined): BrowserSession {
    if (wanted === ANOTHER) return this.#add(owner);
    if (wanted === undefined) {
      const current = owner.current && this.#all.get(owner.current);
      return current ? current.session : this.#add(owner);
    }
    return this.#demand(owner, wanted);
  }

  /**
   * Gives `work` the browser of a session when it is its turn. A session that the client cannot know of,
   * because the call that began it was taken back, is ended.
   */
  async use<T>(
    owner: Owner,
    session: BrowserSession,
    call: SessionCall,
    work: (opened: OpenedSession) => Promise<T>,
  ): Promise<T> {
    const isNew = !this.#told.has(session);
    try {
      const result = await session.use(call, work);
      this.#told.add(session);
      return result;
    } catch (error) {
      if (!call.signal.aborted) this.#told.add(session);
      else if (isNew && !owner.isOneClient) this.#end(session, call.signal.reason);
      throw error;
    }
  }

  /** Ends a session on a client's word. @throws SessionError, and what `BrowserSession.end` throws */
  async close(
    owner: Owner,
    wanted: string | undefined,
    succeeded: boolean | undefined,
  ): Promise<SessionEnd & { readonly session: string }> {
    const id = wanted ?? owner.current;
    if (id === undefined) {
      throw new SessionError(
        'SESSION_UNKNOWN',
        'There is no open session.',
        'Nothing is to be done.',
      );
    }
    const session = this.#demand(owner, id);
    const end = await session.end({
      succeeded: succeeded ?? session.allSucceeded,
      reason: new Error('The client said that its work had failed, or an act of the session had.'),
    });
    return { ...end, session: id };
  }

  /** Ends what a client that has gone has left: those runs are `FAILED`, for nobody said that they succeeded. */
  async endAllOf(owner: Owner, reason: Error): Promise<void> {
    const theirs = [...this.#all.values()].filter((one) => one.owner === owner);
    await Promise.all(theirs.map(({ session }) => this.#end(session, reason)));
  }

  /** Ends all of them, and opens none any more. */
  async endAll(reason: Error): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#all.values()].map(({ session }) => this.#end(session, reason)));
  }

  #end(session: BrowserSession, reason: unknown): Promise<unknown> {
    const why = reason instanceof Error ? reason : new Error(String(reason));
    return session.end({ succeeded: false, reason: why }).catch(this.#options.onError);
  }

  #demand(owner: Owner, id: string): BrowserSession {
    const found = this.#all.get(id);
    if (found?.owner === owner) return found.session;
    const open = this.#idsOf(owner);
    throw new SessionError(
      'SESSION_UNKNOWN',
      `There is no open session ${JSON.stringify(id)}: it was closed, or not used for ${this.#options.idleMs / 60_000} minutes.`,
      open ? `Open are: ${open}.` : 'Leave `session` out to begin another one.',
    );
  }

  #add(owner: Owner): BrowserSession {
    const { open, clock, maxSessions, idleMs, onError } = this.#options;
    if (this.#closed) {
      throw new SessionError('SESSION_ENDED', 'The server is shutting down.', 'Try again later.');
    }
    if (this.#all.size >= maxSessions) {
      const own = this.#idsOf(owner);
      throw new SessionError(
        'SESSION_LIMIT',
        `All ${maxSessions} sessions of this server are open.`,
        own
          ? `Go on in one of these, or close it: ${own}.`
          : `Others are using them. One that is not used for ${idleMs / 60_000} minutes is closed.`,
      );
    }
    const id = randomUUID();
    const onEnd = () => this.#forget(owner, id);
    const session = new BrowserSession({ id, open, clock, idleMs, onEnd, onError });
    this.#all.set(id, { session, owner });
    if (owner.isOneClient) owner.current = id;
    return session;
  }

  #forget(owner: Owner, id: string): void {
    this.#all.delete(id);
    if (owner.current !== id) return;
    owner.current = [...this.#all].filter(([, one]) => one.owner === owner).at(-1)?.[0];
  }

  /** What a client may be told of: where several are behind one owner, none of them. */
  #idsOf(owner: Owner): string {
    if (!owner.isOneClient) return '';
    return [...this.#all.entries()]
      .filter(([, one]) => one.owner === owner)
      .map(([id]) => id)
      .join(', ');
  }
}
