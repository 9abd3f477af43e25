import type { Recording } from './recording.js';

/** Which recording is meant. */
export interface MemoryKey {
  /** Of 16 hexadecimal digits: the prompt, the schema, the tools, the page it began on, the format. */
  id: string;
  /** A few words of the prompt, fit for a file's name. */
  name: string;
}

/**
 * Where recordings are kept. `fileMemory()` has them in a directory; yours may have them elsewhere. What
 * either throws ends no act: it is logged, and the act goes on as without a recording (but with
 * `memory: 'only'`). They are given until the act's `signal`.
 */
export interface Memory {
  /** The recording that was saved under this key, as JSON reads it; undefined where there is none. */
  load(key: MemoryKey, signal: AbortSignal): Promise<unknown>;
  /** Keeps it in the place of the one before. */
  save(key: MemoryKey, recording: Recording, signal: AbortSignal): Promise<void>;
}
