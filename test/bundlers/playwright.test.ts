import { copyFileSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { runAlone } from '../packaging/first-program.js';
import { temporaryFolder } from '../packaging/pack.js';
import { chromium } from '../support/chromium.js';
import { esbuild } from './bundle.js';

const PROGRAM = `
import { NovaAct } from '@nova-act/core';

try {
  await NovaAct.use({ startingPage: process.env.GYM }, async (nova) => {
    console.log('browser', nova.page.context().browser().version());
  });
} catch (error) {
  console.log(error.message);
}
`;
/** Nothing but Playwright's own browser is looked for, and of that there is none. */
const NO_BROWSER = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { existsSync } = fs;
fs.existsSync = (path) => !/chrom|edge/i.test(String(path)) && existsSync(path);
syncBuiltinESMExports();
`;

const sources = join(ROOT, '.cache', 'bundlers-playwright');
const input = join(sources, 'program.js');
const away = temporaryFolder();
let service: RunningLocalService;
beforeAll(async () => {
  mkdirSync(sources, { recursive: true });
  writeFileSync(input, PROGRAM);
  writeFileSync(join(away.path, 'no-browser.mjs'), NO_BROWSER);
  await esbuild(false, false)(input, join(away.path, 'outside.mjs'));
  service = await startLocalService();
});
afterAll(async () => {
  await service?.stop();
  rmSync(sources, { recursive: true, force: true });
  away.remove();
});

/** Runs a bundle in a folder of its own, in which this much of Playwright is installed. */
async function run(name: string, installed: string[], args: string[] = []): Promise<string> {
  const folder = join(away.path, installed.join('-') || 'nothing');
  for (const each of installed) {
    const link = join(folder, 'node_modules', each);
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    symlinkSync(realpathSync(join(ROOT, 'packages/core/node_modules', each)), link, 'junction');
  }
  mkdirSync(folder, { recursive: true });
  const bundle = join(folder, name);
  copyFileSync(join(away.path, name), bundle);
  const { executablePath, browserArgs } = chromium();
  const { code, stdout, stderr } = await runAlone(process.execPath, [...args, bundle], folder, {
    NOVA_ACT_API_KEY: service.apiKey,
    NOVA_ACT_ENDPOINT_URL: service.iamEnv['NOVA_ACT_ENDPOINT_URL'],
    GYM: service.gymUrl,
    NOVA_ACT_HEADLESS: '1',
    PLAYWRIGHT_BROWSERS_PATH: join(folder, 'no-browsers'),
    ...(args.length > 0 ? {} : { NOVA_ACT_BROWSER_EXECUTABLE: executablePath }),
    NOVA_ACT_BROWSER_ARGS: JSON.stringify(browserArgs),
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('a program whose Playwright is outside of its bundle', () => {
  it('runs where `playwright` is installed', async () => {
    expect(await run('outside.mjs', ['playwright'])).toMatch(/^browser \d/);
  });

  it('runs where only `playwright-core` is installed, with a browser of one’s own', async () => {
    expect(await run('outside.mjs', ['playwright-core'])).toMatch(/^browser \d/);
  });

  it('is told that Playwright is not installed where it is not', async () => {
    const said = await run('outside.mjs', []);
    expect(said).toContain('playwright: is not installed');
    expect(said).toContain('npm install playwright');
  });

  it('is told what to do where there is no browser', async () => {
    const preload = ['--import', join(away.path, 'no-browser.mjs')];
    const said = await run('outside.mjs', ['playwright', 'playwright-core'], preload);
    expect(said).toContain('npx playwright install chromium');
    expect(said).toContain('NOVA_ACT_BROWSER_EXECUTABLE');
    expect(said).toContain('`channel`');
  });
});

describe('a program whose Playwright is in its bundle', () => {
  const inside: Record<string, (output: string) => Promise<unknown>> = {
    esbuild: (outfile) =>
      build({
        ...{ entryPoints: [input], outfile, bundle: true, platform: 'node', format: 'esm' },
        logLevel: 'error',
      }),
    rolldown: async (file) => {
      const bundle = await rolldown({ input, platform: 'node', onLog: () => undefined });
      await bundle.write({ file, format: 'es', codeSplitting: false });
      await bundle.close();
    },
  };

  it.each(Object.keys(inside))(
    'by %s is told that it cannot be there, and how to leave it outside',
    async (name) => {
      await inside[name]?.(join(away.path, `${name}.mjs`));
      const said = await run(`${name}.mjs`, []);
      expect(said).toContain('playwright: is there and cannot be loaded');
      expect(said).toContain('esbuild --external:playwright');
    },
    180_000,
  );
});
