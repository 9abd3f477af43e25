import { expect, test } from '@nova-act/playwright-test';
import { z } from 'zod';

test.beforeEach(async ({ page, novaActLocal }) => {
  await page.goto(`${novaActLocal?.gymUrl}/planets`);
});

test('the page of a planet is opened', async ({ nova, page }) => {
  await nova.act('Click the link Mars');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mars');
});

test('the moons of a planet are counted', async ({ nova }) => {
  const { parsed } = await nova.actGet('How many moons does Mars have?', { schema: z.number() });
  expect(parsed).toBe(2);
});
