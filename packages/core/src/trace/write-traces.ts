import { resolve } from 'node:path';
import type { NovaActEvent } from '../act/events.js';
import { ValidationError } from '../errors/index.js';
import { type Logger, silentLogger } from '../logger.js';
import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import type { ActTrace } from './act-trace.js';
import { presenter, type Redact } from './presentable.js';
import { beginTrace, recordEvent } from './record-act.js';
import { type PicturesOption, SessionFiles } from './session-files.js';
import { sessionDirectory } from './trace-files.js';

/** Where traces go, and what is in them. */
export interface TraceWriterOptions {
  /** Made when it is needed. Each session has a folder of its own in it. */
  directory: string;
  /** Hides more in every text than URLs' secrets, which are hidden anyway. */
  redact?: Redact | undefined;
  /**
   * Where the pictures are: as files in the session's folder, each once, which HTML and JSON name
   * (`files`, the default); in the HTML and the JSON file themselves (`inline`), so that each stands for
   * itself; or nowhere (`none`).
   */
  pictures?: PicturesOption | undefined;
  /** Told when a file cannot be written; the act goes on. Default: silent. */
  logger?: Logger | undefined;
}

const TRACE_WRITER_OPTIONS: KnownOptions = knownOptions<TraceWriterOptions>(
  'traceWriter()',
  { directory: true, redact: true, pictures: true, logger: true },
  { logs_directory: 'Did you mean directory?', jsonScreenshots: 'Did you mean pictures?' },
);
const PICTURES_OPTIONS: readonly unknown[] = ['files', 'inline', 'none', undefined];

/** A listener, to be passed as `onEvent`. */
export interface TraceWriter {
  (event: NovaActEvent): void;
  /** The absolute path of an act's HTML file, from the act's end on; it is there after `flush()`. */
  pathOf(actId: string): string | undefined;
  /** The same of the act of a session that ended last. */
  latestOf(sessionId: string): string | undefined;
  /** The absolute path of the folder that a session's files are in, made with the first of them. */
  directoryOf(sessionId: string): string;
  /** Waits until all that has ended is written. Never rejects. */
  flush(): Promise<void>;
}

/**
 * Writes each act, once it has ended, as an HTML file for people and a JSON file for tools; pictures as they
 * are taken; and for each session a page, `index.html`, that leads to its acts and sums them up, kept up to
 * date as acts begin and end. Files may show all that the agent saw; they are readable for their owner alone.
 * @throws ValidationError
 */
export function traceWriter(options: TraceWriterOptions): TraceWriter {
  refuseUnknown(options, TRACE_WRITER_OPTIONS);
  const directory = resolve(options.directory);
  const { logger = silentLogger, pictures = 'files' } = options;
  if (!PICTURES_OPTIONS.includes(options.pictures)) {
    throw new ValidationError('is not a place for pictures', {
      field: 'pictures',
      value: options.pictures,
      remedy: "Use 'files', 'inline' or 'none'.",
    });
  }
  const present = presenter(options.redact);
  const running = new Map<string, ActTrace>();
  const sessions = new Map<string, SessionFiles>();
  const stopped = new Set<SessionFiles>();
  const paths = new Map<string, string>();
  const latest = new Map<string, string>();

  const filesOf = (event: NovaActEvent): SessionFiles => {
    const { workflowRunId, sessionId } = event;
    const known = sessions.get(sessionId);
    if (known) return known;
    const files = new SessionFiles({ directory, pictures, logger }, { workflowRunId, sessionId });
    sessions.set(sessionId, files);
    return files;
  };

  const listen = (event: NovaActEvent): void => {
    if (event.type === 'session.started') {
      const { startingPage } = event;
      if (startingPage !== undefined) filesOf(event).startingPage = present(startingPage);
      return;
    }
    if (event.type === 'session.stopped') {
      const files = sessions.get(event.sessionId);
      if (!files) return;
      sessions.delete(event.sessionId);
      stopped.add(files);
      void files.written.then(() => stopped.delete(files));
      return;
    }
    if (!('actId' in event)) return;
    const files = filesOf(event);
    if (event.type === 'act.started') {
      const { startingPage } = files;
      const place = { act: files.nextAct(), ...(startingPage ? { startingPage } : {}) };
      const trace = beginTrace(event, place, present);
      running.set(event.actId, trace);
      files.began(trace);
      return;
    }
    const trace = running.get(event.actId);
    if (!trace) return;
    recordEvent(trace, event, present);
    const step = event.type === 'step.observed' ? trace.steps.at(-1) : undefined;
    if (step?.screenshot !== undefined) step.screenshot = files.picture(step.screenshot);
    if (event.type !== 'act.finished') return;
    running.delete(event.actId);
    const { html } = files.ended(trace);
    paths.set(event.actId, html);
    latest.set(event.sessionId, html);
  };

  return Object.assign(listen, {
    pathOf: (actId: string) => paths.get(actId),
    latestOf: (sessionId: string) => latest.get(sessionId),
    directoryOf: (sessionId: string) => sessionDirectory(directory, sessionId),
    flush: async () => {
      await Promise.all([...sessions.values(), ...stopped].map(({ written }) => written));
    },
  });
}
