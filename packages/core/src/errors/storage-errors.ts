import { NovaActError } from './nova-act-error.js';

export interface StorageErrorOptions extends ErrorOptions {
  place: string;
  status?: number | undefined;
  reason?: string | undefined;
  remedy?: string | undefined;
}

/** What is kept outside of the process, in S3 say, could not be read or written. */
export class StorageError extends NovaActError {
  override readonly name: string = 'StorageError';
  override readonly code = 'STORAGE_FAILED';
  /** Of what: `s3://bucket/key`. */
  readonly place: string;
  /** HTTP's, where there was an answer. */
  readonly status: number | undefined;
  /** The store's own name for it: `AccessDenied`. */
  readonly reason: string | undefined;
  /** What to do about it, as a sentence. */
  readonly remedy: string | undefined;

  constructor(message: string, options: StorageErrorOptions) {
    const { place, status, reason, remedy, ...rest } = options;
    super(remedy === undefined ? message : `${message}. ${remedy}`, rest);
    this.place = place;
    this.status = status;
    this.reason = reason;
    this.remedy = remedy;
  }
}

/** The process that holds the lock. */
export interface LockHolder {
  /** The id of the process there. */
  readonly pid: number;
  /** The machine that the process runs on. */
  readonly host: string;
  /** Since when it holds it, in epoch milliseconds. */
  readonly sinceMs: number;
}

export interface BrowserSessionBusyErrorOptions extends ErrorOptions {
  place: string;
  holder?: LockHolder | undefined;
}

/** A browser session could not be saved: others were saving it all the time that there was for it. */
export class BrowserSessionBusyError extends NovaActError {
  override readonly name: string = 'BrowserSessionBusyError';
  override readonly code = 'BROWSER_SESSION_BUSY';
  /** The file, or `s3://bucket/key`. */
  readonly place: string;
  /** The process that was saving it, where that is known: of a file, not of S3. */
  readonly holder: LockHolder | undefined;

  constructor(message: string, { place, holder, ...rest }: BrowserSessionBusyErrorOptions) {
    super(message, rest);
    this.place = place;
    this.holder = holder;
  }
}
