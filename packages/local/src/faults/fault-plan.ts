import type { Surface } from '../contract/match-operation.js';
import type { OperationName } from '../contract/operations.js';
import { checkFault } from './check-fault.js';
import type { ActiveFault, Fault } from './fault.js';

/** The faults in force, changeable while the service runs. */
export interface Faults {
  /** Throws a TypeError that names what is wrong with the fault. */
  add(fault: Fault): ActiveFault;
  /** False when there is no such fault. */
  remove(id: string): boolean;
  /**
   * Takes all faults out of force, those given as options too. A request that was hit already meets its fault all
   * the same.
   */
  clear(): void;
  /** The faults in force, oldest first, each with its hits until now; one that is used up stays in it. A copy. */
  list(): readonly ActiveFault[];
}

interface Entry {
  id: string;
  fault: Fault;
  seen: number;
  hits: number;
}

export interface FaultPlan extends Faults {
  /** The first fault that hits this request, in the order they were added. Counts it as hit. */
  next(surface: Surface, operation: OperationName): Fault | undefined;
}

export function createFaultPlan(faults: readonly Fault[], random: () => number): FaultPlan {
  const entries: Entry[] = [];
  let added = 0;
  const add = (fault: Fault): ActiveFault => {
    added += 1;
    const entry = { id: `fault-${added}`, fault: { ...checkFault(fault) }, seen: 0, hits: 0 };
    entries.push(entry);
    return entry;
  };
  for (const fault of faults) add(fault);
  return {
    add,
    remove(id) {
      const at = entries.findIndex((entry) => entry.id === id);
      if (at !== -1) entries.splice(at, 1);
      return at !== -1;
    },
    clear: () => void entries.splice(0),
    list: () => entries.map((entry) => ({ ...entry })),
    next(surface, operation) {
      const hit = entries.find((entry) => hits(entry, surface, operation, random));
      if (hit) hit.hits += 1;
      return hit?.fault;
    },
  };
}

function hits(
  entry: Entry,
  surface: Surface,
  operation: OperationName,
  random: () => number,
): boolean {
  const { fault } = entry;
  if (fault.surface !== undefined && fault.surface !== surface) return false;
  if (fault.operation !== undefined && ![fault.operation].flat().includes(operation)) return false;
  if (fault.times !== undefined && entry.hits >= fault.times) return false;
  entry.seen += 1;
  if (entry.seen <= (fault.skip ?? 0)) return false;
  return fault.probability === undefined || random() < fault.probability;
}
