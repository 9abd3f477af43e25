import { expect, it } from 'vitest';
import { answers } from '../../scripts/soak/answers/answers.js';
import { runSoak } from '../../scripts/soak/frame/run-soak.js';

// The short form of `npm run soak -- answers`; always the same answers.
it('whatever the service answers, an act ends with a right result or a readable error, and its true status on record', async () => {
  const report = await runSoak(answers, { count: 300, seed: 1 });
  expect(report.failures).toEqual([]);
  expect(report).toMatchObject({ cases: 300, wrong: 0, hangs: 0, leftOver: [], unhandled: [] });
  expect(report.tallies['acts that failed']).toBeGreaterThan(100);
  expect(report.tallies['acts that succeeded']).toBeGreaterThan(20);
});
