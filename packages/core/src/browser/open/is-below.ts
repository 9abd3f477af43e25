import { readFileSync } from 'node:fs';

const MAX_DEPTH = 32;

/**
 * Whether process `pid` was started by `ancestor`, or by one that it started. Where the system does not
 * tell (only Linux has processes as files) it is taken for true.
 */
export function isBelow(pid: number, ancestor: number): boolean {
  if (process.platform !== 'linux') return true;
  for (let at = pid, depth = 0; at > 1 && depth < MAX_DEPTH; depth++) {
    if (at === ancestor) return true;
    at = parentOf(at);
  }
  return false;
}

function parentOf(pid: number): number {
  try {
    // After the name, which may hold anything and is in brackets: the state, and the parent.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 1).split(' ')[2]);
  } catch {
    return 0; // It is gone.
  }
}
