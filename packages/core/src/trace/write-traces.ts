import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { NovaActEvent } from '../act/events.js';
import { type Logger, silentLogger } from '../logger.js';
import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import type { ActTrace } from './act-trace.js';
import { traceToHtml } from './html/page.js';
import { traceToJson } from './json.js';
import { picturesApart } from './pictures.js';
import { presenter, type Redact } from './presentable.js';
import { beginTrace, recordEvent } from './record-act.js';
import { sessionDirectory, traceFiles } from './trace-files.js';

export interface TraceWriterOptions {
  /** Made when it is needed. Each session has a folder of its own in it. */
  directory: string;
  /** Hides more in every text than URLs' secrets, which are hidden anyway. */
  redact?: Redact | undefined;
  /**
   * Where the JSON file has its pictures: nowhere, as `data:` URLs in it, or as image files beside it
   * which it names. Default `leave-out`. The HTML file always has them in it.
   */
  jsonScreenshots?: 'leave-out' | 'inline' | 'files' | undefined;
  /** Told when a file cannot be written; the act goes on. Default: silent. */
  logger?: Logger | undefined;
}

const TRACE_WRITER_OPTIONS: KnownOptions = knownOptions<TraceWriterOptions>(
  'traceWriter()',
  { directory: true, redact: true, jsonScreenshots: true, logger: true },
  { logs_directory: 'Did you mean directory?' },
);

/** A listener, to be passed as `onEvent`. */
export interface TraceWriter {
  (event: NovaActEvent): void;
  /** The absolute path of an act's HTML file, from the act's end on; it is there after `flush()`. */
  pathOf(actId: string): string | undefined;
  /** The absolute path of the folder that a session's files are in, made with the first of them. */
  directoryOf(sessionId: string): string;
  /** Waits until all that has ended is written. Never rejects. */
  flush(): Promise<void>;
}

/**
 * Writes each act, once it has ended, as an HTML file for people and a JSON file for tools. Files
 * may show all that the agent saw; they are readable for their owner alone.
 */
export function traceWriter(options: TraceWriterOptions): TraceWriter {
  refuseUnknown(options, TRACE_WRITER_OPTIONS);
  const directory = resolve(options.directory);
  const { logger = silentLogger, jsonScreenshots = 'leave-out' } = options;
  const present = presenter(options.redact);
  const running = new Map<string, ActTrace>();
  const sessions = new Map<string, { acts: number; startingPage?: string }>();
  const paths = new Map<string, string>();
  const writing = new Set<Promise<void>>();

  const listen = (event: NovaActEvent): void => {
    if (event.type === 'session.started') {
      const { sessionId, startingPage } = event;
      sessions.set(sessionId, { acts: 0, ...(startingPage ? { startingPage } : {}) });
      return;
    }
    if (event.type === 'session.stopped') {
      sessions.delete(event.sessionId);
      return;
    }
    if (event.type === 'hook.failed') return;
    if (event.type === 'act.started') {
      const session = sessions.get(event.sessionId) ?? { acts: 0 };
      session.acts += 1;
      sessions.set(event.sessionId, session);
      const { acts: act, startingPage } = session;
      const place = { act, ...(startingPage ? { startingPage } : {}) };
      running.set(event.actId, beginTrace(event, place, present));
      return;
    }
    if (event.type === 'download') return;
    const trace = running.get(event.actId);
    if (!trace) return;
    recordEvent(trace, event, present);
    if (event.type !== 'act.finished') return;
    running.delete(event.actId);
    const files = traceFiles(directory, trace);
    paths.set(event.actId, files.html);
    const work = writeTrace(trace, files, jsonScreenshots).catch((error: unknown) => {
      logger.warn('A trace could not be written', { file: files.html, error: String(error) });
    });
    writing.add(work);
    void work.finally(() => writing.delete(work));
  };

  return Object.assign(listen, {
    pathOf: (actId: string) => paths.get(actId),
    directoryOf: (sessionId: string) => sessionDirectory(directory, sessionId),
    flush: async () => {
      await Promise.all(writing);
    },
  });
}

async function writeTrace(
  trace: ActTrace,
  files: { html: string; json: string },
  screenshots: NonNullable<TraceWriterOptions['jsonScreenshots']>,
): Promise<void> {
  await mkdir(dirname(files.html), { recursive: true, mode: 0o700 });
  await writeWhole(files.html, traceToHtml(trace));
  if (screenshots !== 'files') {
    return writeWhole(files.json, traceToJson(trace, { screenshots }));
  }
  const { named, pictures } = picturesApart(trace, basename(files.json, '.json'));
  for (const { name, bytes } of pictures) {
    await writeWhole(join(dirname(files.json), name), bytes);
  }
  await writeWhole(files.json, traceToJson(named, { screenshots: 'inline' }));
}

/** A file is there whole or not at all, also when the process dies. */
async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${file}.part`;
  await writeFile(temporary, content, { mode: 0o600 });
  await rename(temporary, file);
}
