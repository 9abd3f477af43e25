import { readTargets } from './api.js';

/** Steps asked about at once. */
const batch = 50;
/** How long steps that come into view are gathered before they are asked about, in ms. */
const gatherMs = 100;

export type Targets = Readonly<Record<string, string>>;

export interface TargetStore {
  /** Names of what the calls of a step point at, by call; read when first asked for, and then told by `changed`. */
  of(stepId: string, index: number): Targets;
  close(): void;
}

/** The names of what an act's calls point at, for the steps that are looked at. */
export function targetStore(actId: string, changed: () => void): TargetStore {
  const known = new Map<string, Targets>();
  const wanted = new Set<number>();
  const abort = new AbortController();
  let timer: number | undefined;

  const read = async () => {
    timer = undefined;
    const from = Math.min(...wanted);
    wanted.clear();
    try {
      const { targets } = await readTargets(actId, from, batch, abort.signal);
      for (const [stepId, names] of Object.entries(targets)) known.set(stepId, names);
      if (!abort.signal.aborted) changed();
    } catch {
      // Without their names the calls are shown as they are.
    }
  };

  return {
    of: (stepId, index) => {
      const names = known.get(stepId);
      if (names !== undefined) return names;
      wanted.add(index);
      timer ??= window.setTimeout(() => void read(), gatherMs);
      return {};
    },
    close: () => {
      abort.abort();
      window.clearTimeout(timer);
    },
  };
}
