import { readdir, readFile } from 'node:fs/promises';

/**
 * The memory in MB of all processes below this one: their proportional set sizes, in which what
 * several share is counted once. Linux only; rejects elsewhere.
 */
export async function childrenMemoryMb(): Promise<number> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const status = await readOr(`/proc/${pid}/status`);
    parents.set(pid, Number(status.match(/^PPid:\s+(\d+)/m)?.[1]));
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === process.pid || (parent !== undefined && parent > 1 && isBelow(parent));
  };
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    if (pid === process.pid || !isBelow(pid)) continue;
    const rollup = await readOr(`/proc/${pid}/smaps_rollup`);
    kilobytes += Number(rollup.match(/^Pss:\s+(\d+) kB/m)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

/** The file, or nothing where its process has ended meanwhile. */
const readOr = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
