import { appendFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileMemory, type Memory, type MemoryKey } from '@nova-act/core';

/** The folder beside a test file in which the recordings of its acts are. */
export const ACTS_FOLDER = '__acts__';

/** Where the acts of a test file are recorded: `tests/__acts__/shop.spec.ts` for `tests/shop.spec.ts`. */
export const actsDirectory = (testFile: string): string =>
  join(dirname(testFile), ACTS_FOLDER, basename(testFile));

export interface ActsMemoryOptions {
  /** A recording that there is is not replaced. */
  readonly keepsRecorded: boolean;
  /** The test's `baseURL`: what is recorded at one is played at another. */
  readonly baseUrl: string | undefined;
  /** A file to note in what is used: the directory and the key's id, a line each. */
  readonly usedActs: string | undefined;
}

/** The recordings of a test file's acts. */
export function actsMemory(
  directory: string,
  { keepsRecorded, baseUrl, usedActs }: ActsMemoryOptions,
): Memory {
  const files = fileMemory(directory, { baseUrl: webAddress(baseUrl) });
  const recorded = new Set<string>();
  const note = async ({ id }: MemoryKey) => {
    if (usedActs !== undefined) await appendFile(usedActs, usedLine(directory, id));
  };
  return {
    baseUrl: files.baseUrl,
    async load(key, signal) {
      const found = await files.load(key, signal);
      if (found === undefined) return undefined;
      recorded.add(key.id);
      await note(key);
      return found;
    },
    async save(key, recording, signal) {
      await note(key);
      if (keepsRecorded && recorded.has(key.id)) return;
      await files.save(key, recording, signal);
    },
  };
}

/** Playwright takes whatever there is as a base, and tells of it when something is relative to it. */
function webAddress(baseUrl: string | undefined): string | undefined {
  try {
    return /^https?:$/.test(new URL(baseUrl ?? '').protocol) ? baseUrl : undefined;
  } catch {
    return undefined; // A TypeError is all that it throws: the text is no URL.
  }
}

/** One write, so that processes that write at once do not mix. */
const usedLine = (directory: string, id: string): string =>
  `${JSON.stringify({ directory, id })}\n`;
