import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { type Clock, systemClock } from '../deadline/clock.js';
import { pause } from '../deadline/pause.js';
import { BrowserSessionBusyError, type LockHolder } from '../errors/index.js';

/** What is done under a lock takes milliseconds, and 10 s at most: older, it was left behind. */
const STALE_MS = 30_000;
const WAIT_MS = 5_000;
const POLL_MS = 20;

export interface FileLock {
  /** Rejects when another has taken it to be left behind, and taken it over. Asked before the last move. */
  confirm(): Promise<void>;
}

interface Held extends Partial<LockHolder> {
  /** All that is in the lock file: the same text is the same holder. */
  readonly text: string;
  readonly changedMs: number;
}

/**
 * Does `work` while no other process does the same with `file`: a file beside it, `<file>.lock`, says who
 * is at it. One that was left behind by a process that is gone, or is older than 30 s, is taken over.
 * Waits for others for 5 s.
 * @throws BrowserSessionBusyError that names who has it
 */
export async function withFileLock<T>(
  file: string,
  work: (lock: FileLock) => Promise<T>,
  signal: AbortSignal,
  clock: Clock = systemClock,
): Promise<T> {
  const lock = `${file}.lock`;
  const mine = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    sinceMs: clock.now(),
    id: randomUUID(),
  });
  const untilMs = clock.now() + WAIT_MS;
  while (!(await create(lock, mine))) {
    const held = await holderOf(lock);
    if (held && isLeft(held, clock)) await takeAway(lock, held);
    else if (held && (clock.now() >= untilMs || signal.aborted)) throw busy(file, held);
    // At its end the holder is named.
    else await pause(POLL_MS, signal, clock).catch(() => undefined);
  }
  const confirm = async () => {
    const held = await holderOf(lock);
    if (held?.text !== mine) throw busy(file, held);
  };
  try {
    return await work({ confirm });
  } finally {
    if ((await holderOf(lock))?.text === mine) await rm(lock, { force: true });
  }
}

async function create(lock: string, text: string): Promise<boolean> {
  try {
    const handle = await open(lock, 'wx', 0o600);
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined when nobody has it. */
async function holderOf(lock: string): Promise<Held | undefined> {
  try {
    const [{ mtimeMs }, text] = await Promise.all([stat(lock), readFile(lock, 'utf8')]);
    return { ...partsOf(text), text, changedMs: mtimeMs };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function partsOf(text: string): Partial<LockHolder> {
  try {
    const { pid, host, sinceMs } = JSON.parse(text) as LockHolder;
    return { pid, host, sinceMs };
  } catch {
    // It is just being written, or whoever wrote it did not come to the end.
    return {};
  }
}

function isLeft({ pid, host, changedMs }: Held, clock: Clock): boolean {
  if (clock.now() - changedMs > STALE_MS) return true;
  return pid !== undefined && host === hostname() && !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One of another user's is alive.
    return codeOf(error) !== 'ESRCH';
  }
}

/** Two may find the same lock left behind: what is taken away is looked at again before it is thrown out. */
async function takeAway(lock: string, left: Held): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const taken = await holderOf(aside);
  // It was another's by then: back with it. Where a third has it meanwhile, `confirm` tells the other.
  if (taken?.text !== left.text) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

function busy(file: string, held: Held | undefined): BrowserSessionBusyError {
  const { pid, host, sinceMs } = held ?? {};
  const holder =
    pid === undefined || host === undefined || sinceMs === undefined
      ? undefined
      : { pid, host, sinceMs };
  const who = holder
    ? `process ${pid} on ${host} has been saving it since ${new Date(holder.sinceMs).toISOString()}`
    : 'another process is saving it';
  return new BrowserSessionBusyError(`${file} could not be saved: ${who}`, { place: file, holder });
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
