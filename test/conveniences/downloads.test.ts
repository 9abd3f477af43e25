import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  NovaAct,
  type NovaActEvent,
  type NovaActOptions,
  type StopFailedError,
  sharedBrowser,
} from '@nova-act/core';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { chromium as playwright } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeClock } from '../../packages/core/test/support/fake-clock.js';
import { chromium, launchOptions } from '../support/chromium.js';
import { rejection } from '../workflow/support/local-run.js';
import { runningBrowser } from './running-browser.js';
import { type Site, startSite } from './site.js';

const browser = sharedBrowser(chromium());
let service: RunningLocalService;
let site: Site;
/** Keeps the shared browser open between the tests. */
let keeper: Awaited<ReturnType<typeof browser.acquire>>;
/** A download of which half was sent, and the rest is the test's to send. */
let slow: ServerResponse | undefined;
let directory: string;
let heard: NovaActEvent[];

beforeAll(async () => {
  site = await startSite((request, response) => {
    const path = request.url ?? '/';
    if (!path.startsWith('/files/')) return false;
    const disposition = `attachment; filename="${path.slice('/files/'.length)}"`;
    response.writeHead(200, { 'content-type': 'text/csv', 'content-disposition': disposition });
    if (path.includes('slow')) {
      slow = response;
      response.write('first,half\n');
    } else response.end(`a,b\n1,${site.asked.length}\n`);
    return true;
  });
  [service, keeper] = await Promise.all([startLocalService(), browser.acquire()]);
});
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nova-act-downloads-'));
  heard = [];
});
afterEach(() => {
  slow = undefined;
  return rm(directory, { recursive: true, force: true });
});
afterAll(async () => {
  await keeper.release();
  await service.stop();
  await site.close();
});

const options = (): NovaActOptions => ({
  ...service.novaActOptions,
  browser,
  startingPage: site.url,
  downloadsDirectory: join(directory, 'in', 'box'),
  onEvent: (event) => void heard.push(event),
});
const cut = () => slow?.destroy();
const told = () => heard.filter((event) => event.type === 'download');
const files = async () => (await readdir(join(directory, 'in', 'box'))).sort();
const link = (path: string) =>
  `<title>files</title><h1>Files</h1><a href="${site.url}${path}">Quarterly report</a>`;
/** Resolves when the session has heard that it began. */
async function begin(nova: NovaAct, path: string): Promise<void> {
  const begun = nova.page.waitForEvent('download');
  await nova.page.evaluate((url) => {
    const anchor = document.createElement('a');
    anchor.href = url;
    anchor.click();
  }, path);
  await begun;
}

describe('downloads of a session that keeps them', () => {
  it('are saved under their names, told of, and waited for', async () => {
    await NovaAct.use({ ...options(), captureDom: true }, async (nova) => {
      await nova.page.setContent(link('/files/report.csv?X-Amz-Signature=planted'));
      await nova.act('Click the link Quarterly report');
      const [report, ...others] = await nova.downloads();
      expect(others).toEqual([]);
      const text = await readFile(report?.path ?? '', 'utf8');
      expect(text).toMatch(/^a,b\n1,\d+\n$/);
      expect(report).toEqual({
        url: `${site.url}/files/report.csv?X-Amz-Signature=REDACTED`,
        suggestedFilename: expect.stringMatching(/^report\.csv/),
        outcome: 'saved',
        path: expect.stringContaining(join(directory, 'in', 'box', 'report.csv')),
        sizeBytes: text.length,
      });
      expect(told()).toEqual([
        expect.objectContaining({ ...report, type: 'download', sessionId: nova.sessionId }),
      ]);
    });
  });

  it('never take the place of another file', async () => {
    await NovaAct.use(options(), async (nova) => {
      await writeFile(join(directory, 'in', 'box', 'data.csv'), 'mine');
      for (const count of [1, 2]) {
        await begin(nova, '/files/data.csv');
        await expect.poll(async () => (await nova.downloads()).length).toBe(count);
      }
    });
    expect(await files()).toEqual(['data (1).csv', 'data (2).csv', 'data.csv']);
    expect(await readFile(join(directory, 'in', 'box', 'data.csv'), 'utf8')).toBe('mine');
  });

  it('are kept out of every tab, and of what scripts make', async () => {
    await NovaAct.use(options(), async (nova) => {
      await nova.page.evaluate((url) => void window.open(url), `${site.url}/files/popup.csv`);
      await nova.page.evaluate(() => {
        const anchor = document.createElement('a');
        anchor.href = URL.createObjectURL(new Blob(['made here']));
        anchor.download = 'made.txt';
        anchor.click();
      });
      await expect.poll(async () => (await nova.downloads()).length).toBe(2);
    });
    expect(await files()).toEqual(['made.txt', 'popup.csv']);
  });

  it('that opened a tab for themselves are saved to their end, and the tab is closed', async () => {
    await NovaAct.use(options(), async (nova) => {
      await nova.page.evaluate((url) => void window.open(url), `${site.url}/files/slow.csv`);
      await expect.poll(() => slow).toBeDefined();
      await expect.poll(() => nova.pages.map((page) => page.url())).toEqual([`${site.url}/`]);
      slow?.end('second,half\n');
      await expect.poll(async () => (await nova.downloads()).length).toBe(1);
    });
    expect(await readFile(join(directory, 'in', 'box', 'slow.csv'), 'utf8')).toBe(
      'first,half\nsecond,half\n',
    );
  });

  it('beside what a script has written into their tab leave it open', async () => {
    await NovaAct.use(options(), async (nova) => {
      await nova.page.evaluate((url) => {
        const tab = window.open('');
        tab?.document.write(`<p>Your file comes now</p><a href="${url}">Again</a>`);
        tab?.document.querySelector('a')?.click();
      }, `${site.url}/files/data.csv`);
      await expect.poll(async () => (await nova.downloads()).length).toBe(1);
      expect(nova.pages).toHaveLength(2);
    });
  });

  it('that are under way when the session stops are waited for', async () => {
    const nova = await NovaAct.start(options());
    await begin(nova, '/files/slow.csv');
    const abort = new AbortController();
    const waiting = rejection(nova.downloads({ signal: abort.signal }));
    abort.abort(new Error('enough'));
    expect(await waiting).toMatchObject({ message: 'enough' });
    await expect.poll(async () => (await files()).length).toBe(0);
    const stopping = nova.stop();
    slow?.end('second,half\n');
    await stopping;
    expect(await files()).toEqual(['slow.csv']);
    expect(await readFile(join(directory, 'in', 'box', 'slow.csv'), 'utf8')).toBe(
      'first,half\nsecond,half\n',
    );
    expect(told()).toHaveLength(1);
    expect(heard.at(-1)?.type).toBe('session.stopped');
  });

  it('that never end are given up by a stop, which says so, and leave nothing half', async () => {
    const clock = fakeClock();
    const nova = await NovaAct.start({ ...options(), ...{ clock } });
    await begin(nova, '/files/slow.csv');
    const stopping = rejection(nova.stop());
    // The browser's own work takes real time: the clock goes on only until the download is given up.
    await expect.poll(() => [clock.advance(100), told().length][1], { interval: 5 }).toBe(1);
    const { failures } = (await stopping) as StopFailedError;
    expect(failures).toEqual([
      {
        step: 'save-downloads',
        outcome: 'abandoned',
        message: expect.stringMatching(
          /^Downloads were not saved after .*given up were "slow\.csv"$/,
        ),
      },
    ]);
    expect(await nova.downloads()).toMatchObject([{ outcome: 'failed', error: /cancel/ }]);
    expect(await files()).toEqual([]);
    expect(told()).toHaveLength(1);
    cut();
  });

  it('that break off are failures, and stop nothing', async () => {
    await NovaAct.use(options(), async (nova) => {
      await begin(nova, '/files/slow.csv');
      cut();
      await expect.poll(() => told().length).toBe(1);
      expect(told()).toMatchObject([{ outcome: 'failed', error: expect.any(String) }]);
    });
    expect(await files()).toEqual([]);
  });
});

