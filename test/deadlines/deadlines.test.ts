import {
  ActCanceledError,
  ActTimeoutError,
  NotStartedError,
  NovaAct,
  StartFailedError,
} from '@nova-act/core';
import {
  type RunningLocalService,
  type ScriptedProgram,
  scriptedModel,
  startLocalService,
} from '@nova-act/local';
import { Workflow, WorkflowCanceledError } from '@nova-act/workflow';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { chromium } from '../support/chromium.js';
import { type PageServer, servePages } from '../support/serve-pages.js';
import { rejection } from '../workflow/support/local-run.js';

const FIRST = '<box>0,0,100,200</box>';
const SECOND = '<box>200,0,300,200</box>';
const PAGES = {
  // Its first button blocks the page's main thread for 3 s; both write down that they were clicked.
  '/blocking': `<!doctype html><style>button{position:absolute;left:0;width:200px;height:100px}</style>
    <button style="top:0" onclick="did.push('first');const end=Date.now()+3000;while(Date.now()<end);">1</button>
    <button style="top:200px" onclick="did.push('second')">2</button>
    <script>window.did=[]</script>`,
  '/field': `<!doctype html><textarea style="position:absolute;top:0;left:0;width:200px;height:100px"
    onkeydown="keys++"></textarea><script>window.keys=0</script>`,
};

let service: RunningLocalService;
let pages: PageServer;
let program: ScriptedProgram = [];

beforeAll(async () => {
  service = await startLocalService({ model: scriptedModel(() => program) });
  pages = await servePages(PAGES);
});
afterAll(async () => {
  await service.stop();
  await pages[Symbol.asyncDispose]();
});
beforeEach(() => service.faults.clear());

function options(signal?: AbortSignal) {
  return {
    workflowDefinitionName: 'deadlines',
    credentials: service.credentials,
    endpointUrl: service.url,
    ...(signal ? { signal } : {}),
  };
}

const withPage = <T>(path: string, body: (nova: NovaAct) => Promise<T>) =>
  Workflow.run(options(), async () => {
    await using nova = await NovaAct.start({ ...chromium(), startingPage: `${pages.url}${path}` });
    return await body(nova);
  });

function isOpen(nova: NovaAct | undefined): boolean {
  try {
    return nova?.page !== undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(NotStartedError);
    return false;
  }
}

const acts = () =>
  service
    .runs()
    .at(-1)
    ?.acts.map(({ status }) => status);

it('the timeout ends a model call whose socket stays silent', async () => {
  service.faults.add({ kind: 'silent', operation: 'InvokeActStep' });
  const error = await withPage('/field', (nova) => rejection(nova.act('go', { timeoutMs: 2_000 })));
  expect(error).toBeInstanceOf(ActTimeoutError);
  expect(acts()).toEqual(['TIMED_OUT']);
});

it('the timeout ends an act on a page whose main thread is blocked, and nothing is clicked after', async () => {
  program = [
    ['agentClick', FIRST],
    ['agentClick', SECOND],
  ];
  await withPage('/blocking', async (nova) => {
    const error = await rejection(nova.act('go', { timeoutMs: 2_000 }));
    expect(error).toBeInstanceOf(ActTimeoutError);
    // Answers once the page is free again; what was to come after the deadline would be there now.
    expect(await nova.page.evaluate('did')).toEqual(['first']);
    await nova.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await nova.page.evaluate('did')).toEqual(['first']);
  });
  expect(acts()).toEqual(['TIMED_OUT']);
});

it('the timeout ends a navigation that never commits', async () => {
  program = [['goToUrl', `${pages.url}/silent`]];
  await withPage('/field', async (nova) => {
    const error = await rejection(nova.act('go', { timeoutMs: 2_000 }));
    expect(error).toBeInstanceOf(ActTimeoutError);
    // The page is not left on its way to somewhere else: the next act finds it where it was.
    program = [['return', 'still here']];
    expect(await nova.act('go')).toMatchObject({ response: 'still here' });
  });
  expect(acts()).toEqual(['TIMED_OUT', 'SUCCEEDED']);
});

it('an abort ends typing, and no key is pressed after it', async () => {
  program = [['agentType', 'x'.repeat(10_000), FIRST]];
  await withPage('/field', async (nova) => {
    const abort = new AbortController();
    const acting = rejection(nova.act('go', { signal: abort.signal }));
    const typed = () =>
      nova.page.evaluate("document.querySelector('textarea').value.length + keys");
    await nova.page.waitForFunction(
      "document.querySelector('textarea') === document.activeElement",
    );
    abort.abort();
    expect(await acting).toBeInstanceOf(ActCanceledError);
    const first = await typed();
    await nova.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    expect(await typed()).toBe(first);
  });
});

it('an abort ends a start whose first page never commits, and the browser with it', async () => {
  const abort = new AbortController();
  const starting = Workflow.run(options(), async () => {
    const begun = NovaAct.start({
      ...chromium(),
      startingPage: `${pages.url}/silent`,
      signal: abort.signal,
    });
    setTimeout(() => abort.abort('enough'), 1_500);
    await begun;
  });
  const error = await rejection(starting);
  expect(error).toBeInstanceOf(StartFailedError);
  expect(error).toMatchObject({ cause: 'enough' });
  expect(service.runs().at(-1)?.status).toBe('FAILED');
});

it('the abort of a workflow ends what its browser is doing, and closes it', async () => {
  program = [['goToUrl', `${pages.url}/silent`]];
  const abort = new AbortController();
  let nova: NovaAct | undefined;
  const running = Workflow.run(options(abort.signal), async () => {
    nova = await NovaAct.start({ ...chromium(), startingPage: `${pages.url}/field` });
    nova.page.on('request', (request) => {
      // The page before may still ask for something of its own.
      if (request.url().endsWith('/silent')) abort.abort('over');
    });
    await nova.act('go');
  });
  expect(await rejection(running)).toBeInstanceOf(WorkflowCanceledError);
  // The rejection does not wait for the browser to be gone; the browser goes all the same.
  await expect.poll(() => isOpen(nova)).toBe(false);
  await expect.poll(acts).toEqual(['FAILED']);
});
