import { preempt } from '../deadline/pre-empt.js';
import { thrownMessage } from '../errors/thrown-text.js';
import type { Memory, MemoryKey } from './memory.js';
import { memoryKey } from './memory-key.js';
import { readRecording } from './read-recording.js';
import type { Recording } from './recording.js';
import type { Site } from './site.js';

/** What is known of an act that begins. */
export interface Loaded {
  readonly key: MemoryKey | undefined;
  /** Nothing is lost by writing: there was nothing, or what there was could be read, or is to be replaced. */
  readonly mayKeep: boolean;
  readonly recording?: Recording | undefined;
  /** Why what there is cannot be read. */
  readonly unread?: string | undefined;
}

interface Asked {
  readonly prompt: string;
  readonly schema: unknown;
  readonly tools: unknown;
  /** Of the page that it begins on. */
  readonly url: string;
  readonly site: Site;
}

/**
 * `anew`: what there is does not matter. What was recorded before the memory had a base is found, and mended,
 * where it lies: its key has the whole address.
 */
export async function loadRecording(
  memory: Memory,
  { url, site, ...asked }: Asked,
  anew: boolean,
  signal: AbortSignal,
): Promise<Loaded> {
  const key = memoryKey({ ...asked, address: site.recorded(url) });
  if (anew) return { key, mayKeep: true };
  const loaded = await load(memory, key, signal);
  const whole = site.recordedWhole(url);
  if (whole === undefined || loaded.recording || !loaded.mayKeep) return loaded;
  const before = await load(memory, memoryKey({ ...asked, address: whole }), signal);
  return before.recording ? before : loaded;
}

async function load(memory: Memory, key: MemoryKey, signal: AbortSignal): Promise<Loaded> {
  let found: unknown;
  try {
    found = await preempt(memory.load(key, signal), signal);
  } catch (error) {
    signal.throwIfAborted();
    return {
      key,
      mayKeep: false,
      unread: `the recording could not be read: ${thrownMessage(error)}`,
    };
  }
  if (found === undefined) return { key, mayKeep: true };
  const recording = readRecording(found);
  return typeof recording === 'string'
    ? { key, mayKeep: false, unread: `the recording ${recording}` }
    : { key, mayKeep: true, recording };
}
