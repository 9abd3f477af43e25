import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ValidationError } from '../../errors/index.js';
import type { BrowserSession, StorageState } from './browser-session.js';
import { parseStorageState } from './parse-storage-state.js';

/**
 * Keeps cookies and storage in a file that only this user can read (mode 0600). It is replaced in
 * one move: a crash while saving leaves the last state whole. The file signs its reader in: treat it
 * as a password.
 */
export class LocalFileBrowserSession implements BrowserSession {
  readonly path: string;

  /** @param path of a JSON file; it need not exist yet. @throws ValidationError */
  constructor(path: string) {
    if (typeof path !== 'string' || path.trim() === '') {
      throw new ValidationError('is empty or not a text', {
        field: 'path',
        value: path,
        remedy: 'Give the path of a file, such as ./session.json.',
      });
    }
    this.path = resolve(path);
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

  async save(state: StorageState, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await mkdir(dirname(this.path), { recursive: true });
    const draft = `${this.path}.${randomUUID()}.tmp`;
    try {
      // Created with its mode, never readable by others for a moment; on disk before it is renamed.
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(JSON.stringify(state), { signal });
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, this.path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }
}
