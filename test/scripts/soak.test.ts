import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { runSoak } from '../../scripts/soak/frame/run-soak.js';
import { isClean, type Soak } from '../../scripts/soak/frame/soak.js';

const held: NodeJS.Timeout[] = [];
afterEach(() => {
  for (const timer of held.splice(0)) clearTimeout(timer);
});

function soakOf(run: Soak<number>['run']): Soak<number> {
  const cases = fc.integer({ min: 0, max: 1_000_000 });
  return { name: 'numbers', noun: 'numbers', defaultCount: 1, cases, run };
}
const allOf = async (options: { count: number; seed: number; only?: number }) => {
  const seen: number[] = [];
  await runSoak(
    soakOf(async (it) => {
      seen.push(it);
      return [];
    }),
    options,
  );
  return seen;
};

describe('a soak', () => {
  it('has the same cases for a seed, and others for another', async () => {
    const first = await allOf({ count: 100, seed: 7 });
    expect(await allOf({ count: 100, seed: 7 })).toEqual(first);
    expect(await allOf({ count: 100, seed: 8 })).not.toEqual(first);
    expect(new Set(first).size).toBeGreaterThan(50);
  });

  it('is clean when nothing is found, and sums up what its cases tell', async () => {
    const report = await runSoak(
      soakOf(async (_, tally) => {
        tally('done');
        tally('twice', 2);
        return [];
      }),
      { count: 3, seed: 1 },
    );
    expect(report).toMatchObject({ cases: 3, wrong: 0, hangs: 0, tallies: { done: 3, twice: 6 } });
    expect(isClean(report)).toBe(true);
  });

  it('says what is wrong with a case, and the seed that runs it alone', async () => {
    let cases = 0;
    const report = await runSoak(
      soakOf(async (it) => (cases++ === 2 ? [`${it} is odd`] : [])),
      { count: 5, seed: 1 },
    );
    expect(report.wrong).toBe(1);
    expect(isClean(report)).toBe(false);
    const [failure] = report.failures;
    expect(failure?.findings).toEqual([`${failure?.shown} is odd`]);
    const alone = await allOf({ count: 1, seed: 1, only: failure?.seed ?? -1 });
    expect(alone.map(String)).toEqual([failure?.shown]);
  });

  it('takes what a case throws for wrong', async () => {
    const report = await runSoak(
      soakOf(() => Promise.reject(new Error('broken'))),
      { count: 1, seed: 1 },
    );
    expect(report.failures[0]?.findings[0]).toContain('broken');
  });

  it('counts a case that does not end, and goes on', async () => {
    const report = await runSoak(
      soakOf(() => new Promise(() => {})),
      { count: 2, seed: 1, hangMs: 1 },
    );
    expect(report).toMatchObject({ cases: 2, hangs: 2, wrong: 0 });
  });

  it('counts what a case leaves behind', async () => {
    const report = await runSoak(
      soakOf(async () => {
        held.push(setTimeout(() => {}, 60_000));
        return [];
      }),
      { count: 1, seed: 1, leftOverPatienceMs: 0 },
    );
    expect(report.leftOver).toEqual([expect.stringContaining('1 Timeout')]);
    expect(isClean(report)).toBe(false);
  });
});
