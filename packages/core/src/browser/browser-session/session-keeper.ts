import type { BrowserContext } from 'playwright';
import type { Clock } from '../../deadline/clock.js';
import { thrownMessage } from '../../errors/thrown-text.js';
import type { Logger } from '../../logger.js';
import type { BrowserSession, SavedKind, StorageState } from './browser-session.js';
import { SAVED_KINDS } from './check-browser-session.js';
import { completed, hasEnded, mergeStates, nothing, selected } from './merge-states.js';

/** A saved session in the hands of one session: from what it began with to what it leaves. */
export class SessionKeeper {
  readonly #session: BrowserSession;
  readonly #logger: Logger;
  readonly #clock: Clock;
  readonly #chosen: readonly SavedKind[];
  readonly #unrestored = new Set<string>();
  #loading: Promise<StorageState> | undefined;
  #base: StorageState = nothing();
  #left: StorageState | undefined;

  constructor(session: BrowserSession, logger: Logger, clock: Clock) {
    this.#session = session;
    this.#logger = logger;
    this.#clock = clock;
    this.#chosen = session.restore ?? SAVED_KINDS;
  }

  get replacesCookies(): boolean {
    return this.#session.replaceCookies ?? false;
  }

  /** What is to be restored: the chosen kinds of what was saved last, without cookies that have ended. */
  async load(signal: AbortSignal): Promise<StorageState> {
    this.#loading ??= this.#load(signal);
    return this.#loading;
  }

  async #load(signal: AbortSignal): Promise<StorageState> {
    this.#base = (await this.#session.load(signal)) ?? nothing();
    return this.#lasting(selected(this.#base, (kind) => this.#chosen.includes(kind)));
  }

  /** Could not be put into the browser: what was saved of it stays saved. */
  unrestored(kind: SavedKind, origin: string, why: string): void {
    this.#unrestored.add(`${kind} ${origin}`);
    this.#logger.warn('Part of the browser session could not be restored', { kind, origin, why });
  }

  /** Notes what the browser holds now, to be saved. */
  async read(context: BrowserContext): Promise<void> {
    const isChosen = (kind: SavedKind) => this.#chosen.includes(kind);
    const read = await this.#readAll(context, isChosen('indexedDB'));
    this.#left = completed(selected(read, isChosen), this.#base, this.#staysSaved);
  }

  readonly #staysSaved = (kind: SavedKind, origin: string): boolean =>
    !this.#chosen.includes(kind) || this.#unrestored.has(`${kind} ${origin}`);

  async #readAll(context: BrowserContext, indexedDB: boolean): Promise<StorageState> {
    try {
      return await context.storageState({ indexedDB });
    } catch (error) {
      // A database that cannot be written down is no reason to lose the rest.
      if (!indexedDB || !/IndexedDB/.test(thrownMessage(error))) throw error;
      this.#logger.warn('Databases could not be saved with the browser session', {
        why: thrownMessage(error),
      });
      for (const { origin } of this.#base.origins) this.#unrestored.add(`indexedDB ${origin}`);
      return context.storageState();
    }
  }

  /** Undefined where nothing was read. */
  get saving(): ((signal: AbortSignal) => Promise<void>) | undefined {
    const left = this.#left;
    if (!left) return undefined;
    return async (signal) => {
      // A cookie that has ended by itself was not taken away by this session.
      const base = this.#lasting(this.#base);
      const change = (saved: StorageState = nothing()) =>
        mergeStates(base, left, this.#lasting(saved));
      if (this.#session.update) return this.#session.update(change, signal);
      return this.#session.save(left, signal);
    };
  }

  #lasting(state: StorageState): StorageState {
    const nowMs = this.#clock.now();
    return { ...state, cookies: state.cookies.filter((cookie) => !hasEnded(cookie, nowMs)) };
  }
}
