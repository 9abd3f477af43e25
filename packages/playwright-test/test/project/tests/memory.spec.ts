import { expect, test } from '@nova-act/playwright-test';

/** What the tests around have changed since. */
const { SINCE = '' } = process.env;

test.beforeEach(async ({ page }) => {
  await page.goto('/');
});

test('is played', async ({ nova }) => {
  const { metadata } = await nova.act('Click the link {{what}}', { variables: { what: 'Lamps' } });
  expect(nova.page.url()).toMatch(/\/lamps$/);
  expect(metadata.memory?.played).toBe(SINCE === '' ? 0 : 1);
});

test('is another act since', async ({ nova }) => {
  await nova.act(SINCE === '' ? 'Click the link Lamps' : 'Click the link Chairs');
});

test('is on a page that changed', async ({ nova, page }) => {
  await page.goto('/lamps');
  if (SINCE !== '') {
    await page.getByRole('heading').evaluate((heading) => {
      heading.textContent = 'Lamps of today';
    });
  }
  await nova.act('Click the button Buy the desk lamp');
  await expect(page.getByRole('button')).toHaveText('Bought');
});

test('says what it does itself', async ({ nova }) => {
  await nova.act('Click the link Chairs', { memory: 'off' });
});
