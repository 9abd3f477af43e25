/** Cookies and storage of a browser context, as Playwright's `storageState()` gives them. */
export interface StorageState {
  /** All cookies of the context. */
  cookies: SavedCookie[];
  /** What each origin has stored. */
  origins: SavedOrigin[];
}

/** A cookie as it is saved, in the form of Playwright. */
export interface SavedCookie {
  /** The name that it is sent under. */
  name: string;
  /** As it is sent: often a sign-in, so a secret. */
  value: string;
  /** The host it is sent to; with a dot before it, to those below as well. */
  domain: string;
  /** The path it is sent below. */
  path: string;
  /** Epoch seconds; -1 for one that lasts as long as the browser. */
  expires: number;
  /** Whether scripts of the page cannot read it. */
  httpOnly: boolean;
  /** Whether it is sent over https only. */
  secure: boolean;
  /** Whether requests from other sites have it. */
  sameSite: 'Strict' | 'Lax' | 'None';
  /** Of a cookie that is kept apart for each site it is embedded in. */
  partitionKey?: string | undefined;
}

/** What one origin has stored. */
export interface SavedOrigin {
  /** Such as `https://example.com`. */
  origin: string;
  /** Its local storage: names and values. */
  localStorage: {
    /** The key of the entry. */
    name: string;
    /** What is stored under it, as text. */
    value: string;
  }[];
  /** Databases, as Playwright writes them. */
  indexedDB?: unknown[] | undefined;
}

/** What of a browser is kept. Session storage is a tab's own and ends with it. */
export type SavedKind = 'cookies' | 'localStorage' | 'indexedDB';

/** What is restored of a saved session, and how. */
export interface RestoreOptions {
  /**
   * What is restored, and saved at the end; what was saved of the other kinds stays as it was. Default all:
   * `cookies`, `localStorage`, `indexedDB`.
   */
  readonly restore?: readonly SavedKind[] | undefined;
  /**
   * Whether a saved cookie takes the place of one that a borrowed browser, context or profile has already.
   * Default false: nothing that is there is written over. Keys of local storage and databases never are.
   */
  readonly replaceCookies?: boolean | undefined;
}

/** Keeps a browser signed in from one session to the next. */
export interface BrowserSession extends RestoreOptions {
  /** What was saved last; undefined when nothing was. `signal` is aborted with the start. */
  load(signal: AbortSignal): Promise<StorageState | undefined>;
  /**
   * Called when the browser is closed, where there is no `update`. It has 10 s; then `signal` is aborted
   * and the stop goes on.
   */
  save(state: StorageState, signal: AbortSignal): Promise<void>;
  /**
   * Called in the place of `save`: puts what `change` makes of what is saved now in its place, so that
   * nobody saves in between. Sessions that save at the same time then keep what the others have changed;
   * where two have changed the same cookie, key or database, the later save wins.
   */
  update?:
    | ((
        change: (saved: StorageState | undefined) => StorageState,
        signal: AbortSignal,
      ) => Promise<void>)
    | undefined;
}
