import { readConfig } from '../../config.js';
import type { Clock } from '../../deadline/clock.js';
import { NotStartedError, ValidationError } from '../../errors/index.js';
import type { TraceWriter } from '../../trace/index.js';
import { type Launch, openFile } from './open-file.js';

/** The traces of a session, as `nova.trace` has them. */
export interface SessionTraceFiles {
  /** The absolute path of the newest act's HTML page; undefined before the first act has ended. */
  readonly path: string | undefined;
  /**
   * Shows the newest act's page in the browser of whoever sits at this machine, and gives its path. Also
   * once the session has stopped.
   * @throws ValidationError without `logsDirectory`; NotStartedError before the first act has ended;
   *   TraceNotOpenedError, with the path, where there is no display or no browser.
   */
  open(): Promise<string>;
}

export function sessionTraceFiles(
  traces: TraceWriter | undefined,
  sessionId: () => string | undefined,
  clock: Clock,
  launch?: Launch,
): SessionTraceFiles {
  const newest = () => {
    const id = sessionId();
    return id === undefined ? undefined : traces?.latestOf(id);
  };
  return {
    get path() {
      return newest();
    },
    async open() {
      if (!traces) {
        throw new ValidationError('is not set, so that there are no traces', {
          field: 'logsDirectory',
          remedy: 'Give the session a directory for them.',
        });
      }
      const path = newest();
      if (path === undefined) throw new NotStartedError('There is a trace once an act has ended.');
      await traces.flush();
      // Read now: a display may have come since the session was made.
      const { hasDisplay } = readConfig();
      await openFile(path, { hasDisplay, clock, ...(launch ? { launch } : {}) });
      return path;
    },
  };
}
