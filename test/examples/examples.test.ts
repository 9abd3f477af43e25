import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
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

const readExample = (file: string) => readFileSync(join(ROOT, 'examples', file), 'utf8');

/** The profile that one example names, for the service's credentials. */
function temporaryProfile({ credentials }: RunningLocalService) {
  const folder = mkdtempSync(join(tmpdir(), 'nova-act-profile-'));
  const file = join(folder, 'credentials');
  const { accessKeyId, secretAccessKey } = credentials;
  const keys = `aws_access_key_id=${accessKeyId}\naws_secret_access_key=${secretAccessKey}\n`;
  writeFileSync(file, `[nova-act-examples]\n${keys}`);
  return {
    env: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SHARED_CREDENTIALS_FILE: file },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
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
  { example: 'mcp-tools', prints: [/asked for lamp/, /12 lamps/], runs: [] },
  {
    example: 'mcp-server',
    prints: [/progress: .*moons/, /answer: \{ name: 'Saturn', moons: \d+ \}/, /run: SUCCEEDED/],
    runs: [[OK]],
  },
  {
    example: 'secrets',
    prints: [/has typed: \{\{password\}\}/, /a password of 28 characters/],
    runs: [],
  },
  { example: 'strands', prints: [/asked for lamp/, /There are 12 lamps/], runs: [] },
  { example: 'ai-sdk', prints: [/The browser says: .*Saturn/], runs: [[OK]] },
  {
    example: 'browser-surroundings',
    prints: [/'de-DE'/, /'1\.299,5'/, /'Europe\/Berlin'/, /search\.example/],
    runs: [[]],
  },
  { example: 'saved-login', prints: [/the shop knows Ada/], runs: [[OK, OK]] },
  { example: 'downloads', prints: [/saved moons\.csv/, /moons\.csv: Mars,2/], runs: [[OK]] },
  {
    example: 'remembered-acts',
    prints: [/lamp: played 0, asked [1-9]/, /chair: played [1-9]\d*, asked 0 times, at q=chair/],
    runs: [],
  },
  {
    example: 'typed-extraction',
    prints: [/^Saturn: \d+ moons$/m, /^no Vulcan$/m],
    runs: [[OK, OK]],
  },
  { example: 'chrome-profile', prints: [/the shop knows Ada/], runs: [[OK, OK]] },
  {
    example: 'guards',
    prints: [/stopped: The state guardrail blocked/, /uploaded: .*observations\.csv/],
    runs: [['FAILED', OK]],
  },
  {
    example: 'browser-options',
    prints: [/through the proxy: http:\/\/lab\.example\/\n/, /LabRobot\/1\.0 NovaAct, 1400 pixels/],
    runs: [[OK]],
  },
  {
    example: 'page-by-hand',
    prints: [
      /^text\/html.*true$/m,
      /^confirm: Stay signed in\?$/m,
      /^worked all of its time: true, and 0 ms/m,
      /^answered: true, with a picture: true$/m,
    ],
    runs: [[OK, OK]],
  },
  {
    example: 'manage-runs',
    prints: [
      /workflow-definition\/planets is ACTIVE/,
      /nova-act-latest stands for/,
      new RegExp(`run ${UUID} ${OK} after \\d+ ms`),
      /^0 runs of more than a month ago deleted$/m,
    ],
    runs: [[]],
  },
  { example: 'fan-out', prints: [/Planets\n/, /3 of 3 done/], runs: [[OK], [OK], [OK]] },
  {
    example: 'flights',
    prints: [/"price": \d+/, new RegExp(`run ${UUID} ${OK}\n$`)],
    runs: [[OK, OK]],
  },
];

describe.each(EXAMPLES)('the example $example', ({ example, prints, runs }) => {
  it('does what it says, offline, and leaves every run ended truly', async () => {
    await using service = await startLocalService();
    using profile = temporaryProfile(service);
    const env = example === 'api-key' ? service.apiKeyEnv : service.iamEnv;
    const { code, stdout, stderr } = await runExample(example, {
      ...env,
      ...(example === 'iam-profile' ? profile.env : {}),
    });
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

describe('an example that is copied into a project', () => {
  it('imports nothing but packages that can be installed', () => {
    const own = readdirSync(join(ROOT, 'examples')).filter((file) => file.endsWith('.ts'));
    const local = own.filter((file) => /(?:from|import|URL\() ?'\.{0,2}\//.test(readExample(file)));
    expect(local).toEqual([]);
  });

  it.each(['with-workflow', 'api-key', 'iam-profile', 'handoff-fork-message'])(
    'runs offline as it is: %s',
    async (example) => {
      const { code, stdout, stderr } = await runExample(example);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/Mars|Planets/);
    },
    120_000,
  );
});

it('has a test for every example', () => {
  const files = readdirSync(join(ROOT, 'examples')).filter((file) => file.endsWith('.ts'));
  const names = files.map((file) => file.slice(0, -'.ts'.length));
  // In test/workflow, test/people, test/remote and test/storage.
  const others = [
    'ask-a-person',
    'agent-core-browser',
    'agent-core-sdk',
    'remote-browser',
    's3-traces',
    'saved-login-s3',
  ];
  const elsewhere = names.filter((name) => name.startsWith('handoff-') || others.includes(name));
  const here = EXAMPLES.map(({ example }) => example);
  expect(names.filter((name) => ![...here, ...elsewhere].includes(name))).toEqual([]);
});
