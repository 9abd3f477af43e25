import { randomUUID } from 'node:crypto';
import {
  type BrowserOptions,
  NovaAct,
  type RemoteBrowser,
  type RemoteBrowserRequest,
  type RemoteBrowserSession,
  type StopFailedError,
  ValidationError,
} from '@nova-act/core';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { type Browser, type Page, chromium as playwright } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaksIn, PLANTED, shown } from '../secrets/planted.js';
import { type PageServer, servePages } from '../support/serve-pages.js';
import { rejection } from '../workflow/support/local-run.js';
import { type BrowserElsewhere, browserElsewhere } from './browser-elsewhere.js';

let service: RunningLocalService;
let pages: PageServer;
let elsewhere: BrowserElsewhere;
/** Each is good for one connection, and comes with the address and the header that it is for. */
const tickets = new Set<string>();

beforeAll(async () => {
  pages = await servePages({ '/': '<title>Start</title>', '/other': '<title>Other</title>' });
  service = await startLocalService({ model: scriptedModel([[['return', '"done"']]]) });
  elsewhere = await browserElsewhere(({ url, headers }) => {
    const ticket = new URL(url ?? '', 'ws://host').searchParams.get('ticket') ?? '';
    return headers['x-ticket'] === ticket && tickets.delete(ticket);
  });
});
afterAll(async () => {
  await elsewhere?.[Symbol.asyncDispose]();
  await service?.stop();
  await pages?.[Symbol.asyncDispose]();
});

function ticket(): { endpointUrl: string; headers: Record<string, string> } {
  const one = randomUUID();
  tickets.add(one);
  return { endpointUrl: `${elsewhere.url}/?ticket=${one}`, headers: { 'x-ticket': one } };
}

/** Options that sign each connection anew. */
const signing: BrowserOptions = {
  cdpEndpointUrl: async () => ticket().endpointUrl,
  cdpHeaders: async ({ endpointUrl }) => ({
    'x-ticket': new URL(endpointUrl).searchParams.get('ticket') ?? '',
  }),
};

const start = (options: BrowserOptions) => NovaAct.start({ ...service.novaActOptions, ...options });

/** Why a start failed. */
async function failure(options: BrowserOptions): Promise<Error> {
  const error = await rejection(start(options));
  expect(leaksIn(shown(error))).toEqual([]);
  return (error as Error).cause as Error;
}

/** What somebody else has open in the same browser. */
async function besides<T>(fn: (browser: Browser) => Promise<T>): Promise<T> {
  const { endpointUrl, headers } = ticket();
  const browser = await playwright.connectOverCDP(endpointUrl, { headers });
  try {
    return await fn(browser);
  } finally {
    await browser.close();
  }
}

async function openedIn(browser: Browser, path: string): Promise<Page> {
  const page = (await browser.contexts()[0]?.newPage()) as Page;
  await page.setViewportSize({ width: 1600, height: 813 });
  await page.goto(`${pages.url}${path}`);
  return page;
}

/** A promise, and what fulfils it. */
function pending<T>() {
  let give: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give: (value: T) => give(value) };
}

