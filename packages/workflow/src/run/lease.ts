import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { type Holder, holderIsAlive, thisHolder } from './holder.js';

/** Names of files are made of them, and a handoff may come from anywhere. */
const ID = /^[A-Za-z0-9_-]{1,128}$/;

const folder = () => join(tmpdir(), `nova-act-runs-${process.getuid?.() ?? 'user'}`);

/**
 * Of this user alone: nobody else is to say who lives, or where a file is written. The folder for temporary
 * files itself is not made: Node's `recursive` does not end on a file system like `/proc`.
 */
function makeFolder(): void {
  try {
    mkdirSync(folder(), { mode: 0o700 });
  } catch (error) {
    if (!isOurs()) throw error;
  }
}

/** In a folder for all anybody may have made it before, or a link in its place. */
function isOurs(): boolean {
  const found = lstatSync(folder(), { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === (process.getuid?.() ?? found.uid);
}

export interface Lease {
  /** Notes that others may be in the run as well, wherever they are. */
  share(): void;
  release(): void;
}

interface Entry extends Holder {
  readonly shared: boolean;
}

/**
 * Notes for other processes of this machine that a run is in use here, until it is released. It is a
 * file, which a process that is killed leaves behind: by that it is known to have gone. Where there can
 * be no file (a read-only disk) there is none, and nothing fails for it.
 */
export function takeLease(workflowRunId: string): Lease {
  const path = join(folder(), `${workflowRunId}.${process.pid}-${threadId}`);
  const write = (shared: boolean) => {
    if (!ID.test(workflowRunId)) return;
    const entry: Entry = { ...thisHolder(), shared };
    // Twice: another process may just be taking the empty folder away.
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        makeFolder();
        writeFileSync(path, JSON.stringify(entry), { mode: 0o600 });
        return;
      } catch {
        // Without it the run is judged by its acts alone.
      }
    }
  };
  write(false);
  return { share: () => write(true), release: () => remove(ID.test(workflowRunId) ? [path] : []) };
}

/**
 * What the leases on this machine say of a run: somebody holds one; all who were in it held one and have
 * gone; or neither is known.
 */
export function leaseOf(workflowRunId: string): 'held' | 'lapsed' | 'unknown' {
  const entries = filesOf(workflowRunId).map(readEntry);
  const alive = entries.map((entry) => entry && holderIsAlive(entry));
  if (alive.includes(true)) return 'held';
  const gone = alive.length > 0 && alive.every((each) => each === false);
  return gone && !entries.some((entry) => entry?.shared) ? 'lapsed' : 'unknown';
}

/** Takes away what a process that has gone has left. */
export function dropLapsedLease(workflowRunId: string): void {
  remove(filesOf(workflowRunId));
}

function filesOf(workflowRunId: string): string[] {
  try {
    if (!isOurs()) return [];
    const names = readdirSync(folder()).filter((name) => name.startsWith(`${workflowRunId}.`));
    return names.map((name) => join(folder(), name));
  } catch {
    return []; // No run was ever begun here.
  }
}

function readEntry(path: string): Entry | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Entry;
  } catch {
    return undefined; // Just taken away, or just being written.
  }
}

function remove(paths: readonly string[]): void {
  try {
    for (const path of paths) rmSync(path, { force: true });
    rmdirSync(folder());
  } catch {
    // Others have leases in it.
  }
}
