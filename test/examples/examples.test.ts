import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalService } from '@nova-act/local';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { runExample } from './run-example.js';

interface Expected {
  example: string;
  /** What it prints, in this order. */
  prints: RegExp[];
  /** The acts' statuses of each run on the service; every run is SUCCEEDED. */
  runs: string[][];
}

const OK = 'SUCCEEDED';
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const EXAMPLES: Expected[] = [
  { example: 'with-workflow', prints: [/Mars/], runs: [[OK]] },
  { example: 'workflow-scope', prints: [/run: .*Mars/, /using: .*Venus/], runs: [[OK], [OK]] },
  { example: 'workflow-decorator', prints: [/Saturn/], runs: [[OK]] },
  { example: 'iam-profile', prints: [/Planets/], runs: [[OK]] },
  { example: 'api-key', prints: [/alone: .*Planets/, /workflow: .*Planets/], runs: [[OK], [OK]] },
  { example: 'retry', prints: [/Planets/], runs: [[OK]] },
  { example: 'explicit-workflow', prints: [/Mars/, /Venus/], runs: [[OK, OK]] },
  {
    example: 'concurrent-helpers',
    prints: [/Mars.* in run (.*)\n.*Venus.* in run \1\n/, /Saturn.* in run/],
    runs: [[OK, OK], [OK]],
  },
  {
    example: 'workflow-properties',
    prints: [/undefined/, /one: true/, /planets/, new RegExp(`run: ${UUID}`), /aborted: false/],
    runs: [[]],
  },
  {
    example: 'handle-act-error',
    prints: [/ACT_AGENT_FAILED, steps executed: \d/],
    runs: [['FAILED']],
  },
  // It starts a service of its own, with a script for a model.
  { example: 'test-a-workflow', prints: [/as it should be/], runs: [] },
  { example: 'typed-extraction', prints: [/^Saturn: \d+ moons$/m], runs: [[OK]] },
  {
    example: 'flights',
    prints: [/"price": \d+/, new RegExp(`run ${UUID} ${OK}\n$`)],
    runs: [[OK, OK]],
  },
];

describe.each(EXAMPLES)('the example $example', ({ example, prints, runs }) => {
  it('does what it says, offline, and leaves every run ended truly', async () => {
    await using service = await startLocalService();
    const { code, stdout, stderr } = await runExample(example, service);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    let rest = stdout;
    for (const printed of prints) {
      expect(rest).toMatch(printed);
      const match = printed.exec(rest);
      rest = rest.slice((match?.index ?? 0) + (match?.[0].length ?? 0));
    }
    const seen = service.runs().toSorted((a, b) => b.acts.length - a.acts.length);
    expect(seen.map(({ acts }) => acts.map(({ status }) => status))).toEqual(runs);
    expect(seen.map(({ status }) => status)).toEqual(runs.map(() => OK));
    for (const run of seen) expect(run.updates).toHaveLength(1);
  }, 120_000);
});

it('has a test for every example', () => {
  const files = readdirSync(join(ROOT, 'examples')).filter((file) => file.endsWith('.ts'));
  const names = files.map((file) => file.slice(0, -'.ts'.length));
  const elsewhere = names.filter((name) => name.startsWith('handoff-'));
  const here = EXAMPLES.map(({ example }) => example);
  expect(names.filter((name) => ![...here, ...elsewhere].includes(name))).toEqual([]);
});
