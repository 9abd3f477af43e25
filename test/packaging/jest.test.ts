import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium } from '../support/chromium.js';
import { runAlone } from './first-program.js';
import { packAll, temporaryFolder } from './pack.js';
import { isOffline, OFFLINE } from './registry.js';
import { run } from './run.js';

/** As a user writes it: the session, the run and the service in one test. */
const TEST = `
import { AuthError, isNovaActError, NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { Workflow } from '@nova-act/workflow';

test('finds a flight', async () => {
  const service = await startLocalService();
  try {
    const options = { ...service.workflowOptions, workflowDefinitionName: 'flights' };
    const startingPage = service.gymUrl + '/next-dot';
    const flight = await Workflow.run(options, () =>
      NovaAct.use({ ...service.novaActOptions, startingPage }, async (nova) => {
        await nova.act('Find flights from Boston to Wolf on Feb 22nd');
        return (await nova.actGet('Return the cheapest flight')).response;
      }),
    );
    expect(flight).toMatch(/[A-Z]{2} \\d+/);
    const error = await NovaAct.use({ startingPage: service.gymUrl }, async () => 1).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(AuthError);
    expect(isNovaActError(error)).toBe(true);
  } finally {
    await service.stop();
  }
}, 60_000);
`;
const REQUIRED = TEST.replace(/import (\{[^}]*\}) from ('[^']*');/g, 'const $1 = require($2);');

/** What Jest is told to do with a test file; packages in node_modules are left as they are. */
const WAYS: [string, string, string, object][] = [
  ['no transform at all', 'flight.test.js', REQUIRED, { transform: {} }],
  ['Jest’s own settings', 'flight.test.js', REQUIRED, {}],
  ['ts-jest, which checks types', 'flight.test.ts', TEST, { preset: 'ts-jest' }],
  ['@swc/jest', 'flight.test.ts', TEST, { transform: { '\\.ts$': '@swc/jest' } }],
];
const TOOLS = [
  'jest@30',
  'ts-jest@29',
  'typescript@5.9',
  '@types/jest@30',
  '@swc/jest',
  '@swc/core',
];
const QUIET = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];

const folder = temporaryFolder();
const app = join(folder.path, 'app');
let offline = false;
beforeAll(async () => {
  const packed = (await packAll(folder.path)).map(({ tarball }) => tarball);
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{ "name": "app", "private": true }');
  try {
    await run('npm', ['install', ...QUIET, ...packed, ...TOOLS, 'playwright'], app);
  } catch (error) {
    offline = isOffline(error);
    if (!offline) throw error;
  }
}, 400_000);
afterAll(folder.remove);

describe('in a Jest project of CommonJS, without settings for these packages', () => {
  it.for(WAYS)(
    'a test runs with %s',
    { timeout: 120_000 },
    async ([title, file, text, config], { skip }) => {
      skip(offline, OFFLINE);
      const own = join(app, title.replace(/[^\w]+/g, '-'));
      mkdirSync(own);
      writeFileSync(join(own, file), text);
      writeFileSync(join(own, 'jest.config.json'), JSON.stringify(config));
      writeFileSync(
        join(own, 'tsconfig.json'),
        '{ "compilerOptions": { "esModuleInterop": true } }',
      );
      const jest = join(app, 'node_modules/jest/bin/jest.js');
      const { executablePath, browserArgs } = chromium();
      const { code, stderr } = await runAlone(process.execPath, [jest], own, {
        NOVA_ACT_HEADLESS: '1',
        NOVA_ACT_BROWSER_EXECUTABLE: executablePath,
        NOVA_ACT_BROWSER_ARGS: JSON.stringify(browserArgs),
      });
      expect(stderr).toContain('1 passed');
      expect(code).toBe(0);
    },
  );
});
