import { expect, test } from '@nova-act/playwright-test';

test.use({ novaActService: 'local', novaActWorkflow: {}, novaActOptions: {} });

test('runs on the service on this machine, without credentials', async ({ nova, novaActLocal }) => {
  await nova.goToUrl(`${novaActLocal?.gymUrl}/planets`);
  await nova.act('Click the link Mars');
  await expect(nova.page.getByRole('heading', { level: 1 })).toContainText('Mars');
  expect(novaActLocal?.runs().map(({ status }) => status)).toEqual(['RUNNING']);
});
