import { type Clock, systemClock } from '../deadline/clock.js';
import { pause } from '../deadline/pause.js';

/** Many times what a picture takes, on a busy machine too, in ms. */
const LOST_AFTER_MS = 3_000;

/**
 * The picture, unless it does not come: Chromium may never answer for one that was asked for between two
 * documents, and does for the next one.
 * @throws Error when it is lost; the reason of `signal`
 */
export async function unlessLost<T>(
  picture: Promise<T>,
  signal: AbortSignal,
  clock: Clock = systemClock,
): Promise<T> {
  const over = new AbortController();
  const lost = async (): Promise<never> => {
    await pause(LOST_AFTER_MS, AbortSignal.any([signal, over.signal]), clock);
    throw new Error(`The browser gave no picture of the page within ${LOST_AFTER_MS} ms`);
  };
  try {
    return await Promise.race([picture, lost()]);
  } finally {
    over.abort();
  }
}
