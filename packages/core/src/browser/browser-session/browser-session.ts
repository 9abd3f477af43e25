/** Cookies and storage of a browser context, as Playwright's `storageState()` gives them. */
export interface StorageState {
  cookies: {
    name: string;
    value: string;
    domain: string;
    path: string;
    expires: number;
    httpOnly: boolean;
    secure: boolean;
    sameSite: 'Strict' | 'Lax' | 'None';
  }[];
  origins: { origin: string; localStorage: { name: string; value: string }[] }[];
}

/** Keeps a browser signed in from one session to the next. */
export interface BrowserSession {
  /** What was saved last; undefined when nothing was. */
  load(signal: AbortSignal): Promise<StorageState | undefined>;
  save(state: StorageState, signal: AbortSignal): Promise<void>;
}
