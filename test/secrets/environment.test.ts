import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumEnv } from '../support/chromium.js';
import { leaksIn, PLANTED, signed } from './planted.js';

const PROGRAM = fileURLToPath(new URL('./env-program.ts', import.meta.url));
const DEAD = signed('http://127.0.0.1:9/page');

let local: RunningLocalService;
beforeAll(async () => {
  const model = scriptedModel(({ prompt }) =>
    prompt === 'fail' ? [['goToUrl', DEAD]] : [['return', 'done']],
  );
  local = await startLocalService({
    model,
    apiKey: PLANTED.apiKey,
    credentials: {
      accessKeyId: PLANTED.accessKeyId,
      secretAccessKey: PLANTED.secretAccessKey,
      sessionToken: PLANTED.sessionToken,
    },
  });
});
afterAll(() => local?.stop());

/** Runs the program at the most verbose level and gives all that it printed. */
async function printed(env: Readonly<Record<string, string>>): Promise<string> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM], {
    env: {
      PATH,
      HOME,
      ...env,
      NOVA_ACT_LOG_LEVEL: 'debug',
      ...chromiumEnv(),
      NOVA_ACT_TEST_PAGE: signed(`${local.gymUrl}/planets`),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = await once(child, 'close');
  return `${output}\nexit ${code}`;
}

it.each([
  ['AWS credentials', () => local.iamEnv],
  ['an API key', () => ({ ...local.apiKeyEnv, NOVA_ACT_TEST_USE_KEY: '1' })],
])(
  'a program with %s in its environment prints no secret, however much it prints',
  async (_, env) => {
    const output = await printed(env());
    expect(output).toContain('"level":"debug"');
    expect(output).toContain('workflowRunId');
    expect(output).toContain('ActActuationError');
    expect(output).toContain('X-Amz-Signature=REDACTED');
    expect(output).toMatch(/exit 1$/);
    expect(leaksIn(output)).toEqual([]);
  },
);

it('both kinds at once are refused without showing either', async () => {
  const output = await printed(local.env);
  expect(output).toContain('AuthError');
  expect(leaksIn(output)).toEqual([]);
});
