import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startLocalService } from '@nova-act/local';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../src/cli/run-cli.js';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nova-act-cli-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** Runs the command in this process, and stops it once `visit` has seen what it printed. */
async function run(
  args: string[],
  visit: (printed: string) => Promise<void> = async () => undefined,
  { env = {}, windows = false }: { env?: Record<string, string>; windows?: boolean } = {},
) {
  const stop = new AbortController();
  let printed = '';
  let errors = '';
  let visited: Promise<unknown> = Promise.resolve();
  const code = await runCli(args, {
    env,
    windows,
    print: (text) => {
      printed += text;
      visited = visit(printed).finally(() => stop.abort());
    },
    printError: (text) => {
      errors += text;
    },
    stop: stop.signal,
  });
  await visited;
  return { code, printed, errors };
}
/** The value a printed line sets. */
const printedValue = (printed: string, name: string) =>
  new RegExp(`export ${name}=(.+)`).exec(printed)?.[1] ?? '';

describe('nova-act-local', () => {
  test('serves until it is stopped, having said what to set', async () => {
    let url = '';
    const { code, printed } = await run(['--port', '0'], async (text) => {
      url = printedValue(text, 'AWS_ENDPOINT_URL_NOVA_ACT');
      expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' });
      const key = printedValue(text, 'NOVA_ACT_API_KEY');
      const created = await fetch(
        `${printedValue(text, 'NOVA_ACT_ENDPOINT_URL')}/workflow-definitions/default/workflow-runs`,
        {
          method: 'PUT',
          headers: { authorization: `Bearer ${key}`, 'x-api-key': key },
          body: '{"modelId":"nova-act-preview","clientInfo":{"compatibilityVersion":1}}',
        },
      );
      expect(created.status).toBe(201);
    });
    expect(code).toBe(0);
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_REGION'])
      expect(printedValue(printed, name)).not.toBe('');
    expect(printed).toContain(`startingPage: '${url}/gym/planets'`);
    expect(printed).toContain('not the Nova Act model');
    await expect(fetch(`${url}/health`)).rejects.toThrow();
  });

  test('takes its keys from the command line or the environment', async () => {
    const keys = ['--api-key', 'my-key', '--access-key', 'AKIAMINE', '--secret-key', 'hush'];
    const given = await run(['--port', '0', ...keys]);
    const env = {
      NOVA_ACT_LOCAL_API_KEY: 'my-key',
      NOVA_ACT_LOCAL_ACCESS_KEY: 'AKIAMINE',
      NOVA_ACT_LOCAL_SECRET_KEY: 'hush',
    };
    const fromEnv = await run(['--port', '0'], undefined, { env });
    for (const { printed } of [given, fromEnv]) {
      expect(printedValue(printed, 'NOVA_ACT_API_KEY')).toBe('my-key');
      expect(printedValue(printed, 'AWS_ACCESS_KEY_ID')).toBe('AKIAMINE');
      expect(printedValue(printed, 'AWS_SECRET_ACCESS_KEY')).toBe('hush');
    }
  });

  test('keeps runs and keys in its data folder', async () => {
    const args = ['--port', '0', '--data', join(directory, 'deep', 'folder')];
    const key = async () => printedValue((await run(args)).printed, 'NOVA_ACT_API_KEY');
    const first = await key();
    expect(first).toHaveLength(36);
    expect(await key()).toBe(first);
    const file = join(directory, 'deep', 'folder', 'keys.json');
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toContain(first);
    await writeFile(file, '{"apiKey": 1}');
    expect(await run(args)).toMatchObject({
      code: 1,
      errors: expect.stringContaining('keys.json does not hold keys. Delete it'),
    });
  });

  test('makes faults, and lets only named definitions exist', async () => {
    const fault = JSON.stringify({ kind: 'throttle', retryAfterSeconds: 7 });
    await run(['--port', '0', '--fault', fault, '--definition', 'shop'], async (text) => {
      const url = printedValue(text, 'AWS_ENDPOINT_URL_NOVA_ACT');
      const key = printedValue(text, 'NOVA_ACT_API_KEY');
      const throttled = await fetch(`${url}/agent/workflow-definitions/default/workflow-runs`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${key}`, 'x-api-key': key },
      });
      expect(throttled.headers.get('retry-after')).toBe('7');
      const known = await fetch(`${url}/console/api/definitions`);
      expect(await known.json()).toEqual({ definitions: [{ name: 'shop', surface: 'aws' }] });
    });
  });

  test('prints what a Windows shell understands there', async () => {
    const { printed } = await run(['--port', '0'], undefined, { windows: true });
    expect(printed).toMatch(/\$env:NOVA_ACT_API_KEY = "[^"]+"/);
  });

  test('prints what another shell understands, and what would lead elsewhere as unset', async () => {
    const { printed } = await run(['--port', '0', '--shell', 'fish']);
    expect(printed).toMatch(/^ {2}set -gx NOVA_ACT_API_KEY \S+$/m);
    expect(printed).toMatch(/^ {2}set -e AWS_PROFILE .*NOVA_ACT_API_KEY$/m);
  });

  test('prints help and version', async () => {
    const help = await run(['--help']);
    expect(help.code).toBe(0);
    expect(help.printed).toMatch(/^Usage: nova-act-local/);
    const { version } = JSON.parse(
      await readFile(new URL('../package.json', import.meta.url), 'utf8'),
    );
    expect(await run(['--version'])).toMatchObject({ code: 0, printed: `${version}\n` });
  });

  test.each<[string[], RegExp]>([
    [['--port', '99999'], /--port must be a whole number from 0 to 65535, is "99999"/],
    [['--port', 'x'], /--port must be a whole number/],
    [['--prot', '1'], /--prot/],
    [['extra'], /extra/],
    [['--access-key', 'AKIA'], /--access-key and --secret-key go together/],
    [['--fault', 'x'], /--fault must be JSON/],
    [['--fault', '{"kind":"explode"}'], /--fault: .*kind must be one of/],
    [['--definition', 'two words'], /workflowDefinitions/],
    [['--host', '0.0.0.0'], /can be reached by others: give apiKey and credentials/],
    [['--shell', 'tcl'], /--shell must be one of sh, fish, powershell, cmd, is "tcl"/],
    [['exec'], /exec needs a command after --/],
    [['exec', '--port', '1'], /exec needs a command after --/],
    [['--data', ''], /dataDirectory must not be empty/],
    [['--max-body-mb', '0'], /--max-body-mb must be a whole number from 1/],
  ])('explains what is wrong with %j', async (args, message) => {
    const { code, printed, errors } = await run(args);
    expect(errors).toMatch(message);
    expect(errors).toContain('--help');
    expect([code, printed]).toEqual([2, '']);
  });

  test('says so when its port is taken', async () => {
    await using service = await startLocalService();
    const { port } = new URL(service.url);
    expect(await run(['--port', port])).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/EADDRINUSE.*Choose another port with --port/),
    });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 at %s', async (signal) => {
    const program = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', program, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
  });
});
