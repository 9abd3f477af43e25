import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Download } from 'playwright';
import { preempt } from '../../deadline/pre-empt.js';
import { ValidationError } from '../../errors/index.js';
import { redactUrl } from '../../errors/redact-url.js';
import { thrownText } from '../../errors/thrown-text.js';
import { makeFolder } from '../../storage/make-folder.js';
import type { DownloadView } from '../download-options.js';
import { sealedText } from '../open/sealed-error.js';
import { saveDownload } from './save-download.js';

/** The downloads of one session, from their beginning to where they are kept. */
export class Downloads {
  readonly #directory: string | undefined;
  readonly #onEnded: (download: DownloadView) => void;
  readonly #all: Promise<DownloadView>[] = [];
  readonly #underWay = new Set<Download>();

  constructor(directory: string | undefined, onEnded: (download: DownloadView) => void) {
    this.#directory = directory === undefined ? undefined : resolve(directory);
    this.#onEnded = onEnded;
  }

  /** Whether some are under way, which end with the browser. */
  get areUnderWay(): boolean {
    return this.#underWay.size > 0;
  }

  /** Whether some would be lost, were the browser closed now. */
  get areSaving(): boolean {
    return this.#directory !== undefined && this.areUnderWay;
  }

  /** @throws ValidationError for a directory that nothing can be kept in */
  async prepare(): Promise<void> {
    if (this.#directory === undefined) return;
    try {
      await makeFolder(this.#directory);
      await access(this.#directory, constants.W_OK);
    } catch (cause) {
      throw new ValidationError(
        'is no directory that files can be written to',
        {
          field: 'downloadsDirectory',
          value: this.#directory,
          remedy: 'Give a directory that you may write to; it is made when it is not there.',
        },
        { cause },
      );
    }
  }

  /** One has begun. */
  take(download: Download): void {
    this.#underWay.add(download);
    const ending = this.#keep(download);
    this.#all.push(ending);
    void ending.then((view) => {
      this.#underWay.delete(download);
      this.#onEnded(view);
    });
  }

  /** All that have begun by now, in that order, once each has ended. */
  all(): Promise<DownloadView[]> {
    return Promise.all(this.#all);
  }

  /**
   * Waits for what is being saved. When `signal` is aborted before that, the rest is given up.
   * @throws Error that names what was given up
   */
  async saved(signal: AbortSignal): Promise<void> {
    const underWay = [...this.#underWay];
    const giveUp = () => {
      for (const download of underWay) {
        download.cancel().catch(() => {
          // The browser is gone, and the download with it.
        });
      }
    };
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      await preempt(this.all(), signal);
    } catch {
      const left = underWay.filter((download) => this.#underWay.has(download));
      const names = left.map((download) => JSON.stringify(download.suggestedFilename()));
      throw new Error(`given up were ${names.join(', ')}`);
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  }

  /** Never rejects. */
  async #keep(download: Download): Promise<DownloadView> {
    const url = redactUrl(download.url());
    const about = { url, suggestedFilename: download.suggestedFilename() };
    try {
      if (this.#directory !== undefined) {
        const saved = await saveDownload(download, this.#directory);
        return { ...about, outcome: 'saved', ...saved };
      }
      const failure = await download.failure();
      if (failure === null) return { ...about, outcome: 'unsaved' };
      return { ...about, outcome: 'failed', error: sealedText(failure) };
    } catch (error) {
      return { ...about, outcome: 'failed', error: reasonOf(error) };
    }
  }
}

function reasonOf(error: unknown): string {
  const said = sealedText(error instanceof Error ? error.message : thrownText(error));
  return said.includes('ENOENT') && said.includes('copyfile')
    ? `the browser keeps it where it runs, which is not this machine (${said})`
    : said;
}
