import { expect, test } from '@nova-act/playwright-test';

test('is the same act everywhere', async ({ nova, page }) => {
  await page.goto('/');
  await nova.act('Click the link Lamps');
  await nova.act('Click the button Buy the desk lamp');
  await expect(page.getByRole('button')).toHaveText('Bought');
});
