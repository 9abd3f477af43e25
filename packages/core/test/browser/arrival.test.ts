import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closePage } from '../../src/browser/open/close-page.js';
import { openHand, type TestHand } from '../support/open-hand.js';

/** The answers to `/slow` and `/endless`, of which the beginning was sent. */
const open: Record<string, ServerResponse> = {};
const heard: Record<string, () => void> = {};
const server = createServer(({ url = '/' }, response) => {
  response.setHeader('content-type', 'text/html');
  response.write('<title>page</title><p>the beginning');
  if (!(url in heard)) return response.end();
  open[url] = response;
  heard[url]?.();
});
let here = '';
let hand: TestHand;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  hand = await openHand({ startingPage: here });
});
afterAll(async () => {
  await hand.actuator.stop();
  server.closeAllConnections();
  server.close();
});

const asked = (path: string) =>
  new Promise<void>((resolve) => {
    heard[path] = resolve;
  });

describe('a page that the program opens', () => {
  it('is there when its document has been read', async () => {
    const order: string[] = [];
    const request = asked('/slow');
    const going = hand.actuator
      .goToUrl(`${here}/slow`, hand.signal)
      .then(() => order.push('arrived'));
    await request;
    // Its answer has come: that is not enough.
    await hand.page.waitForFunction(() => document.body?.textContent === 'the beginning');
    order.push('ended');
    open['/slow']?.end();
    await going;
    expect(order).toEqual(['ended', 'arrived']);
  });

  it('is there also when its document never ends', async () => {
    asked('/endless');
    await hand.actuator.goToUrl(`${here}/endless`, hand.signal);
    expect(await hand.page.title()).toBe('page');
  });
});

describe('a page that is closed', () => {
  // Without asking again about one in three stays open.
  it('closes also at the moment in which a navigation of it commits', async () => {
    const context = hand.page.context();
    for (let at = 0; at < 20; at++) {
      const page = await context.newPage();
      await page.goto(here, { waitUntil: 'commit' });
      await closePage(page);
      expect(page.isClosed()).toBe(true);
    }
  });
});
