import { appendFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileMemory, type Memory, type MemoryKey, type Recording } from '@nova-act/core';

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

/** The recordings of a test file's acts, as one test has them. */
export interface ActsMemory extends Memory {
  /** How many acts were recorded and not yet written. */
  readonly unwritten: number;
  /**
   * Writes what was recorded, when the test has ended as it was to. Before that nobody knows whether the acts
   * did what they were to do, and a retry would do the same again. @throws what could not be written
   */
  write(): Promise<void>;
}

const WRITE_TIMEOUT_MS = 10_000;

/** What is recorded is there for the test itself at once, and for others when it is written. */
export function actsMemory(
  directory: string,
  { keepsRecorded, baseUrl, usedActs }: ActsMemoryOptions,
): ActsMemory {
  const files = fileMemory(directory, { baseUrl: webAddress(baseUrl) });
  const recorded = new Set<string>();
  const unwritten = new Map<string, { key: MemoryKey; recording: Recording }>();
  const note = async ({ id }: MemoryKey) => {
    if (usedActs !== undefined) await appendFile(usedActs, usedLine(directory, id));
  };
  return {
    baseUrl: files.baseUrl,
    get unwritten() {
      return unwritten.size;
    },
    async write() {
      for (const [id, { key, recording }] of unwritten) {
        await files.save(key, recording, AbortSignal.timeout(WRITE_TIMEOUT_MS));
        unwritten.delete(id);
      }
    },
    async load(key, signal) {
      const own = unwritten.get(key.id);
      if (own) return JSON.parse(JSON.stringify(own.recording));
      const found = await files.load(key, signal);
      if (found === undefined) return undefined;
      recorded.add(key.id);
      await note(key);
      return found;
    },
    async save(key, recording) {
      await note(key);
      if (keepsRecorded && recorded.has(key.id)) return;
      unwritten.set(key.id, { key, recording });
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
