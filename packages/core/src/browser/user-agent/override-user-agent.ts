import type { CDPSession } from 'playwright';
import { pause } from '../../deadline/pause.js';
import { NestedSession } from './nested-session.js';

/** For a page that is there to say that it has heard. */
const HEARS_WITHIN_MS = 300;

/** Lets targets of a browser go by another user agent, with all that is in them: frames, workers, requests. */
export class UserAgentOverride {
  readonly #browser: CDPSession;
  readonly #userAgent: string;
  readonly #told = new Map<string, Promise<{ readonly applied: Promise<unknown> }>>();
  readonly #sessions = new Map<string, NestedSession>();

  /** @param browser a session of the browser; the override ends with it. */
  constructor(browser: CDPSession, userAgent: string) {
    this.#browser = browser;
    this.#userAgent = userAgent;
    browser.on('Target.receivedMessageFromTarget', ({ sessionId, message }) =>
      this.#sessions.get(sessionId)?.receive(message),
    );
    browser.on('Target.detachedFromTarget', ({ sessionId }) => this.#sessions.delete(sessionId));
  }

  /** Tells a target, once. Resolves when it is told; when it hears of it depends on what it is at. */
  async tell(targetId: string): Promise<void> {
    const told = this.#told.get(targetId) ?? this.#attach(targetId);
    this.#told.set(targetId, told);
    await told;
  }

  /** Resolves when a target that was told has heard, and after a moment in any case. */
  async heard(targetId: string): Promise<void> {
    const heard = this.#told.get(targetId)?.then(({ applied }) => applied);
    if (heard) await Promise.race([heard.catch(() => undefined), pause(HEARS_WITHIN_MS)]);
  }

  /** Children that begin are no longer stopped for it. Before the session of the browser is detached. */
  async release(): Promise<void> {
    const sessions = [...this.#sessions.values()];
    const done = sessions.map((session) => session.send('Target.setAutoAttach', FREE));
    await Promise.race([Promise.allSettled(done), pause(HEARS_WITHIN_MS)]);
  }

  async #attach(targetId: string): Promise<{ readonly applied: Promise<unknown> }> {
    // Not flat: Playwright would keep the session to itself.
    const how = { targetId, flatten: false };
    const { sessionId } = await this.#browser.send('Target.attachToTarget', how);
    const session = new NestedSession((method, params) => this.#wrap(method, params), sessionId);
    this.#sessions.set(sessionId, session);
    const applied = this.#apply(session);
    quietly(applied);
    return { applied };
  }

  /** Frames of other processes and workers wait until they have heard of it as well. */
  #apply(session: NestedSession): Promise<unknown> {
    session.onAttached = (child, { waitingForDebugger }) => {
      quietly(this.#apply(child));
      if (waitingForDebugger) quietly(child.send('Runtime.runIfWaitingForDebugger'));
    };
    const userAgent = this.#userAgent;
    const applied = session.send('Emulation.setUserAgentOverride', { userAgent });
    quietly(session.send('Target.setAutoAttach', STOPPED));
    return applied;
  }

  #wrap(method: string, params: object | undefined): Promise<unknown> {
    return this.#browser.send(method as 'Target.sendMessageToTarget', params as never);
  }
}

const STOPPED = { autoAttach: true, waitForDebuggerOnStart: true, flatten: false };
const FREE = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };

/** Kinds of workers have none; others are gone again. */
function quietly(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
