import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const CLI = [process.execPath, '--import', 'tsx', PROGRAM];
const onPosix = test.skipIf(process.platform === 'win32');

function start(command: string[], env: Record<string, string> = {}) {
  const [file = '', ...args] = command;
  const child = spawn(file, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seen = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    seen.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    seen.stderr += text;
  });
  // Closed only when nobody holds the pipes any more: nothing is left running.
  const closed = once(child, 'close').then(([code, signal]) => ({ code, signal, ...seen }));
  return { child, closed };
}
const exec = (script: string, env?: Record<string, string>, options: string[] = []) =>
  start(
    [...CLI, 'exec', ...options, '--', process.execPath, '--input-type=module', '-e', script],
    env,
  );
const firstOutput = (child: ChildProcess) =>
  child.stdout ? once(child.stdout, 'data') : undefined;

describe('nova-act-local exec', () => {
  test('gives a program all it needs, and nothing that leads elsewhere', async () => {
    const script = `
      const { env } = process;
      const health = await fetch(env.AWS_ENDPOINT_URL_NOVA_ACT + '/health');
      const shown = Object.keys(env).filter((name) => /^(AWS|NOVA_ACT)_/.test(name)).sort();
      console.log(JSON.stringify({ health: health.status, shown, no: env.NO_PROXY, arg: process.argv.at(-1) }));
    `;
    const elsewhere = {
      AWS_PROFILE: 'work',
      AWS_SESSION_TOKEN: 'x',
      AWS_ROLE_ARN: 'x',
      HTTP_PROXY: 'http://127.0.0.1:9',
      NO_PROXY: 'intranet',
      no_proxy: '',
    };
    const { code, stdout, stderr } = await exec(script, elsewhere).closed;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { health, shown, no } = JSON.parse(stdout);
    expect(health).toBe(200);
    expect(no).toBe('intranet,127.0.0.1,localhost');
    expect(shown).toEqual(
      expect.arrayContaining(['AWS_ACCESS_KEY_ID', 'AWS_DEFAULT_REGION', 'NOVA_ACT_API_KEY']),
    );
    expect(shown.filter((name: string) => name in elsewhere)).toEqual([]);
  });

  test('passes the exit code on', async () => {
    expect(await exec('process.exit(7)').closed).toMatchObject({ code: 7, stdout: '', stderr: '' });
  });

  test('says when there is no such command', async () => {
    const { closed } = start([...CLI, 'exec', '--', 'no-such-command']);
    expect(await closed).toMatchObject({
      code: 127,
      stderr: expect.stringMatching(/no command no-such-command/),
    });
  });

  onPosix('says when the command cannot be run', async () => {
    const { closed } = start([...CLI, 'exec', '--', import.meta.dirname]);
    expect(await closed).toMatchObject({
      code: 126,
      stderr: expect.stringMatching(/cannot be run \(EACCES\)/),
    });
  });

  test('takes the options of the service before the command', async () => {
    const { closed } = exec('console.log(process.env.NOVA_ACT_API_KEY)', {}, ['--api-key', 'mine']);
    expect(await closed).toMatchObject({ code: 0, stdout: 'mine\n' });
  });

  onPosix('hands signals on, and ends as the program ended', async () => {
    const polite = `process.on('SIGTERM', () => process.exit(3)); setInterval(() => {}, 1000); console.log('up')`;
    const first = exec(polite);
    await firstOutput(first.child);
    first.child.kill('SIGTERM');
    expect(await first.closed).toMatchObject({ code: 3 });

    const second = exec(`setInterval(() => {}, 1000); console.log('up')`);
    await firstOutput(second.child);
    second.child.kill('SIGTERM');
    expect(await second.closed).toMatchObject({ code: null, signal: 'SIGTERM' });
  });
});

describe('started by npx', () => {
  // npx starts a shell, which starts the command; a signal for npx ends npx and the shell.
  const underShell = (command: string[], env: Record<string, string>) =>
    start(['sh', '-c', '"$@"; true', 'sh', ...command], env);

  onPosix('it ends when npx is ended, and so does the program it runs', async () => {
    const forever = `setInterval(() => {}, 1000); console.log('up')`;
    for (const args of [
      ['--port', '0'],
      ['exec', '--', process.execPath, '-e', forever],
    ]) {
      const { child, closed } = underShell([...CLI, ...args], { npm_command: 'exec' });
      await firstOutput(child);
      child.kill('SIGTERM');
      expect(await closed).toMatchObject({ signal: 'SIGTERM', stderr: '' });
    }
  });
});
