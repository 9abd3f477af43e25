import { NovaAct, type ToolContext, tool } from '@nova-act/core';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromium } from '../support/chromium.js';
import { type PageServer, servePages } from '../support/serve-pages.js';

const PAGES = {
  '/': '<!doctype html><title>start</title><button onclick="later()">Go</button>',
  '/later': `<!doctype html><title>waiting</title><h1>waiting</h1><script>
    fetch('/data').then(() => setTimeout(() => { document.title = 'there'; }, 300));</script>`,
  '/data': '1',
};

let service: RunningLocalService;
let pages: PageServer;
let seen: { url: string; dom: string }[] = [];
beforeAll(async () => {
  pages = await servePages(PAGES);
  service = await startLocalService({
    model: scriptedModel(({ step, observation }) => {
      if (observation) seen.push({ url: observation.activeURL, dom: observation.simplifiedDOM });
      return step === 1 ? [{ name: 'work', input: {} }, 'takeObservation'] : [['return', '"done"']];
    }),
  });
});
afterAll(async () => {
  await service.stop();
  await pages[Symbol.asyncDispose]();
});

async function afterTool(execute: (context: ToolContext) => unknown) {
  seen = [];
  const work = tool({
    name: 'work',
    description: 'Works on the page.',
    inputSchema: {},
    execute: (_, context) => execute(context),
  });
  const options = { ...chromium(), ...service.novaActOptions, captureDom: true, tools: [work] };
  await NovaAct.use({ ...options, startingPage: `${pages.url}/` }, (nova) => nova.act('Work'));
  return seen.at(-1);
}

it('What a tool navigates to is looked at when it has come to rest', async () => {
  const after = await afterTool(({ page }) => page?.goto(`${pages.url}/later`));
  expect(after).toMatchObject({
    url: `${pages.url}/later`,
    dom: expect.stringContaining('title="there"'),
  });
});

it('A tab that a tool opens is in front, and is looked at when its page is there', async () => {
  const after = await afterTool(({ page }) =>
    page?.evaluate((url) => {
      window.open(url);
    }, `${pages.url}/later`),
  );
  expect(after).toMatchObject({
    url: `${pages.url}/later`,
    dom: expect.stringContaining('title="there"'),
  });
});

it('What a tool sets going on the page is waited for, though the page stays', async () => {
  const after = await afterTool(({ page }) =>
    page?.evaluate(() => {
      setTimeout(() => {
        document.title = 'changed';
      }, 400);
    }),
  );
  expect(after).toMatchObject({ dom: expect.stringContaining('title="changed"') });
});
