import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NovaAct, secret } from '@nova-act/core';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { type Browser, chromium as playwright } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromium, launchOptions } from '../support/chromium.js';
import { box, startTracedSite } from './traced-site.js';

let service: RunningLocalService;
let site: Awaited<ReturnType<typeof startTracedSite>>;
let directory: string;
let browser: Browser;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nova-act-traces-'));
  site = await startTracedSite();
  const click = [['agentClick', box(100)], 'waitForPageToSettle', 'takeObservation'] as const;
  service = await startLocalService({
    model: scriptedModel(({ step, prompt }) => {
      if (prompt.includes('for long')) return [['wait', 30]];
      return step === 1 ? click : [['return', '"done"']];
    }),
  });
  browser = await playwright.launch(launchOptions);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  await site?.close();
  await rm(directory, { recursive: true, force: true });
});

const options = () => ({
  ...service.novaActOptions,
  startingPage: site.url,
  logsDirectory: directory,
  playwrightTrace: true,
});
/** A zip file begins so. */
const isZip = async (page: string | undefined) => {
  const bytes = await readFile((page ?? '').replace(/html$/, 'zip'));
  return bytes.subarray(0, 2).toString() === 'PK';
};

it('records each act into a file beside its page, also one that is ended early', async () => {
  const pages: (string | undefined)[] = [];
  await NovaAct.use({ ...chromium(), ...options() }, async (nova) => {
    pages.push((await nova.act('Click')).metadata.tracePath);
    const late = await nova.act('Wait for long', { timeoutMs: 2_000 }).catch((error) => error);
    expect(late.code).toBe('ACT_TIMEOUT');
    pages.push(late.metadata.tracePath, (await nova.act('Click again')).metadata.tracePath);
  });
  expect(await Promise.all(pages.map(isZip))).toEqual([true, true, true]);
  expect(new Set(pages).size).toBe(3);
});

it('leaves a borrowed context as it was: it can be traced by its owner again', async () => {
  const context = await browser.newContext();
  await NovaAct.use({ ...options(), context }, (nova) => nova.act('Click'));
  await context.tracing.start();
  await context.tracing.stop();
  await context.close();
});

it('fails the start where the context is traced by its owner already, who goes on', async () => {
  const context = await browser.newContext();
  await context.tracing.start();
  await expect(NovaAct.start({ ...options(), context })).rejects.toMatchObject({
    name: 'StartFailedError',
    cause: { name: 'ValidationError', field: 'playwrightTrace' },
  });
  await context.tracing.stop();
  await context.close();
});

it.each([
  [{ logsDirectory: undefined }],
  [{ actuator: {} }],
  [{ playwrightTrace: 'yes' }],
  [{ mask: ['#card'] }],
  [{ secrets: { card: secret('4111-2222', { allowedUrls: ['https://e.test'] }) } }],
])('is refused with %j', (more) => {
  expect(() => new NovaAct({ ...options(), ...more } as object)).toThrow(/^playwrightTrace: /);
});
