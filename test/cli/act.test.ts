import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { shop, type World } from '../mcp-server/world.js';
import { chromiumEnv } from '../support/chromium.js';

const COMMAND = join(ROOT, 'packages/cli/bin/nova-act.js');

let world: World;
let folder: string;
beforeAll(async () => {
  world = await shop();
  folder = mkdtempSync(join(tmpdir(), 'nova-act-cli-'));
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const environment = (more: Record<string, string> = {}): Record<string, string | undefined> => ({
  ...process.env,
  ...world.service.apiKeyEnv,
  ...chromiumEnv(),
  NOVA_ACT_LOG_LEVEL: '',
  ...more,
});

function start(args: string[], env = environment()) {
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder, env });
  const printed = { out: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.error += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...printed }));
  return { child, ended };
}
const run = (...args: string[]) => start(args).ended;
const lamps = () => ['--url', `${world.pages.url}/lamps`];
const lastRun = () => world.service.runs().at(-1);

describe('nova-act act and get', () => {
  it('in a pipe the answer is all that is printed, and how it went is told beside it', async () => {
    const { code, out, error } = await run('get', 'Title?', ...lamps());
    const { workflowRunId, status, acts } = lastRun() ?? {};
    expect({ code, out }).toEqual({ code: 0, out: 'Lamps\n' });
    expect(error).toContain('step 1');
    expect(error).toContain(`run ${workflowRunId} SUCCEEDED, act ${acts?.[0]?.actId}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(out + error).not.toMatch(/\u001b/);
    expect(status).toBe('SUCCEEDED');
  });

  it('with --json the result is one value, with its steps and where it is on record', async () => {
    writeFileSync(join(folder, 'number.json'), '{ "type": "number" }');
    const { code, out } = await run(
      'get',
      'How many?',
      '--schema',
      'number.json',
      '--json',
      ...lamps(),
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      status: 'SUCCEEDED',
      answer: 12,
      url: `${world.pages.url}/lamps`,
      workflowRunId: lastRun()?.workflowRunId,
      steps: [{ step: 1, calls: [{ name: 'return' }] }],
    });
  });

  it('with --ndjson the run, each step and the result are a line, as they come', async () => {
    const { code, out } = await run('act', 'Look', '--ndjson', '--logs', 'traces', ...lamps());
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ type }) => type)).toEqual(['run', 'step', 'result']);
    const [begun, step, { tracePath, actId }] = lines;
    expect(begun.workflowRunId).toBe(lastRun()?.workflowRunId);
    expect(step).toMatchObject({ step: 1, url: `${world.pages.url}/lamps` });
    const found = await run('trace', 'open', actId, '--print');
    expect(found).toMatchObject({ code: 0, out: `${tracePath}\n` });
    expect((await run('trace', 'open', 'no-such-act')).code).toBe(4);
  });

  it('an act that fails is exit code 5, its run FAILED, and the JSON says which it was', async () => {
    const { code, out, error } = await run('act', 'Fail', '--json', ...lamps());
    expect(code).toBe(5);
    expect(JSON.parse(out).error).toMatchObject({
      code: 'ACT_AGENT_FAILED',
      exitCode: 5,
      workflowRunId: lastRun()?.workflowRunId,
      actId: lastRun()?.acts[0]?.actId,
    });
    expect(error).toContain('There is no such lamp.');
    expect(error).not.toContain('    at ');
    expect(lastRun()?.status).toBe('FAILED');
    const { error: told } = await run('act', 'Fail', ...lamps());
    // Its line says that it failed, the command's last word why.
    expect(told).toMatch(
      /✘ FAILED after [^:]*: ActAgentFailedError\nnova-act: There is no such lamp\.\n/,
    );
  });

  it('in a run of a definition, with AWS credentials', async () => {
    const env = { ...environment(), ...world.service.iamEnv };
    const { code } = await start(['act', 'Look', '--definition', 'lamps', ...lamps()], env).ended;
    expect(code).toBe(0);
    expect(lastRun()).toMatchObject({ workflowDefinitionName: 'lamps', status: 'SUCCEEDED' });
  });

  it('credentials that the service does not know are exit code 3', async () => {
    const env = { ...environment(), NOVA_ACT_API_KEY: 'x'.repeat(36) };
    const { code, error } = await start(['act', 'Look', ...lamps()], env).ended;
    expect(code).toBe(3);
    expect(error).toContain('nova-act doctor');
  });

  it('with --local it needs no account and nothing that is set', async () => {
    const { AWS_ENDPOINT_URL_NOVA_ACT: _, NOVA_ACT_API_KEY: __, ...env } = environment();
    const args = ['get', 'How many moons does Mars have?', '--schema', '{"type":"number"}'];
    const { code, out } = await start([...args, '--url', '/gym/planets', '--local'], env).ended;
    expect({ code, out }).toEqual({ code: 0, out: '2\n' });
  });
});

describe('nova-act act that is canceled', () => {
  it('ends act and run FAILED on record, and itself by the signal it got', async () => {
    const waiting = world.waiting();
    const { child, ended } = start(['act', 'Wait', '--json', ...lamps()]);
    await waiting;
    child.kill('SIGTERM');
    const { signal, out, error } = await ended;
    expect(signal).toBe('SIGTERM');
    const { workflowRunId, sessionId, actId } = lastRun()?.acts[0] ?? {};
    expect(JSON.parse(out).error).toEqual({
      code: 'CANCELED',
      message: 'Canceled',
      exitCode: 143,
      workflowRunId,
      sessionId,
      actId,
    });
    expect(lastRun()).toMatchObject({ status: 'FAILED', acts: [{ status: 'FAILED' }] });
    expect(error).toContain(`run ${lastRun()?.workflowRunId}`);
  });

  it.skipIf(spawnSync('script', ['--version']).status !== 0)(
    'at a terminal Ctrl-C does so, the shell sees 130, and colours are there to be seen',
    async () => {
      const waiting = world.waiting();
      const line = [process.execPath, COMMAND, 'act', 'Wait', ...lamps()];
      const words = line.map((word) => `'${word}'`).join(' ');
      const env = environment({ TERM: 'xterm', NO_COLOR: '' });
      // It is the terminal and the shell in one: what it ends with is what a shell calls `$?`.
      const child = spawn('script', ['-qfec', words, '/dev/null'], { env });
      let screen = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        screen += text;
      });
      const ended = once(child, 'close');
      await waiting;
      child.stdin.write('\u0003');
      expect(await ended).toEqual([130, null]);
      expect(screen).toContain('Canceled');
      expect(screen).toContain('\u001b[1m▶ Wait');
      expect(lastRun()).toMatchObject({ status: 'FAILED', acts: [{ status: 'FAILED' }] });
    },
  );
});

it('what reads no further does not end the command in a stack trace', () => {
  const line = `"${process.execPath}" "${COMMAND}" completion fish 2>&1 | head -n 1`;
  const out = execFileSync('sh', ['-c', line], { encoding: 'utf8' });
  expect(out).toBe('# nova-act completion fish > ~/.config/fish/completions/nova-act.fish\n');
});
