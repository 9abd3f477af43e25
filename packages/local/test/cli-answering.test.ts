import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalService } from '@nova-act/local';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../src/cli/run-cli.js';
import { apiKeyClient } from './clients.js';
import { firstResults, observation, openAct } from './life-of-a-run.js';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nova-act-cli-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const seen = observation({
  simplifiedDOM: '<body nova-act-id="1"><button nova-act-id="2">Buy</button></body>',
  idToBboxMap: { 2: { x: 100, y: 100, width: 80, height: 20 } },
});

/** Runs the command, and takes the first step of an act that is to click “Buy”. */
async function firstCall(args: string[], env: Record<string, string> = {}) {
  const stop = new AbortController();
  let printed = '';
  let errors = '';
  let answer: unknown;
  let visited: Promise<unknown> = Promise.resolve();
  const value = (name: string) => new RegExp(`export ${name}=(.+)`).exec(printed)?.[1] ?? '';
  const visit = async () => {
    const send = apiKeyClient({
      fetch: globalThis.fetch,
      origin: value('AWS_ENDPOINT_URL_NOVA_ACT'),
      apiKey: value('NOVA_ACT_API_KEY'),
      credentials: { accessKeyId: '', secretAccessKey: '' },
      region: 'us-east-1',
    });
    const paths = await openAct(send, { task: 'Click Buy', stepEnd: '/invoke-step' });
    const { body } = await send('PUT', paths.step, { callResults: firstResults(seen) });
    answer = (body['calls'] as { name: string; input: unknown }[]).find(
      ({ name }) => name !== 'think',
    );
  };
  const code = await runCli(['--port', '0', ...args], {
    env,
    windows: false,
    stop: stop.signal,
    print: (text) => {
      printed += text;
      visited = visit().finally(() => stop.abort());
    },
    printError: (text) => {
      errors += text;
    },
  });
  await visited;
  return { code, printed, errors, answer };
}

const click = { name: 'agentClick', input: ['<box>100,100,120,180</box>'] };

describe('the command', () => {
  test('records what the rules answer, and replays it', async () => {
    const recorded = await firstCall(['--record', directory, '--record-screenshots']);
    expect(recorded).toMatchObject({ code: 0, answer: click });
    expect(recorded.printed).toContain(`, recorded into ${directory}`);
    expect((await readdir(directory)).map((file) => file.replace(/^.*\./, '')).sort()).toEqual([
      'jpg',
      'json',
      'jsonl',
    ]);
    const replayed = await firstCall(['--replay', directory]);
    expect(replayed).toMatchObject({ code: 0, answer: click });
    expect(replayed.printed).toContain(`Model replay of ${directory}`);
  });

  test('plays a cassette up to a step, and goes on as a script says', async () => {
    await firstCall(['--record', directory]);
    const script = join(directory, 'script.json');
    await writeFile(script, '[[["return", "live"]]]');
    const scripted = ['--model', 'scripted', '--script', script];
    expect(await firstCall(scripted)).toMatchObject({ answer: { name: 'return' } });
    const goOn = (step: string) => firstCall(['--replay', directory, '--go-on', step, ...scripted]);
    const second = await goOn('2');
    expect(second).toMatchObject({ code: 0, answer: click });
    expect(second.printed).toContain(`replay of ${directory} to step 1, then script ${script}`);
    expect(await goOn('1')).toMatchObject({ answer: { name: 'return', input: ['live'] } });
    expect(await goOn('end')).toMatchObject({ answer: click });
    await writeFile(script, 'return');
    expect(await firstCall(scripted)).toMatchObject({
      code: 2,
      errors: expect.stringContaining(`--script ${script}: The script is not JSON`),
    });
  });

  test('passes on to the real service with the key of the environment, and records that without it', async () => {
    await using real = await startLocalService();
    const args = ['--upstream', 'api-key', '--upstream-url', real.apiKeyUrl, '--record', directory];
    expect(await firstCall(args, { NOVA_ACT_API_KEY: real.apiKey })).toMatchObject({ code: 0 });
    expect(real.runs()).toMatchObject([{ acts: [{ task: 'Click Buy', steps: [{ step: 1 }] }] }]);
    const files = await Promise.all(
      (await readdir(directory)).map((file) => readFile(join(directory, file), 'utf8')),
    );
    expect(files.join('')).not.toContain(real.apiKey);
  });

  test('asks a model behind a chat completions endpoint', async () => {
    let authorization: string | undefined;
    const endpoint = createServer((request, response) => {
      authorization = request.headers.authorization;
      const made = { function: { name: 'wait', arguments: '{"seconds":3}' } };
      request
        .resume()
        .on('end', () =>
          response.end(JSON.stringify({ choices: [{ message: { tool_calls: [made] } }] })),
        );
    });
    await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
    try {
      const baseUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/v1`;
      const args = ['--model', 'openai', '--base-url', baseUrl, '--model-name', 'tiny'];
      const { answer, printed } = await firstCall(args, { OPENAI_API_KEY: 'sk-1' });
      expect(answer).toMatchObject({ name: 'wait', input: [3] });
      expect(authorization).toBe('Bearer sk-1');
      expect(printed).toContain('tiny at http://127.0.0.1');
      expect(printed).not.toContain('sk-1');
    } finally {
      endpoint.closeAllConnections();
      endpoint.close();
    }
  });

  test.each<[args: string[], code: number, message: string]>([
    [['--model', 'gpt'], 2, '--model must be rules, scripted or openai, is "gpt"'],
    [['--model', 'openai'], 2, '--model openai needs --base-url URL and --model-name NAME'],
    [
      ['--model', 'openai', '--base-url', 'x', '--model-name', 'y'],
      2,
      'baseUrl must be an http or https URL',
    ],
    [['--base-url', 'http://a.test'], 2, '--base-url goes with --model openai only'],
    [['--model', 'rules', '--replay', 'x'], 2, '--model and --replay each say what answers'],
    [['--model', 'scripted'], 2, '--model scripted needs --script FILE'],
    [['--model', 'scripted', '--script', '/nowhere'], 2, "--script /nowhere can't be read"],
    [['--script', 'x'], 2, '--script goes with --model scripted only'],
    [['--go-on', '2'], 2, '--go-on goes with --replay only'],
    [
      ['--replay', 'x', '--go-on', '0'],
      2,
      '--go-on must be the number of a recorded step, from 1, or end, is "0"',
    ],
    [['--upstream', 'azure'], 2, '--upstream must be aws or api-key, is "azure"'],
    [['--upstream', 'api-key'], 2, '--upstream api-key needs NOVA_ACT_API_KEY'],
    [
      ['--upstream', 'api-key', '--upstream-region', 'x'],
      2,
      '--upstream-region goes with --upstream aws only',
    ],
    [['--record-screenshots'], 2, '--record-screenshots goes with --record only'],
    [
      ['--record', 'x', '--record-typed-text', 'no'],
      2,
      '--record-typed-text must be keep or hide, is "no"',
    ],
    [['--record', ''], 2, '--record must name a folder'],
    [['--replay', 'x', '--record', 'y'], 2, '--replay and --record exclude each other'],
    [['--replay', '/nowhere/at/all'], 1, "index.json can't be read"],
  ])('refuses %j with %d', async (args, code, message) => {
    expect(await firstCall(args)).toMatchObject({ code, errors: expect.stringContaining(message) });
  });
});
