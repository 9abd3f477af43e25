import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CACHE } from './places.mjs';
import { SetupError } from './setup-error.mjs';

const LOCK = join(CACHE, 'lock');
const OWNER = join(LOCK, 'pid');
const WAIT_MS = 20 * 60_000;
/** How long a lock may be without its owner's id: the moment between the two system calls. */
const UNOWNED_MS = 10_000;

/** Runs `work` alone: two commands begun at once in one clone must not install over each other. */
export async function withLock(work) {
  const release = await take();
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

async function take() {
  const until = Date.now() + WAIT_MS;
  let told = false;
  for (;;) {
    try {
      mkdirSync(LOCK);
      writeFileSync(OWNER, String(process.pid));
      return () => rmSync(LOCK, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (abandoned()) {
      rmSync(LOCK, { recursive: true, force: true });
      continue;
    }
    if (Date.now() > until) {
      throw new SetupError(
        `Another set-up has held ${LOCK} for 20 minutes. Delete it if none runs.`,
      );
    }
    if (!told) console.log('setup: waiting for another set-up of this clone to finish');
    told = true;
    await pause(500);
  }
}

/** True when the process that took the lock is gone, as after a kill. */
function abandoned() {
  let pid;
  try {
    pid = Number(readFileSync(OWNER, 'utf8'));
  } catch {
    // Taken this very moment, or by a process killed in between.
    return olderThan(UNOWNED_MS);
  }
  if (!pid) return olderThan(UNOWNED_MS);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function olderThan(ms) {
  try {
    return Date.now() - statSync(LOCK).mtimeMs > ms;
  } catch {
    // Released meanwhile: the next round takes it.
    return false;
  }
}
