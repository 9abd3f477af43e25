import { expect, it } from 'vitest';
import { fakeClock } from '../../test/support/fake-clock.js';
import type { StopFailedError } from '../errors/index.js';
import { closeBrowser, type OpenedBrowser } from './close-browser.js';
import type { BrowserHold } from './open/browser-hold.js';
import { Residents } from './residents/residents.js';

/** Lets promises run. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

function opened(hold: Partial<BrowserHold>, saved: () => void): OpenedBrowser {
  const residents = new Residents([
    { afterClose: () => ({ step: 'save-browser-session', run: async () => saved() }) },
  ]);
  const all = { ownsContext: true, release: async () => {}, ...hold } as BrowserHold;
  return { hold: all, tabs: undefined, residents, late: [] };
}

it('waits for the end of a browser elsewhere beside what is saved, and no longer than its bound', async () => {
  const clock = fakeClock();
  let timeIsUp: AbortSignal | undefined;
  let isSaved = false;
  const end = (signal: AbortSignal) => {
    timeIsUp = signal;
    return new Promise<void>(() => {});
  };
  const browser = opened({ end }, () => {
    isSaved = true;
  });
  const closing = closeBrowser(Promise.resolve(), () => browser, { clock, hurry: undefined });
  const failure = closing.catch((error: StopFailedError) => error);
  await settled();
  expect({ isSaved, isUp: timeIsUp?.aborted }).toEqual({ isSaved: true, isUp: false });
  clock.advance(10_000);
  expect(timeIsUp?.aborted).toBe(true);
  clock.advance(500);
  const { failures } = (await failure) as StopFailedError;
  expect(failures).toMatchObject([{ step: 'end-remote-browser', outcome: 'abandoned' }]);
});

it('ends a browser elsewhere also where it cannot be disconnected from', async () => {
  let ended = 0;
  const release = () => Promise.reject(new Error('gone'));
  const end = async () => {
    ended += 1;
  };
  const browser = opened({ release, end }, () => {});
  const closing = closeBrowser(Promise.resolve(), () => browser, {
    clock: fakeClock(),
    hurry: undefined,
  });
  await expect(closing).rejects.toMatchObject({ failures: [{ step: 'close-browser' }] });
  expect(ended).toBe(1);
});
