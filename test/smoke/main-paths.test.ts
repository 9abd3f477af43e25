// One check of each main path, in a real browser and over the wire, in well under a minute: what a
// change must not break, run before each commit (`npm run smoke`). The depths are tested elsewhere.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActTimeoutError, NovaAct, sharedBrowser } from '@nova-act/core';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { currentWorkflow, joinWorkflow, withWorkflow } from '@nova-act/workflow';
import { type Browser, chromium as playwrightChromium } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type GalleryServer, startGalleryServer } from '../gallery/settle/gallery-server.js';
import { observeSettle } from '../gallery/settle/observe-settle.js';
import { writtenPages } from '../gallery/settle/pages/index.js';
import { chromium, launchOptions } from '../support/chromium.js';
import { servePages } from '../support/serve-pages.js';

const definition = { workflowDefinitionName: 'smoke', modelId: 'nova-act-latest' };
const Planet = z.object({ name: z.string(), moons: z.number().int() });

let service: RunningLocalService;
let traces: string;

/** The clients of this process use the service with one kind of authentication. */
const use = (env: Record<string, string>) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
};
/** The statuses of the run that ended last, and of its acts. */
const lastRun = () => {
  const run = service.runs().at(-1);
  return run && [run.status, ...run.acts.map((act) => act.status)];
};
/** The browsers that this process started and that still run; nothing where `ps` is missing. */
const browsers = (): string[] | undefined => {
  const { stdout, error } = spawnSync('ps', ['-A', '-o', 'ppid=,args='], { encoding: 'utf8' });
  if (error) return undefined;
  const ours = new RegExp(`^\\s*${process.pid}\\s.*chrom`, 'i');
  return stdout.split('\n').filter((line) => ours.test(line));
};

beforeAll(async () => {
  service = await startLocalService();
  traces = mkdtempSync(join(tmpdir(), 'nova-act-smoke-'));
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await service?.stop();
  rmSync(traces, { recursive: true, force: true });
});

describe('with AWS credentials', () => {
  test('a workflow acts in a browser, brings back a typed answer and is on record as succeeded', async () => {
    use(service.iamEnv);
    const mostMoons = withWorkflow(definition, async () => {
      await using nova = await NovaAct.start({
        ...chromium(),
        startingPage: `${service.gymUrl}/planets`,
        logsDirectory: traces,
      });
      return await nova.actGet('Which planet has the most moons?', { schema: Planet });
    });
    const { parsed, metadata } = await mostMoons();
    expect(parsed).toEqual({ name: 'Saturn', moons: expect.any(Number) });
    expect(lastRun()).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    expect(readFileSync(metadata.tracePath ?? '', 'utf8')).toContain('Which planet');
  });

  test('a body that throws: its own error comes out, and the run is on record as failed', async () => {
    use(service.iamEnv);
    const mine = new Error('mine');
    const failing = withWorkflow(definition, async () => {
      throw mine;
    });
    await expect(failing()).rejects.toBe(mine);
    expect(lastRun()).toEqual(['FAILED']);
  });

  test('a run is handed on as text, and what joins it works in the same run', async () => {
    use(service.iamEnv);
    const parent = withWorkflow(definition, () => {
      const { workflowRunId } = currentWorkflow();
      const joined = joinWorkflow(
        JSON.stringify(currentWorkflow().handoff()),
        () => currentWorkflow().workflowRunId === workflowRunId,
      );
      return joined;
    });
    expect(await parent()).toBe(true);
    expect(lastRun()).toEqual(['SUCCEEDED']);
  });
});

describe('with an API key', () => {
  test('sessions share one browser, each with a run of its own', async () => {
    use(service.apiKeyEnv);
    const browser = sharedBrowser(chromium());
    const titles = await Promise.all(
      [1, 2].map(async () => {
        await using nova = await NovaAct.start({
          browser,
          startingPage: `${service.gymUrl}/planets`,
        });
        return (await nova.actGet('What is the title of the page?')).parsed;
      }),
    );
    expect(titles).toEqual([
      expect.stringContaining('Planets'),
      expect.stringContaining('Planets'),
    ]);
    expect(lastRun()).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  });

  test('a deadline pre-empts an act whose page never comes', async () => {
    use(service.apiKeyEnv);
    await using pages = await servePages({ '/': '<a href="/never">never</a>' });
    await using nova = await NovaAct.start({ ...chromium(), startingPage: pages.url });
    const work = nova.act('Click on "never"', { timeoutMs: 2_000 });
    await expect(work).rejects.toBeInstanceOf(ActTimeoutError);
    expect(service.runs().at(-1)?.acts.at(-1)?.status).toBe('TIMED_OUT');
  });
});

describe('settling waits for', () => {
  const kinds = [
    'changes the document at once',
    'does nothing',
    'sets a timer of 1 s',
    'sleeps three times for 200 ms',
    'shows a skeleton, then lazy parts after 100, 400 and 900 ms',
    'loads an image that was lazy',
    'asks a worker that answers after 400 ms',
    'opens a window',
  ];
  const pages = writtenPages.filter(({ name }) => kinds.includes(name));
  let browser: Browser;
  let server: GalleryServer;
  beforeAll(async () => {
    browser = await playwrightChromium.launch(launchOptions);
    server = await startGalleryServer(pages);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  });

  test.each(kinds)('a page that %s', async (kind) => {
    const page = pages.find(({ name }) => name === kind);
    if (!page) throw new Error(`The gallery has no page that ${kind}.`);
    expect(await observeSettle(browser, server.urlOf(page), page)).toMatchObject({ right: true });
  });
});

test('no browser is left running', async ({ skip }) => {
  if (!browsers()) skip('there is no ps on this machine');
  expect(browsers()).toEqual([]);
  const one = await playwrightChromium.launch(launchOptions);
  expect(browsers()).toHaveLength(1);
  await one.close();
});
