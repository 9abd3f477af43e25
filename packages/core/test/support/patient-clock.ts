import { fakeClock } from './fake-clock.js';

const STEP_MS = 100;
const FAR_MS = 10 * 60_000;

/** A few turns of the event loop: what can go on without time, does. */
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** A clock that stands still until something is waited for that needs it. */
export function patientClock() {
  const clock = fakeClock();
  return {
    clock,
    /** Lets time pass until `work` settles, and says how long that took by the clock. */
    async until(work: Promise<unknown>): Promise<number> {
      const startMs = clock.now();
      let settled = false;
      const done = () => {
        settled = true;
      };
      work.then(done, done);
      for (await turns(20); !settled; await turns(5)) {
        if (clock.now() - startMs > FAR_MS) throw new Error('not settled after ten minutes');
        clock.advance(STEP_MS);
      }
      return clock.now() - startMs;
    },
  };
}
