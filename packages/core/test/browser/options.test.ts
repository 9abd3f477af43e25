import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedBrowser } from '../../src/browser/open/share-browser.js';
import { AgentRedirectError } from '../../src/errors/index.js';
import { browserExecutable, openHand, TEST_BROWSER_ARGS } from '../support/open-hand.js';
import { selfSigned } from '../support/self-signed.js';

const shared = sharedBrowser({
  executablePath: browserExecutable,
  browserArgs: TEST_BROWSER_ARGS,
  headless: true,
});
let keeper: Awaited<ReturnType<typeof openHand>>;
let proxy: Server;
let seen: IncomingHttpHeaders[];
let proxyUrl: string;

beforeAll(async () => {
  proxy = createServer((request, response) => {
    seen.push(request.headers);
    if (request.headers['proxy-authorization'] === undefined) {
      response.writeHead(407, { 'proxy-authenticate': 'Basic realm="p"' }).end();
      return;
    }
    response.setHeader('content-type', 'text/html');
    response.end(`<title>${request.url}</title>`);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  proxyUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  // Keeps the shared browser open between the tests.
  keeper = await openHand({ browser: shared });
});
afterAll(async () => {
  await keeper.actuator.stop();
  proxy.closeAllConnections();
  proxy.close();
});

describe('options of the context', () => {
  it('go through a proxy with a name and a password', async () => {
    seen = [];
    const hand = await openHand({
      browser: shared,
      proxy: { server: proxyUrl, username: 'me', password: 'planted-password' },
      startingPage: 'http://shop.example/x',
    });
    expect(await hand.page.title()).toBe('http://shop.example/x');
    expect(seen.at(-1)?.['proxy-authorization']).toBe(
      `Basic ${Buffer.from('me:planted-password').toString('base64')}`,
    );
    await hand.actuator.stop();
  });

  it('use the user agent and the window that are asked for', async () => {
    const hand = await openHand({
      browser: shared,
      userAgent: 'Mine/1.0',
      screen: { width: 1400, height: 850 },
    });
    const { userAgent, browserDimensions } = await hand.actuator.observe(hand.signal);
    expect(userAgent).toBe('Mine/1.0');
    expect(browserDimensions).toMatchObject({ windowWidth: 1400, windowHeight: 763 });
    await hand.actuator.stop();
  });

  it('answer dialogs as the callback says, and as by default where it fails', async () => {
    const hand = await openHand({
      browser: shared,
      onDialog({ type, message }) {
        if (message === 'fail') throw new Error('callback');
        return type === 'prompt' ? { promptText: 'Ann' } : 'accept';
      },
    });
    await hand.page.setContent(
      `<button onclick="window.all=[prompt('Name?'),confirm('Sure?'),confirm('fail')]">Ask</button>`,
    );
    const box = await hand.boxOf('button');
    await expect(hand.actuator.click(box, { clickType: 'left' }, hand.signal)).rejects.toThrow(
      new AgentRedirectError('The page asked (confirm): "fail". It was answered Cancel.'),
    );
    expect(await hand.page.evaluate('all')).toEqual(['Ann', true, false]);
    await hand.page.setContent(`<button onclick="alert('Saved')">Go</button>`);
    const go = await hand.boxOf('button');
    expect(await hand.actuator.click(go, { clickType: 'left' }, hand.signal)).toEqual({
      hit: 'button "Go"',
      notes: [
        'The page asked (prompt): "Name?". It was answered "Ann".',
        'The page asked (confirm): "Sure?". It was answered OK.',
        'The page showed an alert: "Saved". It was closed.',
      ],
    });
    await hand.actuator.stop();
  });

  it('record a video, or say what is missing for it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'video-'));
    const opening = openHand({ browser: shared, recordVideo: { directory } });
    const outcome = await opening.then(
      async (hand) => {
        const path = await hand.page.video()?.path();
        await hand.actuator.stop();
        return path;
      },
      (error: unknown) => (error as { field?: string }).field,
    );
    expect([expect.stringMatching(/\.webm$/), 'recordVideo']).toContainEqual(outcome);
    await rm(directory, { recursive: true });
  });

  it('open a page whose certificate is not valid only where that is asked for', async () => {
    const tls = createTlsServer(selfSigned, (_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<title>inside</title>');
    });
    await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(tls.address() as AddressInfo).port}/`;
    await expect(keeper.actuator.goToUrl(url, keeper.signal)).rejects.toThrow('ERR_CERT');
    const hand = await openHand({ browser: shared, ignoreHttpsErrors: true });
    expect(await hand.actuator.goToUrl(url, hand.signal)).toMatchObject({ status: 200 });
    await hand.actuator.stop();
    tls.closeAllConnections();
    tls.close();
  });
});
