/** Of `testInfo`, how the test stands. */
export interface TestStanding {
  readonly status?: string | undefined;
}

/** Deadlines end what goes on within 250 ms; there is no event for the end of a test's time. */
const LOOK_EVERY_MS = 100;

/** What ends a test from outside while its body goes on. */
const OVER: readonly (string | undefined)[] = ['timedOut', 'interrupted'];

export const isCutOff = ({ status }: TestStanding): boolean => OVER.includes(status);

/** Calls `over` once, when the test's time is up or it was interrupted. Gives what ends the watch. */
export function watchTest(info: TestStanding, over: () => void): () => void {
  const timer = setInterval(() => {
    if (!isCutOff(info)) return;
    clearInterval(timer);
    over();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
