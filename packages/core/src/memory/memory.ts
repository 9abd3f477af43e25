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
  /**
   * Where the site is served that the acts are done on, `http://localhost:3000` say. Of its origin only paths
   * are recorded, and asked for in keys, so that the same recordings serve another `baseUrl`. What the origin
   * is, this alone says: a memory may well be of many sites. Default: addresses are recorded whole.
   */
  readonly baseUrl?: string | undefined;
  /**
   * The recording that was saved under this key, as JSON reads it; undefined where there is none. With a
   * `baseUrl` it may be asked a second time, by the key that the act had before there was one.
   */
  load(key: MemoryKey, signal: AbortSignal): Promise<unknown>;
  /** Keeps it in the place of the one before. */
  save(key: MemoryKey, recording: Recording, signal: AbortSignal): Promise<void>;
}
