import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  AgentRedirectError,
  type BrowserSession,
  NovaAct,
  NovaActError,
  type NovaActOptions,
  type SharedBrowserOptions,
  sharedBrowser,
} from '@nova-act/core';
import {
  type RunningLocalService,
  type ScriptedProgram,
  scriptedModel,
  startLocalService,
} from '@nova-act/local';
import { chromium as playwright } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium } from '../support/chromium.js';
import { LOSSES } from './losses.js';

/** What is answered: looks at the page once more, and is done. */
const PROGRAMS: ScriptedProgram[] = [
  ['takeObservation'],
  ['takeObservation', ['return', '"seen"']],
];

let service: RunningLocalService;
/** Pages, and one whose answer never comes. */
let site: Server;
let siteUrl: string;
let asked: () => void = () => {};
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  service = await startLocalService({ model: scriptedModel(PROGRAMS) });
  site = createServer((request, response) => {
    if (request.url === '/never') return asked();
    response.setHeader('content-type', 'text/html');
    response.end('<title>site</title><p>hello');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  site?.closeAllConnections();
  site?.close();
  await service?.stop();
  process.off('unhandledRejection', note);
});

async function started(more: NovaActOptions = {}, browser = chromium()): Promise<NovaAct> {
  process.env['NOVA_ACT_ENDPOINT_URL'] = service.apiKeyUrl;
  const { apiKey } = service;
  return NovaAct.start({ ...browser, apiKey, startingPage: siteUrl, ...more });
}

/** What a method came to: nothing thrown, or an error that must be one of this library's own. */
async function outcome(method: () => unknown): Promise<string> {
  try {
    await method();
    return 'ok';
  } catch (error) {
    expect(error).toBeInstanceOf(NovaActError);
    expect(error).not.toBeInstanceOf(AgentRedirectError);
    const { code, message } = error as NovaActError;
    expect(code).toMatch(/^[A-Z_]{6,}$/);
    expect(message).not.toMatch(/Call log|\[\d+m|node_modules/);
    return code;
  }
}

/** Every public method and getter, in an order in which each still has something to do. */
const METHODS: [string, (nova: NovaAct) => unknown][] = [
  ['page', (nova) => nova.page],
  ['pages', (nova) => nova.pages],
  ['sessionId', (nova) => nova.sessionId],
  ['pause', (nova) => nova.pause()],
  ['resume', (nova) => nova.resume()],
  ['act', (nova) => nova.act('look')],
  ['actGet', (nova) => nova.actGet('look')],
  ['goToUrl', (nova) => nova.goToUrl(`${siteUrl}/next`)],
  ['act after goToUrl', (nova) => nova.act('look')],
  ['start', (nova) => nova.start()],
  ['stop', (nova) => nova.stop()],
  ['goToUrl after stop', (nova) => nova.goToUrl(siteUrl)],
  ['page after stop', (nova) => nova.page],
];
/** A page is replaced by going somewhere; a browser is not. */
const REPLACEABLE = ['the page was closed', 'the page crashed'];

const goneCode = (what: string) =>
  what === 'the page was closed' ? 'ACT_ACTUATION_FAILED' : 'ACT_BROWSER_CRASHED';

describe.each(Object.entries(LOSSES))('when %s', (what, lose) => {
  it('every method works or fails with an error of the library’s own', async () => {
    const nova = await started();
    await lose(nova);
    const outcomes: Record<string, string> = {};
    for (const [name, method] of METHODS) outcomes[name] = await outcome(() => method(nova));
    const replaced = REPLACEABLE.includes(what);
    const gone = goneCode(what);
    expect(outcomes).toEqual({
      page: 'ok',
      pages: 'ok',
      sessionId: 'ok',
      pause: 'ok',
      resume: 'ok',
      act: gone,
      actGet: gone,
      goToUrl: replaced ? 'ok' : gone,
      'act after goToUrl': replaced ? 'ok' : gone,
      start: 'NOT_STARTED',
      stop: 'ok',
      'goToUrl after stop': 'NOT_STARTED',
      'page after stop': 'NOT_STARTED',
    });
  });

  it('in the midst of an act or of a navigation it ends with one too', async () => {
    const inAct = await started();
    const midAct = await outcome(() =>
      inAct.act('look', { onStep: async ({ step }) => (step === 1 ? lose(inAct) : undefined) }),
    );
    expect(midAct).toBe(goneCode(what));
    expect(await outcome(() => inAct.stop())).toBe('ok');

    const inNavigation = await started();
    const underWay = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const going = outcome(() => inNavigation.goToUrl(`${siteUrl}/never`));
    await underWay;
    await lose(inNavigation);
    expect(await going).toMatch(/^ACT_(ACTUATION_FAILED|BROWSER_CRASHED)$/);
    expect(await outcome(() => inNavigation.stop())).toBe('ok');
  });

  it('a session that cannot be saved any more says so, and everything is closed', async () => {
    const browserSession: BrowserSession = { load: async () => undefined, save: async () => {} };
    const nova = await started({ browserSession });
    await lose(nova);
    const code = await outcome(() => nova.stop());
    // What a crashed page had stored can be read or not, as it comes.
    const crashed = what === 'the page crashed' ? ['ok', 'STOP_FAILED'] : undefined;
    const expected = what === 'the page was closed' ? ['ok'] : ['STOP_FAILED'];
    expect(crashed ?? expected).toContain(code);
  });
});

describe('a browser of the user’s', () => {
  it.each(Object.entries(LOSSES))(
    'is not started in when %s, and the error is one of the library’s own',
    async (_what, lose) => {
      const browser = await playwright.launch(launchOptions());
      try {
        const context = await browser.newContext({ viewport: { width: 1600, height: 813 } });
        const page = await context.newPage();
        await lose({ page } as unknown as NovaAct);
        const code = await outcome(async () => {
          const nova = await started({ page, signal: AbortSignal.timeout(20_000) }, {});
          await nova.stop();
        });
        expect(code).toBe('START_FAILED');
      } finally {
        await browser.close();
      }
    },
  );

  it('that closes the page in front while others are open: the act looks at the next one', async () => {
    const nova = await started();
    const second = await nova.page.context().newPage();
    await second.goto(siteUrl);
    await second.close();
    expect(await outcome(() => nova.act('look'))).toBe('ok');
    const third = await nova.page.context().newPage();
    const closing = outcome(() => nova.goToUrl(`${siteUrl}/never`));
    await third.close();
    expect(await closing).toBe('ACT_ACTUATION_FAILED');
    await nova.stop();
  });
});

it('a shared browser that is closed while a session starts in it fails the start', async () => {
  const launch = chromium() as SharedBrowserOptions;
  const browser = sharedBrowser(launch);
  const { browser: shared, release } = await browser.acquire();
  const underWay = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const starting = outcome(() => started({ browser, startingPage: `${siteUrl}/never` }, {}));
  await underWay;
  await shared.close();
  expect(await starting).toBe('START_FAILED');
  await release();
  const absent = sharedBrowser({ ...launch, executablePath: '/nonexistent' });
  expect(await outcome(() => absent.acquire())).toBe('VALIDATION_FAILED');
});

it('leaves no rejection that nobody handles', async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(unhandled).toEqual([]);
});

function launchOptions() {
  const { executablePath = '', browserArgs = [] } = chromium();
  return { headless: true, executablePath, args: [...browserArgs] };
}
