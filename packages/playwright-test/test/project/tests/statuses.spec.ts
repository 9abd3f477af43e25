import { expect, test } from '@nova-act/playwright-test';
import type { Page } from '@playwright/test';

const LAMPS = 'Click the link Lamps';

test.beforeEach(async ({ page }) => {
  await page.goto('/');
});

test('passes', async ({ nova, page }) => {
  await nova.act(LAMPS);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lamps');
});

test('fails after its act', async ({ nova, page }) => {
  await nova.act('Click the link Chairs');
  expect(page.url()).toContain('/nowhere');
});

test('fails softly', async ({ nova, page }) => {
  expect.soft(page.url()).toContain('/nowhere');
  await nova.act(LAMPS);
});

test('fails in afterEach', async ({ nova }) => {
  await nova.act(LAMPS);
});
test.afterEach(({ page }, info) => {
  if (info.title === 'fails in afterEach') expect(page.url()).toContain('/nowhere');
});

test('fails as expected', async ({ nova, page }) => {
  test.fail();
  await nova.act(LAMPS);
  expect(page.url()).toContain('/nowhere');
});

test('is expected to fail, and passes', async ({ nova }) => {
  test.fail();
  await nova.act(LAMPS);
});

test('is skipped halfway', async ({ nova }) => {
  await nova.act(LAMPS);
  test.skip(true, 'halfway');
});

test('closes its page before an act', async ({ nova, page }) => {
  await page.close();
  await nova.act(LAMPS);
});

test.describe('afterEach', () => {
  test('runs out of time in afterEach', async ({ nova }) => {
    await nova.goToUrl('/lamps');
  });
  test.afterEach(async ({ nova }, info) => {
    info.setTimeout(4_000);
    await nova.act('Never answer');
  });
});

test.describe('retries', () => {
  test.describe.configure({ retries: 1 });
  test('passes the second time', async ({ nova }, { retry }) => {
    const { metadata } = await nova.act('Click on the link {{what}}', {
      variables: { what: 'Lamps' },
    });
    expect(metadata.memory?.played).toBe(0);
    expect(retry).toBe(1);
  });
});

test('runs out of time in an act', async ({ nova }) => {
  test.setTimeout(4_000);
  await nova.act('Never answer');
});

test('fails in an act', async ({ nova }) => {
  await nova.act('Click the link Sofas');
});

test.describe('serial', () => {
  test.describe.configure({ mode: 'serial' });
  test('first', async ({ nova }) => {
    await nova.act(LAMPS);
    expect(nova.page.url()).toContain('/nowhere');
  });
  test('second', async ({ nova }) => {
    await nova.act(LAMPS);
  });
});

test.describe('beforeAll', () => {
  let page: Page;
  test.beforeAll(async ({ browser, novaOn, baseURL, viewport }) => {
    page = await browser.newPage({ baseURL: baseURL ?? '', viewport });
    const nova = await novaOn(page, { startingPage: '/' });
    await nova.act(LAMPS);
  });
  test.afterAll(() => page.close());
  test('has what an act in beforeAll did', async () => {
    await expect(page.getByRole('heading')).toHaveText('Lamps');
  });
});
