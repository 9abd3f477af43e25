import { NovaAct } from '@nova-act/core';
import { Workflow } from '@nova-act/workflow';
import { expect, test } from '@playwright/test';

const { AWS_ENDPOINT_URL_NOVA_ACT: local } = process.env;
const planets = local ? `${local}/gym/planets` : 'https://en.wikipedia.org/wiki/Planet';

/** The agent works on the test's own page: what it did is looked at with Playwright's own means. */
test('the agent opens the page of a planet', async ({ page }) => {
  await page.goto(planets);
  await Workflow.run({ workflowDefinitionName: 'my-agent' }, () =>
    NovaAct.use({ page }, (nova) => nova.act('Click the link Mars')),
  );
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mars');
});
