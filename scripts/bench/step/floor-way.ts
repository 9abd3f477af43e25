import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright';
import { launchOptions } from '../../../test/support/chromium.js';
import type { Way } from './way.js';

/**
 * The least a step can cost: click, capture, send, without any settling. Blind to whatever does not
 * happen at once.
 */
export async function floorWay(thinkMs: number): Promise<Way> {
  const sink = createServer((request, response) => {
    request.resume().on('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  const sinkUrl = `http://127.0.0.1:${(sink.address() as AddressInfo).port}/`;
  const browser = await chromium.launch(launchOptions);
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 } });
  return {
    name: 'floor',
    async measure(url, text) {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await page.goto(url);
      await new Promise((resolve) => setTimeout(resolve, thinkMs));
      const startMs = performance.now();
      await page.mouse.click(60, 20);
      if (text !== undefined) await page.keyboard.type(text);
      const screenshotBase64 = await session
        .send('Page.captureScreenshot', { format: 'jpeg', quality: 80 }, { timeout: 2_000 })
        .then(({ data }) => `data:image/jpeg;base64,${data}`)
        // Between two documents there is no picture to be had, sometimes not even an answer.
        .catch(() => '');
      const body = JSON.stringify({ activeURL: page.url(), screenshotBase64 });
      await (await fetch(sinkUrl, { method: 'PUT', body })).text();
      const durationMs = performance.now() - startMs;
      await page.close();
      return { durationMs, screenshotBase64 };
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      sink.closeAllConnections();
      sink.close();
    },
  };
}
