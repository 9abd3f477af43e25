import { expect, test } from '@nova-act/playwright-test';

const { AWS_ENDPOINT_URL_NOVA_ACT: local } = process.env;
const planets = local ? `${local}/gym/planets` : 'https://en.wikipedia.org/wiki/Planet';

/** `nova` works on the test's own page: what it did is looked at with Playwright's own means. */
test('the agent opens the page of a planet', async ({ nova, page }) => {
  await nova.goToUrl(planets);
  await nova.act('Click the link Mars');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mars');
});
