import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startLocalService } from '@nova-act/local';
import { describe, expect, it } from 'vitest';
import { startBrowserProcess } from '../../scripts/bench/step/browser-process.js';
import { findPythonSdk, pythonSdkMayBeInstalled } from '../../scripts/bench/step/python-sdk.js';

const run = promisify(execFile);
const client = fileURLToPath(new URL('./rules_client.py', import.meta.url));
const python = (await pythonSdkMayBeInstalled())
  ? await findPythonSdk()
  : { reason: 'it is not installed (set BENCH_PYTHON, or CI=true to install it)' };
const reason = 'reason' in python ? python.reason : '';

describe.skipIf('reason' in python)(`the official client${reason && ` (${reason})`}`, () => {
  it('works the practice pages with the model made of rules, which answers truly or not at all', async () => {
    if (!('interpreter' in python)) return;
    await using service = await startLocalService();
    const browser = await startBrowserProcess('1600,900');
    const integer = { type: 'integer' };
    const prompts = [
      ['How many moons does Mars have?', integer],
      ['Which planet has the most moons?', { type: 'string' }],
      ['Is there a planet called Vulcan?', { type: 'boolean' }],
      ['Click the link Mars', null],
      ['Click the link Vulcan', null],
    ];
    const env = Object.entries(service.iamEnv).filter(([, value]) => value !== '');
    const { stdout } = await run(python.interpreter, [client], {
      timeout: 120_000,
      env: {
        PATH: process.env.PATH,
        HOME: '/nonexistent',
        ...Object.fromEntries(env),
        NOVA_ACT_SKIP_PLAYWRIGHT_INSTALL: '1',
        CDP_URL: browser.cdpUrl,
        PAGE_URL: `${service.gymUrl}/planets`,
        PROMPTS: JSON.stringify(prompts),
      },
    }).finally(() => browser.close());
    expect(JSON.parse(/^@@(.*)$/m.exec(stdout)?.[1] ?? '[]')).toEqual([
      2,
      'Saturn',
      { refused: expect.stringContaining('may be there all the same') },
      `${service.gymUrl}/planets/mars`,
      { refused: expect.stringContaining('Vulcan') },
    ]);
  }, 180_000);
});
