import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ValidationError } from '../../errors/index.js';
import { type KnownOptions, knownOptions } from '../../options/known-options.js';
import { refuseUnknown } from '../../options/refuse-unknown.js';
import { withFileLock } from '../../storage/file-lock.js';
import { makeFolder } from '../../storage/make-folder.js';
import type { BrowserSession, RestoreOptions, SavedKind, StorageState } from './browser-session.js';
import { checkRestoreOptions, RESTORE_OPTION_NAMES } from './check-browser-session.js';
import { parseStorageState } from './parse-storage-state.js';

const OPTIONS: KnownOptions = knownOptions<RestoreOptions>(
  'LocalFileBrowserSession',
  RESTORE_OPTION_NAMES,
);

/**
 * Keeps cookies and storage in a file that only this user can read (mode 0600). It is replaced in
 * one move: a crash while saving leaves the last state whole. Processes that save at the same time take
 * turns (`<path>.lock`), and each keeps what the others have changed. The file signs its reader in: treat
 * it as a password.
 */
export class LocalFileBrowserSession implements BrowserSession {
  /** The absolute path of the file. */
  readonly path: string;
  readonly restore: readonly SavedKind[] | undefined;
  readonly replaceCookies: boolean | undefined;

  /** @param path of a JSON file; it need not exist yet. @throws ValidationError */
  constructor(path: string, options: RestoreOptions = {}) {
    if (typeof path !== 'string' || path.trim() === '') {
      throw new ValidationError('is empty or not a text', {
        field: 'path',
        value: path,
        remedy: 'Give the path of a file, such as ./session.json.',
      });
    }
    refuseUnknown(options, OPTIONS);
    checkRestoreOptions(options);
    this.path = resolve(path);
    this.restore = options.restore;
    this.replaceCookies = options.replaceCookies;
  }

  async load(signal: AbortSignal): Promise<StorageState | undefined> {
    let text: string;
    try {
      text = await readFile(this.path, { encoding: 'utf8', signal });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    return parseStorageState(text, this.path);
  }

  /** Puts `state` in the place of what is saved. @throws BrowserSessionBusyError */
  async save(state: StorageState, signal: AbortSignal): Promise<void> {
    await this.update(() => state, signal);
  }

  /** @throws BrowserSessionBusyError when another process has been saving it for 5 s */
  async update(
    change: (saved: StorageState | undefined) => StorageState,
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted();
    await makeFolder(dirname(this.path));
    await withFileLock(
      this.path,
      async ({ confirm }) => this.#replace(change(await this.load(signal)), confirm, signal),
      signal,
    );
  }

  async #replace(
    state: StorageState,
    confirm: () => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const draft = `${this.path}.tmp`;
    // That of a process which died while it saved.
    await rm(draft, { force: true });
    try {
      // Created with its mode, never readable by others for a moment; on disk before it is renamed.
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(JSON.stringify(state), { signal });
        await file.sync();
      } finally {
        await file.close();
      }
      await confirm();
      signal.throwIfAborted();
      await rename(draft, this.path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }
}