describe('functions that tell where a browser is', () => {
  it('are asked for each connection, so that what they sign is good once', async () => {
    for (const path of ['/', '/other']) {
      const nova = await start({ ...signing, startingPage: `${pages.url}${path}` });
      await nova.act('Do it');
      await nova.stop();
    }
    expect(tickets.size).toBe(0);
  });

  it.each<[string, BrowserOptions, string, RegExp]>([
    [
      'an address that throws',
      {
        cdpEndpointUrl: () => {
          throw new Error(`no session at https://h/${PLANTED.cdpToken}?token=${PLANTED.signature}`);
        },
      },
      'cdpEndpointUrl',
      /failed: no session at https:\/\/h\/…/,
    ],
    [
      'an address that is none',
      { cdpEndpointUrl: async () => `ftp://h/${PLANTED.cdpToken}` },
      'cdpEndpointUrl',
      /is not an address of a browser/,
    ],
    [
      'an address that is missing',
      { cdpEndpointUrl: (async () => undefined) as never },
      'cdpEndpointUrl',
      /is not an address of a browser/,
    ],
    [
      'headers that throw and repeat the address',
      {
        cdpEndpointUrl: `ws://127.0.0.1:9/${PLANTED.cdpToken}`,
        cdpHeaders: async ({ endpointUrl }) => {
          throw new TypeError(`cannot sign ${endpointUrl}`);
        },
      },
      'cdpHeaders',
      /failed: cannot sign/,
    ],
    [
      'a header that no header takes',
      {
        cdpEndpointUrl: 'ws://127.0.0.1:9/',
        cdpHeaders: async () => ({ authorization: `${PLANTED.cdpHeader}\n` }),
      },
      'cdpHeaders.authorization',
      /is not a header/,
    ],
    [
      'headers that are a text',
      {
        cdpEndpointUrl: 'ws://127.0.0.1:9/',
        cdpHeaders: (async () => `authorization: ${PLANTED.cdpHeader}`) as never,
      },
      'cdpHeaders',
      /are not headers/,
    ],
  ])('are named in the error, without secrets: %s', async (_what, options, field, message) => {
    const error = await failure(options);
    expect(error).toBeInstanceOf(ValidationError);
    expect((error as ValidationError).field).toBe(field);
    expect(error.message).toMatch(message);
  });

  it('lead nowhere: the host is told, and neither path nor headers', async () => {
    const error = await failure({
      cdpEndpointUrl: () => `${elsewhere.url}/${PLANTED.cdpToken}`,
      cdpHeaders: () => ({ authorization: PLANTED.cdpHeader }),
    });
    expect(error.message).toMatch(/^The browser at ws:\/\/127\.0\.0\.1:\d+ .* answered 403$/);
  });

  it('are told when they are not needed any more', async () => {
    const ended = new AbortController();
    let until: AbortSignal | undefined;
    const starting = start({
      cdpEndpointUrl: ({ signal }) => {
        until = signal;
        ended.abort();
        return new Promise(() => {});
      },
      ...{ signal: ended.signal },
    });
    expect(await rejection(starting)).toMatchObject({ code: 'START_FAILED' });
    expect(until?.aborted).toBe(true);
  });
});

describe('the page that is open there', () => {
  it('is acted upon where it is, and left open as it is: of several the one loaded last', async () => {
    await besides(async (browser) => {
      const older = await openedIn(browser, '/other');
      const page = await openedIn(browser, '/');
      await page.evaluate('window.mine = 1');
      const nova = await start({ ...signing, cdpUsePage: 'existing' });
      expect(await nova.page.evaluate('[document.title, window.mine]')).toEqual(['Start', 1]);
      await nova.act('Do it');
      await nova.stop();
      expect(await page.evaluate('window.mine')).toBe(1);
      await page.close();
      const next = await start({ ...signing, cdpUsePage: 'existing' });
      expect(await next.page.title()).toBe('Other');
      await next.stop();
      await older.close();
    });
  });

  it('goes to the starting page where there is one', async () => {
    await besides(async (browser) => {
      const page = await openedIn(browser, '/');
      const startingPage = `${pages.url}/other`;
      const nova = await start({ ...signing, cdpUsePage: 'existing', startingPage });
      await nova.stop();
      expect(page.url()).toBe(startingPage);
      await page.close();
    });
  });

  it('is missed when there is none', async () => {
    const closed = await besides(async (browser) => {
      const open = browser.contexts().flatMap((context) => context.pages());
      await Promise.all(open.map((page) => page.close()));
      return open.length;
    });
    const error = await failure({ ...signing, cdpUsePage: 'existing' });
    expect(error).toMatchObject({ field: 'cdpUsePage', message: /no page is open/ });
    expect(closed).toBeGreaterThan(0);
  });
});

/** A browser of whoever runs it, and what became of it. */
function provider(more: Partial<RemoteBrowser> = {}) {
  const ends: AbortSignal[] = [];
  const remote = {
    name: 'Cloud',
    opened: 0,
    ends,
    async open(_request: RemoteBrowserRequest) {
      remote.opened += 1;
      return {
        ...ticket(),
        end: async (signal: AbortSignal) => {
          ends.push(signal);
        },
      };
    },
    ...more,
  };
  return remote;
}

