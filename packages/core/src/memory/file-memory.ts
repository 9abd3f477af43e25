import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ValidationError } from '../errors/index.js';
import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import { makeFolder } from '../storage/make-folder.js';
import { checkBaseUrl } from './check-base-url.js';
import type { Memory, MemoryKey } from './memory.js';

/** What a memory of files can be told. */
export interface FileMemoryOptions {
  /**
   * Where the site is served that the acts are done on: `http://localhost:3000`, and elsewhere
   * `https://staging.example.com`. Addresses of its origin are recorded without it, so that a recording made at
   * the one is played at the other, on the same path. Those of other origins are recorded whole. What path the
   * base has does not matter. Default: every address is recorded whole.
   */
  baseUrl?: string | undefined;
}

const OPTIONS: KnownOptions = knownOptions<FileMemoryOptions>('fileMemory()', { baseUrl: true });

/**
 * Keeps recordings as JSON files in a directory, one for each act, to be read, reviewed and committed. A
 * file is replaced in one move: whoever reads it meanwhile, and whoever writes it too, has one that is whole.
 * @param directory is made when something is recorded. @throws ValidationError
 */
export function fileMemory(directory: string, options: FileMemoryOptions = {}): Memory {
  refuseUnknown(options, OPTIONS);
  if (typeof directory !== 'string' || directory.trim() === '') {
    throw new ValidationError('is empty or not a text', {
      field: 'directory',
      value: directory,
      remedy: "Give the path of a directory, such as './acts'.",
    });
  }
  const { baseUrl } = options;
  checkBaseUrl(baseUrl, 'baseUrl');
  const folder = resolve(directory);
  const fileOf = ({ name, id }: MemoryKey) => join(folder, `${name}-${id}.json`);
  return {
    baseUrl,
    async load(key, signal) {
      let text: string;
      try {
        text = await readFile(fileOf(key), { encoding: 'utf8', signal });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
      try {
        return JSON.parse(text);
      } catch (cause) {
        throw new Error(`${fileOf(key)} is not JSON`, { cause });
      }
    },
    async save(key, recording, signal) {
      signal.throwIfAborted();
      await makeFolder(folder);
      const draft = `${fileOf(key)}.${randomUUID()}.tmp`;
      try {
        const file = await open(draft, 'wx');
        try {
          await file.writeFile(`${JSON.stringify(recording, null, 2)}\n`, { signal });
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(draft, fileOf(key));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
}
