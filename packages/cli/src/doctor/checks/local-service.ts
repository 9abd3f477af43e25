import { type Check, ok } from '../check.js';

const START_MS = 15_000;

/** With `--local`: that the service on this machine starts, and serves its practice pages. */
export const localServiceCheck = (): Check => ({
  name: 'local service',
  deadlineMs: START_MS,
  async look(signal) {
    const { useLocalService } = await import('@nova-act/local');
    return useLocalService({}, async ({ gymUrl }) => {
      const { status } = await fetch(`${gymUrl}/`, { signal });
      if (status !== 200) throw new Error(`Its practice pages answer ${status}`);
      return ok('starts, and serves its practice pages');
    });
  },
});
