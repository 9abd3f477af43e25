import type fc from 'fast-check';

/** Something that must hold whatever happens, and a generator of what happens. */
export interface Soak<Case> {
  /** `npm run soak -- <name>`. */
  readonly name: string;
  /** What its cases are called, in the plural: `schedules`. */
  readonly noun: string;
  /** How many are run when no count is given. */
  readonly defaultCount: number;
  /** How many may run at a time in one process. Default 1. */
  readonly together?: number;
  readonly cases: fc.Arbitrary<Case>;
  /**
   * Runs one case and gives what was wrong with it, each in a sentence; nothing when all was right.
   * What it throws counts as wrong too. `tally` adds to the counts that are printed.
   */
  run(it: Case, tally: (what: string, times?: number) => void): Promise<readonly string[]>;
}

export interface SoakOptions {
  readonly count: number;
  /** The cases of one seed are always the same. */
  readonly seed: number;
  /** The seed of one case, to run that alone. */
  readonly only?: number | undefined;
  /** How long a case may take before it counts as hung. Default 30,000. */
  readonly hangMs?: number;
  /**
   * How long what a case leaves behind on purpose for a moment, such as the grace of an abort, may take
   * to go. Default 3,000.
   */
  readonly leftOverPatienceMs?: number;
  /** Hears of each case that failed, as soon as it has. */
  readonly onFailure?: (failure: SoakFailure) => void;
  readonly onProgress?: (done: number) => void;
}

export interface SoakFailure {
  readonly kind: 'wrong' | 'hang';
  /** Runs it alone: `--only <seed>`. */
  readonly seed: number;
  /** The case, printed. */
  readonly shown: string;
  readonly findings: readonly string[];
}

export interface SoakReport {
  readonly cases: number;
  readonly wrong: number;
  readonly hangs: number;
  /** Timers, sockets and the like that were there after the cases and not before. */
  readonly leftOver: readonly string[];
  /** Rejections that nobody handled. */
  readonly unhandled: readonly unknown[];
  readonly failures: readonly SoakFailure[];
  readonly tallies: Readonly<Record<string, number>>;
  readonly ms: number;
}

/** True when nothing was found. */
export const isClean = ({ wrong, hangs, leftOver, unhandled }: SoakReport): boolean =>
  wrong + hangs + leftOver.length + unhandled.length === 0;
