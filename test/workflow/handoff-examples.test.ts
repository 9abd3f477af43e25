import { startLocalService } from '@nova-act/local';
import { describe, expect, it } from 'vitest';
import { runExample } from '../examples/run-example.js';
import { hasRedis, startRedis } from './support/redis-server.js';

const OK = 'SUCCEEDED';

const EXAMPLES = [
  {
    example: 'handoff-worker-threads',
    prints: [/^Mars/m, /^ActAgentFailedError: .*Vulcan/m],
    acts: [OK, 'FAILED'],
  },
  { example: 'handoff-piscina', prints: [/^Mars/m, /^Venus/m], acts: [OK, OK] },
  { example: 'handoff-fork-message', prints: [/^Mars/m], acts: [OK] },
  { example: 'handoff-fork-env', prints: [/^Mars/m], acts: [OK] },
];

async function runs(example: string, prints: RegExp[], acts: string[], env = {}): Promise<string> {
  await using service = await startLocalService();
  const { code, stdout, stderr } = await runExample(example, { ...service.iamEnv, ...env });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  for (const printed of prints) expect(stdout).toMatch(printed);
  const [run, ...others] = service.runs();
  expect(others).toEqual([]);
  expect(run?.acts.map(({ status }) => status)).toEqual(acts);
  expect(run).toMatchObject({ status: OK, updates: [{ status: OK, accepted: true }] });
  return stdout;
}

describe('the handoff examples: one run, however many hands', () => {
  it.each(EXAMPLES)(
    '$example',
    async ({ example, prints, acts }) => {
      await runs(example, prints, acts);
    },
    120_000,
  );

  it.skipIf(!hasRedis())(
    'handoff-bullmq, with two worker processes (skipped where there is no redis-server)',
    async () => {
      await using redis = await startRedis();
      const prints = [/^Mars.*process/m, /^Venus.*process/m];
      const env = { REDIS_URL: redis.url };
      const stdout = await runs('handoff-bullmq', prints, [OK, OK], env);
      expect(new Set(stdout.match(/process \d+/g)).size).toBe(2);
    },
    120_000,
  );
});
