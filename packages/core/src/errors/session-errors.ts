import { NovaActError } from './nova-act-error.js';

/** `start()` failed; everything it had opened is closed again. `cause` says why. */
export class StartFailedError extends NovaActError {
  override readonly name: string = 'StartFailedError';
  override readonly code: string = 'START_FAILED';
}

/** `stop()` could not close what the session had opened. */
export class StopFailedError extends NovaActError {
  override readonly name: string = 'StopFailedError';
  override readonly code: string = 'STOP_FAILED';
}

/** A method that needs a started session was called before `start()` or after `stop()`. */
export class NotStartedError extends NovaActError {
  override readonly name: string = 'NotStartedError';
  override readonly code: string = 'NOT_STARTED';
}

/** A second act was asked for while one is running: one browser takes one act at a time. */
export class SessionBusyError extends NovaActError {
  override readonly name: string = 'SessionBusyError';
  override readonly code: string = 'SESSION_BUSY';
}
