import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchOptions } from '../../../../test/support/chromium.js';
import { type Seed, type SeededAct, seed } from './seed.js';

const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

describe('a choice in the console, while an answer is on its way', () => {
  let service: RunningLocalService;
  let browser: Browser;
  let page: Page;
  let runs: Seed;
  let older: SeededAct;

  beforeAll(async () => {
    service = await startLocalService({
      model: scriptedModel(() => [['agentClick', '<box>100,200,160,400</box>'], 'takeObservation']),
    });
    runs = seed({ ...service, origin: service.url }, PICTURE);
    older = await runs.run('The older', 4, 'FAILED');
    await runs.run('The newer', 7, 'SUCCEEDED');
    browser = await chromium.launch(launchOptions);
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });
  afterEach(() => page.close());
  beforeEach(async () => {
    page = await browser.newPage();
    await page.goto(service.url);
    await page.getByRole('article', { name: 'Step 1' }).waitFor();
  });

  const options = (list: string) =>
    page.getByRole('listbox', { name: list, exact: true }).getByRole('option');
  const chooseOlder = () => options('Runs').filter({ hasText: 'The older' }).click();

  /** Holds the answers from that address until it is released; resolves when one is held. */
  async function hold(path: string, query = '') {
    const isIt = (url: URL) => url.pathname.endsWith(path) && url.search.includes(query);
    const release: (() => Promise<void>)[] = [];
    let held = () => {};
    const isHeld = new Promise<void>((resolve) => {
      held = resolve;
    });
    await page.route(isIt, (route) => {
      release.push(() => route.continue());
      held();
    });
    return {
      isHeld,
      release: async () => {
        for (const one of release) await one();
        await page.unroute(isIt);
      },
    };
  }

  it('is of the run that was pointed at, though a newer one comes before it', async () => {
    const row = options('Runs').filter({ hasText: 'The older' });
    const pointedAt = await row.elementHandle();
    await runs.run('The newest', 1, 'SUCCEEDED');
    await options('Runs').filter({ hasText: 'The newest' }).waitFor();
    expect(await options('Runs').first().textContent()).toContain('The newest');
    expect(await pointedAt?.textContent()).toContain('The older');
    await pointedAt?.click();
    await page.getByRole('article', { name: 'Step 4' }).waitFor();
  });

  it('leaves nothing of the run before to be clicked', async () => {
    const run = await hold(`/runs/${older.workflowRunId}`);
    await chooseOlder();
    await run.isHeld;
    expect(await options('Steps').count()).toBe(0);
    expect(await options('Acts').count()).toBe(0);
    await run.release();
    await options('Steps').nth(1).click();
    await page.getByRole('article', { name: 'Step 2' }).waitFor();
  });

  it('stands, though the last of the steps are not there yet', async () => {
    await page.route(
      (url) => url.pathname.endsWith(`/acts/${older.actId}/steps`),
      (route) => route.continue({ url: route.request().url().replace('limit=2000', 'limit=3') }),
    );
    const rest = await hold(`/acts/${older.actId}/steps`, 'from=3');
    const second = await hold(`/steps/${older.stepIds[1]}`);
    await chooseOlder();
    await rest.isHeld;
    await options('Steps').nth(1).click();
    await second.isHeld;
    const all = page.waitForResponse((response) => response.url().includes('from=3'));
    await rest.release();
    await all;
    await expect.poll(() => options('Steps').count()).toBe(4);
    await second.release();
    await page.getByRole('article', { name: 'Step 2' }).waitFor();
    expect(await page.getByRole('article', { name: 'Step 4' }).count()).toBe(0);
  });
});
