import { NovaActError } from './nova-act-error.js';

export interface StartFailedErrorOptions extends ErrorOptions {
  closed?: Promise<StopFailedError | undefined> | undefined;
}

/**
 * `start()` failed; everything it had opened is closed again, or, when a signal ended it, is being
 * closed. `cause` says why.
 */
export class StartFailedError extends NovaActError {
  override readonly name: string = 'StartFailedError';
  override readonly code = 'START_FAILED';
  /**
   * Resolves when all that the start had opened is closed, and a run of the session's own is on record:
   * with undefined, or with what could not be closed, which is in `suppressed` as well. Never rejects.
   * Await it before `process.exit()` or the end of a Lambda's handler. Absent on an error that was sent
   * from elsewhere.
   */
  declare readonly closed?: Promise<StopFailedError | undefined> | undefined;

  constructor(message: string, { closed, ...options }: StartFailedErrorOptions = {}) {
    super(message, options);
    // Not enumerable: it is for waiting, and would only be noise in a log.
    if (closed) Object.defineProperty(this, 'closed', { value: closed });
  }
}

/** What the end of a session consists of. Each of these is waited for within a bound of its own. */
export type StopStep =
  /** The act, the navigation or the start that was under way, which is told to end. */
  | 'running-work'
  /** Told by the event `hook.failed`, and among no `failures`: what a hook does is not the session's. */
  | 'stop-hook'
  /** What is still being downloaded to `downloadsDirectory` is waited for. */
  | 'save-downloads'
  /** Cookies and storage are taken from the browser. */
  | 'read-browser-session'
  /** `save` of the `browserSession` is told to keep them. */
  | 'save-browser-session'
  /** A borrowed page is rid of what was put into it. */
  | 'leave-page'
  | 'close-browser'
  /** Whoever runs a `RemoteBrowser` is told to end it: until it ends by itself it may cost money. */
  | 'end-remote-browser'
  /** What opened only after an abort is closed. */
  | 'late-browser'
  /** `stop` of an actuator of your own. */
  | 'actuator'
  /** Of acts that were aborted, or whose last update was not answered. */
  | 'status-updates'
  /** Of the run that a session without a workflow has of its own. */
  | 'run-status'
  | 'traces';

/** One thing that a stop could not do. */
export interface StopFailure {
  /** The step of the stop that it went wrong in. */
  readonly step: StopStep;
  /** `abandoned`: it took too long, and is no longer waited for. */
  readonly outcome: 'failed' | 'abandoned';
  /** What went wrong, for people: the text of what was thrown, or that its time was up */
  readonly message: string;
}

/** What a `StopFailedError` is made of. */
export interface StopFailedErrorOptions extends ErrorOptions {
  /** What failed or was given up. */
  failures?: readonly StopFailure[] | undefined;
}

/**
 * `stop()` could not close all that the session had opened; what is not named in `failures` is closed.
 * `cause` is the error of the first of them, `suppressed` holds those of the others, in their order.
 */
export class StopFailedError extends NovaActError {
  override readonly name: string = 'StopFailedError';
  override readonly code = 'STOP_FAILED';
  /** What failed or was given up, each with its step; the rest was closed. */
  readonly failures: readonly StopFailure[];

  constructor(message: string, options: StopFailedErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.failures = options.failures ?? [];
  }
}

/** A method that needs a started session was called before `start()` or after `stop()`. */
export class NotStartedError extends NovaActError {
  override readonly name: string = 'NotStartedError';
  override readonly code = 'NOT_STARTED';
}

/** A second act was asked for while one is running: one browser takes one act at a time. */
export class SessionBusyError extends NovaActError {
  override readonly name: string = 'SessionBusyError';
  override readonly code = 'SESSION_BUSY';
}

/** What a `TraceNotOpenedError` is made of. */
export interface TraceNotOpenedErrorOptions extends ErrorOptions {
  /** The page that could not be shown. */
  path: string;
}

/**
 * `nova.trace.open()` could not show the trace: the machine has no display, or no browser that can be
 * started. Not thrown where there is no trace: that is a `ValidationError` or a `NotStartedError`.
 */
export class TraceNotOpenedError extends NovaActError {
  override readonly name: string = 'TraceNotOpenedError';
  override readonly code = 'TRACE_NOT_OPENED';
  /** The absolute path of the HTML file, to be opened by hand. */
  readonly path: string;

  constructor(message: string, { path, ...options }: TraceNotOpenedErrorOptions) {
    super(message, options);
    this.path = path;
  }
}
