import fc from 'fast-check';
import { watchLeftOver } from './left-over.js';
import type { Soak, SoakFailure, SoakOptions, SoakReport } from './soak.js';

const HANG_MS = 30_000;
const LEFT_OVER_PATIENCE_MS = 3_000;

/** Runs the cases of a seed, or one alone, and counts what was wrong. Never rejects. */
export async function runSoak<Case>(soak: Soak<Case>, options: SoakOptions): Promise<SoakReport> {
  const {
    count,
    seed,
    only,
    hangMs = HANG_MS,
    leftOverPatienceMs = LEFT_OVER_PATIENCE_MS,
  } = options;
  const seeds = only === undefined ? seedsFrom(seed, count) : [only];
  const startMs = performance.now();
  const failures: SoakFailure[] = [];
  const leftOver: string[] = [];
  const tallies: Record<string, number> = {};
  const tally = (what: string, times = 1) => {
    tallies[what] = (tallies[what] ?? 0) + times;
  };
  const unhandled: unknown[] = [];
  const hear = (error: unknown) => void unhandled.push(error);
  process.on('unhandledRejection', hear);
  try {
    const together = soak.together ?? 1;
    for (let from = 0; from < seeds.length; from += together) {
      const batch = seeds.slice(from, from + together);
      const leftSince = watchLeftOver();
      const found = await Promise.all(batch.map((each) => runCase(soak, each, hangMs, tally)));
      for (const failure of found.filter((one) => one !== undefined)) {
        failures.push(failure);
        options.onFailure?.(failure);
      }
      // What hangs holds on to things; that it hangs is said already.
      if (!found.some((one) => one?.kind === 'hang')) {
        const left = await leftSince(leftOverPatienceMs);
        leftOver.push(...left.map((what) => `${what} after ${batch.join(', ')}`));
      }
      options.onProgress?.(Math.min(from + together, seeds.length));
    }
  } finally {
    process.off('unhandledRejection', hear);
  }
  const countOf = (kind: SoakFailure['kind']) => failures.filter((one) => one.kind === kind).length;
  const ms = performance.now() - startMs;
  const [wrong, hangs] = [countOf('wrong'), countOf('hang')];
  return { cases: seeds.length, wrong, hangs, leftOver, unhandled, failures, tallies, ms };
}

async function runCase<Case>(
  soak: Soak<Case>,
  seed: number,
  hangMs: number,
  tally: (what: string, times?: number) => void,
): Promise<SoakFailure | undefined> {
  const [it] = fc.sample(soak.cases, { seed, numRuns: 1 }) as [Case];
  // Printed before it runs: what a case is must not depend on what becomes of it.
  const shown = fc.stringify(it);
  let cancel = () => {};
  const hung = new Promise<'hung'>((resolve) => {
    const timer = setTimeout(resolve, hangMs, 'hung');
    cancel = () => clearTimeout(timer);
  });
  const running = (async () => soak.run(it, tally))().catch((error: unknown) => [
    `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  ]);
  const findings = await Promise.race([running, hung]);
  cancel();
  if (findings === 'hung')
    return { kind: 'hang', seed, shown, findings: [`not done after ${hangMs} ms`] };
  return findings.length > 0 ? { kind: 'wrong', seed, shown, findings } : undefined;
}

/** Seeds that lie far apart: generators begin alike from seeds that are neighbours. */
function seedsFrom(seed: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => {
    let mixed = Math.imul((seed + at * 0x9e3779b9) ^ ((seed + at * 0x9e3779b9) >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 1;
  });
}