it('a session that keeps no downloads tells of them all the same', async () => {
  await NovaAct.use({ ...options(), downloadsDirectory: undefined }, async (nova) => {
    await begin(nova, '/files/report.csv');
    await expect.poll(() => told().length).toBe(1);
    expect(told()).toMatchObject([{ outcome: 'unsaved', suggestedFilename: 'report.csv' }]);
    expect(told()[0]).not.toHaveProperty('path');
  });
});

it('a directory that cannot be one is refused before anything is visited', async () => {
  const file = join(directory, 'file');
  await writeFile(file, '');
  site.asked.length = 0;
  const start = rejection(NovaAct.start({ ...options(), downloadsDirectory: file }));
  expect(await start).toMatchObject({
    code: 'START_FAILED',
    cause: { code: 'VALIDATION_FAILED', field: 'downloadsDirectory' },
  });
  expect(site.asked).toEqual([]);
});

describe('a browser that was there before', () => {
  it('keeps them over CDP, where it runs on this machine', async () => {
    await using running = await runningBrowser();
    const over = { ...options(), browser: undefined, cdpEndpointUrl: running.url };
    await NovaAct.use(over, async (nova) => {
      await begin(nova, '/files/over-cdp.csv');
      await expect.poll(() => told().length).toBe(1);
    });
    expect(await files()).toEqual(['over-cdp.csv']);
  });

  it('refuses to keep them where it runs elsewhere, and says what to do', () => {
    const elsewhere = { ...options(), browser: undefined, cdpEndpointUrl: 'wss://far.example/x' };
    expect(() => new NovaAct(elsewhere)).toThrow(
      expect.objectContaining({
        code: 'VALIDATION_FAILED',
        field: 'downloadsDirectory',
        message: expect.stringContaining('nova.page.request'),
      }),
    );
  });

  it('keeps those of a borrowed page, and says why where its context accepts none', async () => {
    const owned = await playwright.launch(launchOptions);
    const size = { viewport: { width: 1600, height: 813 } };
    const page = await owned.newPage(size);
    await NovaAct.use({ ...options(), browser: undefined, page }, async (nova) => {
      await begin(nova, '/files/of-page.csv');
      await expect.poll(() => told().length).toBe(1);
    });
    expect(await files()).toEqual(['of-page.csv']);
    heard = [];
    const context = await owned.newContext({ ...size, acceptDownloads: false });
    await NovaAct.use({ ...options(), browser: undefined, context }, async (nova) => {
      await begin(nova, '/files/refused.csv');
      await expect.poll(() => told().length).toBe(1);
    });
    expect(told()).toMatchObject([
      { outcome: 'failed', error: expect.stringContaining('acceptDownloads') },
    ]);
    await owned.close();
  });
});
