import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process, so that it can be told from a later one with the same number. */
export interface Holder {
  readonly pid: number;
  /** Where that number is valid: this boot of this machine, and its namespace in a container. */
  readonly place: string;
  /** When it began, as the kernel counts; absent where the kernel does not say. */
  readonly began?: string | undefined;
}

let self: Holder | undefined;

export function thisHolder(): Holder {
  const { pid } = process;
  self ??= { pid, place: placeOf(), began: stateOf(pid)?.began };
  return self;
}

/** Undefined when it cannot be known from here. */
export function holderIsAlive({ pid, place, began }: Holder): boolean | undefined {
  if (place !== thisHolder().place || !Number.isInteger(pid) || pid <= 0) return undefined;
  if (began === undefined) return answers(pid);
  const state = stateOf(pid);
  return state !== undefined && state.began === began && !state.ended;
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0); // Asks, and sends nothing.
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function placeOf(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** Of `proc_pid_stat(5)`: the state, and the 22nd field, the time it began. */
function stateOf(pid: number): { began: string; ended: boolean } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is a name in brackets, with whatever is in it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { began: fields[19] ?? '', ended: /^[ZX]/.test(fields[0] ?? '') };
  } catch {
    return undefined;
  }
}
