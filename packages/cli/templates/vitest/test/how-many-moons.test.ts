import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { howManyMoons } from '../src/how-many-moons.js';

let service: RunningLocalService;
beforeAll(async () => {
  service = await startLocalService();
  // From here on the program that is tested uses this service, and no account.
  Object.assign(process.env, service.iamEnv);
});
afterAll(() => service.stop());

it('counts the moons of Mars, in a run that has succeeded', async () => {
  expect(await howManyMoons('Mars')).toBe(2);
  expect(service.runs().map(({ status }) => status)).toEqual(['SUCCEEDED']);
});

it('fails in the run and in the program when the service throttles for too long', async () => {
  service.faults.add({ kind: 'throttle', operation: 'InvokeActStep', times: 10 });
  await expect(howManyMoons('Mars')).rejects.toMatchObject({ code: 'ACT_REQUEST_THROTTLED' });
  expect(service.runs().at(-1)?.status).toBe('FAILED');
});
