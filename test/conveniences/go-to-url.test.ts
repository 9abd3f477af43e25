import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NovaAct } from '@nova-act/core';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { chromium } from '../support/chromium.js';

let service: RunningLocalService;
let nova: NovaAct;
let site: Server;
let url: string;
/** What was asked for, and has no answer until the test gives it. */
let held: Map<string, ServerResponse>;
let asked: IncomingMessage[];

beforeAll(async () => {
  site = createServer((request, response) => {
    asked.push(request);
    const path = request.url ?? '/';
    if (path.startsWith('/held')) {
      held.set(path, response);
      return;
    }
    response.setHeader('content-type', 'text/html');
    response.end(PAGES[path] ?? '<!doctype html><title>plain</title>');
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  service = await startLocalService();
  nova = new NovaAct({ ...chromium(), ...service.novaActOptions });
  expect({ state: nova.state, started: nova.started }).toEqual({ state: 'new', started: false });
  const starting = nova.start();
  expect(nova.state).toBe('starting');
  await starting;
});
beforeEach(() => {
  held = new Map();
  asked = [];
});
afterAll(async () => {
  expect({ state: nova.state, started: nova.started }).toEqual({ state: 'started', started: true });
  const stopping = nova.stop();
  expect({ state: nova.state, started: nova.started }).toEqual({
    state: 'stopping',
    started: false,
  });
  await stopping;
  expect({ state: nova.state, started: nova.started }).toEqual({
    state: 'stopped',
    started: false,
  });
  await service.stop();
  site.closeAllConnections();
  site.close();
});

const PAGES: Record<string, string> = {
  '/image': '<!doctype html><title>image</title><img src="/held.png">',
  '/script': '<!doctype html><title>script</title><script src="/held.js"></script><h1>after</h1>',
};

const readyState = () => nova.page.evaluate(() => document.readyState);

it('goToUrl with waitUntil resolves at that moment of the loading, and at no other', async () => {
  await nova.goToUrl(`${url}/script`, { waitUntil: 'commit' });
  expect(await nova.page.title()).toBe('script');
  // The script is not answered, so that the document cannot be read to its end.
  expect(await readyState()).toBe('loading');

  await nova.goToUrl(`${url}/image`, { waitUntil: 'domcontentloaded' });
  expect(await readyState()).toBe('interactive');

  held.clear();
  let isThere = false;
  const loading = nova.goToUrl(`${url}/image`, { waitUntil: 'load' }).then(() => {
    isThere = true;
  });
  await expect.poll(() => held.get('/held.png')).toBeDefined();
  await expect.poll(readyState).toBe('interactive');
  expect(isThere).toBe(false);
  for (const response of held.values()) response.end();
  await loading;
  expect(await readyState()).toBe('complete');
});

it('goToUrl gives a page up after timeoutMs, and says which limit it was', async () => {
  await nova.goToUrl(`${url}/plain`);
  await expect(nova.goToUrl(`${url}/held`, { timeoutMs: 300 })).rejects.toMatchObject({
    code: 'ACT_ACTUATION_FAILED',
    message: expect.stringContaining('no answer within 300 ms (timeoutMs)'),
  });
  // Its late answer takes the page nowhere.
  held.get('/held')?.end('<title>late</title>');
  await nova.page.evaluate(() => fetch('/plain'));
  expect(await nova.page.title()).toBe('plain');

  const toLoad = nova.goToUrl(`${url}/image`, { waitUntil: 'load', timeoutMs: 300 });
  await expect(toLoad).rejects.toMatchObject({
    code: 'ACT_ACTUATION_FAILED',
    message: expect.stringContaining('no load within 300 ms (timeoutMs)'),
  });
});

it('goToUrl with a referer is a visit from there, for the server and for the page', async () => {
  const referer = 'https://search.example/results?q=lamp';
  await nova.goToUrl(`${url}/plain`, { referer });
  expect(asked[0]?.headers.referer).toBe(referer);
  expect(await nova.page.evaluate(() => document.referrer)).toBe(referer);
  await nova.goToUrl(`${url}/plain`);
  expect(await nova.page.evaluate(() => document.referrer)).toBe('');
});

it('an option of goToUrl that cannot be used goes nowhere', async () => {
  await nova.goToUrl(`${url}/plain`);
  asked = [];
  const wrong = nova.goToUrl(`${url}/other`, { timeoutMs: -1 });
  await expect(wrong).rejects.toMatchObject({ code: 'VALIDATION_FAILED', field: 'timeoutMs' });
  expect(asked).toEqual([]);
});
