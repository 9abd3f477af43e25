import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { runAlone } from '../packaging/first-program.js';
import { chromium } from '../support/chromium.js';
import { type Bundler, esbuild, withRolldown, withRollup, withWebpack } from './bundle.js';

/** It looks, types, chooses, clicks, settles and reads the page: every kind of code that runs there. */
const PROGRAM = `
import { NovaAct } from '@nova-act/core';
import { withWorkflow } from '@nova-act/workflow';

const search = withWorkflow({ workflowDefinitionName: 'flights' }, () =>
  NovaAct.use({ startingPage: process.env.GYM + '/next-dot' }, async (nova) => {
    await nova.act('Find flights from Boston to Wolf on Feb 22nd');
    return (await nova.actGet('Return the cheapest flight')).response;
  }),
);
console.log(await search());
`;

const folder = join(ROOT, '.cache', 'bundlers');
let service: RunningLocalService;
beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'program.js'), PROGRAM);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  service = await startLocalService();
});
afterAll(async () => {
  await service?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const BUNDLERS: [string, Bundler][] = [
  ['esbuild', esbuild(false, false)],
  ['esbuild --minify', esbuild(true, false)],
  ['esbuild --keep-names', esbuild(false, true)],
  ['esbuild --minify --keep-names', esbuild(true, true)],
  ['webpack', withWebpack],
  ['rollup', withRollup],
  ['rolldown', withRolldown],
];

describe('a program in a bundle', () => {
  it.each(BUNDLERS)(
    'of %s acts in a browser',
    async (name, bundle) => {
      const output = join(folder, `${name.replace(/[^a-z]+/g, '-')}.mjs`);
      await bundle(join(folder, 'program.js'), output);
      const { executablePath, browserArgs } = chromium();
      const { code, stdout, stderr } = await runAlone(process.execPath, [output], folder, {
        ...service.iamEnv,
        GYM: service.gymUrl,
        NOVA_ACT_HEADLESS: '1',
        NOVA_ACT_BROWSER_EXECUTABLE: executablePath,
        NOVA_ACT_BROWSER_ARGS: JSON.stringify(browserArgs),
      });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/[A-Z]{2} \d+/);
    },
    120_000,
  );
});

describe('the built package', () => {
  it('holds what runs in a page as text', () => {
    const dist = join(ROOT, 'packages/core/dist');
    const code = readdirSync(dist)
      .filter((file) => /\.c?js$/.test(file))
      .map((file) => readFileSync(join(dist, file), 'utf8').replace(/function inPage\(/, ''));
    expect(code.join('').match(/\binPage\(`/g)?.length).toBeGreaterThan(40);
    expect(code.join('').match(/\binPage\((?!`).{0,40}/g)).toBeNull();
  });
});
