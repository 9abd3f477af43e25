import { basename, join } from 'node:path';
import type { Logger } from '../logger.js';
import type { ActTrace } from './act-trace.js';
import { traceToHtml } from './html/page.js';
import { sessionToHtml } from './html/session-page.js';
import { traceToJson } from './json.js';
import { pictureFile } from './pictures/picture.js';
import { noteAct, type SessionTrace, totalsOf } from './session-trace.js';
import { SESSION_DATA, SESSION_PAGE, sessionDirectory, traceFiles } from './trace-files.js';
import { writeWhole } from './write-whole.js';

/** Where the pictures of traces are. */
export type PicturesOption = 'files' | 'inline' | 'none';

export interface SessionFilesInput {
  readonly directory: string;
  readonly pictures: PicturesOption;
  readonly logger: Logger;
}

/**
 * The folder of one session. Its files are written one after the other, in the order in which they are
 * asked for: a page never names a file that is not there yet, whenever the process dies.
 */
export class SessionFiles {
  readonly #input: SessionFilesInput;
  readonly #session: SessionTrace;
  readonly #known = new Set<string>();
  #acts = 0;
  #tail: Promise<void> = Promise.resolve();
  #isFailing = false;

  constructor(input: SessionFilesInput, ids: Pick<SessionTrace, 'workflowRunId' | 'sessionId'>) {
    this.#input = input;
    this.#session = { version: 1, ...ids, totals: totalsOf([]), acts: [] };
  }

  get startingPage(): string | undefined {
    return this.#session.startingPage;
  }

  set startingPage(page: string | undefined) {
    this.#session.startingPage = page;
  }

  /** The number of an act that begins. */
  nextAct(): number {
    this.#acts += 1;
    return this.#acts;
  }

  /** Resolves when all that was asked for until now is written, or has failed. Never rejects. */
  get written(): Promise<void> {
    return this.#tail;
  }

  /** The act has begun: should this process die, the session's page says so. */
  began(trace: ActTrace): void {
    this.#noteAct(trace);
  }

  /** What is kept of a picture in the trace of its act: the name of its file, itself, or nothing. */
  picture(picture: string): string | undefined {
    const { pictures, directory } = this.#input;
    if (pictures === 'inline') return picture;
    const file = pictures === 'files' ? pictureFile(picture) : undefined;
    if (!file) return undefined;
    if (!this.#known.has(file.name)) {
      this.#known.add(file.name);
      const folder = sessionDirectory(directory, this.#session.sessionId);
      this.#write(join(folder, file.name), () => file.bytes);
    }
    return file.name;
  }

  /** The act is over: its page and its data, and then the session's page, which leads to them. */
  ended(trace: ActTrace): { html: string; json: string } {
    const files = traceFiles(this.#input.directory, trace);
    this.#write(files.html, () => traceToHtml(trace, SESSION_PAGE));
    this.#write(files.json, () => traceToJson(trace, { screenshots: 'inline' }));
    this.#noteAct(trace, basename(files.html));
    return files;
  }

  #noteAct(trace: ActTrace, page?: string): void {
    noteAct(this.#session, trace, page);
    const folder = sessionDirectory(this.#input.directory, this.#session.sessionId);
    // Made now: what comes later is told by the pages that are asked for then.
    const asHtml = sessionToHtml(this.#session);
    const asJson = `${JSON.stringify(this.#session, null, 2)}\n`;
    this.#write(join(folder, SESSION_DATA), () => asJson);
    this.#write(join(folder, SESSION_PAGE), () => asHtml);
  }

  #write(file: string, content: () => string | Uint8Array): void {
    this.#tail = this.#tail.then(async () => {
      try {
        await writeWhole(file, content());
        this.#isFailing = false;
      } catch (error) {
        // A disk that is full is full for every file: once is enough.
        if (!this.#isFailing) {
          this.#input.logger.warn('A trace could not be written', { file, error: String(error) });
        }
        this.#isFailing = true;
      }
    });
  }
}
