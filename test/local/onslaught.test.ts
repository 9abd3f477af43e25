import { expect, it } from 'vitest';
import { runSoak } from '../../scripts/soak/frame/run-soak.js';
import { requests } from '../../scripts/soak/requests/requests.js';

// The short form of `npm run soak -- requests`; always the same onslaughts.
it('whatever is sent to the service, it answers or closes, fails at nothing, and serves who does all right', async () => {
  const report = await runSoak(requests, { count: 60, seed: 1 });
  expect(report.failures).toEqual([]);
  expect(report).toMatchObject({ cases: 60, wrong: 0, hangs: 0, leftOver: [], unhandled: [] });
  expect(report.tallies['clients that did all right']).toBe(120);
  expect(report.tallies['requests']).toBeGreaterThan(300);
  expect(report.tallies['answers 4xx']).toBeGreaterThan(100);
  expect(report.tallies['restarts']).toBeGreaterThan(5);
});