describe('a browser that is started for the session', () => {
  it('is asked for with the size of the page, used with the page it has, and ended once', async () => {
    let asked: unknown;
    const remote = provider();
    const { open } = remote;
    const browser: RemoteBrowser = {
      ...remote,
      open: (request) => {
        asked = request.viewport;
        return open(request);
      },
    };
    const nova = await start({ browser, startingPage: `${pages.url}/` });
    expect(asked).toEqual({ width: 1600, height: 813 });
    expect(await nova.page.evaluate('[innerWidth, innerHeight]')).toEqual([1600, 813]);
    expect(nova.pages).toHaveLength(1);
    await nova.act('Do it');
    await nova.stop();
    expect({ opened: remote.opened, ended: remote.ends.length }).toEqual({ opened: 1, ended: 1 });
  });

  it('is ended when the start fails after it was opened', async () => {
    const remote = provider();
    await failure({ browser: remote, startingPage: 'http://127.0.0.1:9/' });
    expect({ opened: remote.opened, ended: remote.ends.length }).toEqual({ opened: 1, ended: 1 });
  });

  it.each([
    ['the address is none', () => ({ endpointUrl: `x:${PLANTED.cdpToken}` }), /endpointUrl/],
    ['it does not let in', () => ({ endpointUrl: `${elsewhere.url}/${PLANTED.cdpToken}` }), /403/],
  ])('is ended when it cannot be connected to: %s', async (_what, where, message) => {
    const ends: AbortSignal[] = [];
    const end = async (signal: AbortSignal) => void ends.push(signal);
    const error = await failure({
      browser: { name: 'Cloud', open: async () => ({ ...where(), end }) },
    });
    expect(error.message).toMatch(message);
    expect(ends).toHaveLength(1);
  });

  it('is ended when it comes only after the abort', async () => {
    const ended = new AbortController();
    const given = pending<RemoteBrowserSession>();
    let endedIt = false;
    const browser = {
      name: 'Cloud',
      open: () => {
        ended.abort();
        return given.promise;
      },
    };
    const starting = start({ browser, ...{ signal: ended.signal } });
    const error = (await rejection(starting)) as { closed?: Promise<unknown> };
    given.give({
      ...ticket(),
      end: async () => {
        endedIt = true;
      },
    });
    expect(await error.closed).toBeUndefined();
    expect(endedIt).toBe(true);
    tickets.clear();
  });

  it('that cannot be started is told by what was said, without addresses', async () => {
    const error = await failure({
      browser: {
        name: 'Cloud',
        open: async () => {
          throw new Error(`quota of https://cloud.example/${PLANTED.cdpToken}`);
        },
      },
    });
    expect(error).toMatchObject({
      field: 'browser',
      message:
        'browser: failed: quota of https://cloud.example/…. It is Cloud that was asked for a browser.',
    });
  });

  it('that cannot be ended is told by the stop, which closes the rest', async () => {
    const failing = async () => {
      throw new Error('the cloud says no');
    };
    const remote = provider({ open: async () => ({ ...ticket(), end: failing }) });
    const nova = await start({ browser: remote });
    const error = (await rejection(nova.stop())) as StopFailedError;
    expect(error.failures).toMatchObject([{ step: 'end-remote-browser', outcome: 'failed' }]);
    expect(error.message).toContain('the cloud says no');
    expect(elsewhere.gate.open).toBe(0);
  });
});

describe('a connection that breaks off', () => {
  it('in the midst of an act ends it with a typed error, and the browser where it runs at once', async () => {
    const ending = pending<void>();
    const remote = provider({
      open: async () => ({ ...ticket(), end: async () => ending.give() }),
    });
    await using waiting = await startLocalService({ model: scriptedModel([[['wait', 60]]]) });
    const nova = await NovaAct.start({
      ...waiting.novaActOptions,
      browser: remote,
      startingPage: `${pages.url}/`,
      onEvent: ({ type }) => {
        if (type === 'call.started') elsewhere.gate.cut();
      },
    });
    const error = await rejection(nova.act('Wait'));
    expect(error).toMatchObject({ code: 'ACT_BROWSER_CRASHED' });
    expect(String(error)).toMatch(
      /The connection to the browser at ws:\/\/127\.0\.0\.1:\d+ was lost/,
    );
    await ending.promise;
    expect(await rejection(nova.act('Again'))).toMatchObject({ code: 'ACT_BROWSER_CRASHED' });
    await nova.stop();
    const [run] = waiting.runs();
    expect(run?.acts.map(({ status }) => status)).toEqual(['FAILED', 'FAILED']);
  });
});
