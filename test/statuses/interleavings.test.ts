import { expect, it } from 'vitest';
import { runSoak } from '../../scripts/soak/frame/run-soak.js';
import { statuses } from '../../scripts/soak/statuses/statuses.js';

// The short form of `npm run soak -- statuses`; always the same schedules.
it('whatever is lost, aborted or thrown at once, every status on record is the true one, acts first', async () => {
  const report = await runSoak(statuses, { count: 96, seed: 1 });
  expect(report.failures).toEqual([]);
  expect(report).toMatchObject({ cases: 96, wrong: 0, hangs: 0, leftOver: [], unhandled: [] });
  expect(report.tallies.acts).toBeGreaterThan(90);
  expect(report.tallies['requests hit by a fault']).toBeGreaterThan(90);
});
