import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, expect } from 'vitest';
import { it } from './with-nova.js';

let service: RunningLocalService;
beforeAll(async () => {
  service = await startLocalService();
  Object.assign(process.env, service.iamEnv);
});
afterAll(() => service.stop());

it('opens the page of a planet, from the second time on without a model', async ({ nova }) => {
  await nova.goToUrl(`${service.gymUrl}/planets`);
  // In CI nothing is recorded or mended: memory: 'only' fails where the page has changed.
  await nova.act('Click the link Mars');
  expect(await nova.page.title()).toContain('Mars');
});
