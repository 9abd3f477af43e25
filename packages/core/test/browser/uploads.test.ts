import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserOptions } from '../../src/browser/browser-options.js';
import { browserExecutable, openHand, TEST_BROWSER_ARGS } from '../support/open-hand.js';

const cdpPort = 21_000 + (process.pid % 19_000);
let browser: Browser;
let outbox: string;
beforeAll(async () => {
  outbox = await mkdtemp(join(tmpdir(), 'outbox-'));
  browser = await chromium.launch({
    executablePath: browserExecutable,
    args: [...TEST_BROWSER_ARGS, `--remote-debugging-port=${cdpPort}`],
  });
});
afterAll(async () => {
  await browser.close();
  await rm(outbox, { recursive: true });
});

const PAGE = `<input type="file" multiple oninput="told.push('input')" onchange="told.push('change')">
  <script>window.told = []</script>`;

const WAYS: Record<string, () => Promise<BrowserOptions>> = {
  'connected to over CDP': async () => ({ cdpEndpointUrl: `http://127.0.0.1:${cdpPort}` }),
  'that a context of is borrowed': async () => ({ context: await browser.newContext() }),
  'that a page of is borrowed': async () => ({
    page: await browser.newPage({ viewport: { width: 1600, height: 813 } }),
  }),
};

describe('files that the patterns allow', () => {
  it.each(Object.entries(WAYS))(
    'reach a browser %s, which need not have them on its machine',
    async (_what, way) => {
      const security = { allowedFileUploadPaths: [join(outbox, '*.csv'), join(outbox, '*.bin')] };
      const hand = await openHand({ ...(await way()), security });
      await hand.page.setContent(PAGE);
      const paths = ['größe.csv', 'two.bin'].map((name) => join(outbox, name));
      const [text = '', bytes = ''] = paths;
      await writeFile(text, 'a;ü\n');
      await writeFile(bytes, new Uint8Array([0, 255, 128]));
      const upload = async (named: string) =>
        hand.actuator.type(named, await hand.boxOf('input'), { pressEnter: false }, hand.signal);
      await expect(upload('/etc/hostname')).rejects.toThrow('not a file that this session may');
      expect(await upload(paths.join('\n'))).toMatchObject({ uploaded: ['größe.csv', 'two.bin'] });
      // What the page has is what was in them, not where they are.
      await Promise.all(paths.map((path) => rm(path)));
      const got = await hand.page.evaluate(async () => {
        const files = [...(document.querySelector('input')?.files ?? [])];
        const read = async (file: File) => [...new Uint8Array(await file.arrayBuffer())].join();
        return {
          types: files.map(({ type }) => type),
          bytes: await Promise.all(files.map(read)),
          told: (globalThis as unknown as { told: string[] }).told,
        };
      });
      expect(got).toEqual({
        types: ['text/csv', ''],
        bytes: [[...Buffer.from('a;ü\n')].join(), '0,255,128'],
        told: ['input', 'change'],
      });
      await hand.actuator.stop();
    },
  );
});
