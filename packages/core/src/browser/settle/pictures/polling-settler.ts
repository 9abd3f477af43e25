import type { DecodedPng } from 'fast-png';
import type { CDPSession, Page } from 'playwright';
import type { Clock } from '../../../deadline/clock.js';
import { pause } from '../../../deadline/pause.js';
import { preempt } from '../../../deadline/pre-empt.js';
import { ActBrowserCrashedError } from '../../../errors/index.js';
import { limits } from '../limits.js';
import type { Settler } from '../settler.js';
import { pictureDifference } from './picture-difference.js';

/**
 * Settles by looking: pictures of the page are taken 500 ms apart until three in a row are alike.
 * Puts nothing into the page. Slow, and blind to what is about to happen: for pages that the other
 * way cannot follow.
 */
export async function pollingSettler(
  page: Page,
  options: { clock: Clock; capMs: number },
): Promise<Settler> {
  const { clock, capMs } = options;
  // Late: it is the only way that decodes pictures, and takes as long to load as all the rest.
  const { decode } = await import('fast-png');
  const session = await page.context().newCDPSession(page);
  return {
    async mark(signal) {
      signal.throwIfAborted();
      return { atMs: clock.now() };
    },

    async settle(_mark, { signal }) {
      const startedAtMs = clock.now();
      const cap = new AbortController();
      const cancel = clock.after(capMs, () => cap.abort(cap));
      const either = AbortSignal.any([signal, cap.signal]);
      const seen: DecodedPng[] = [];
      let pictures = 0;
      let isAtRest = false;
      try {
        while (!isAtRest) {
          const picture = await preempt(takePicture(session, decode), either);
          pictures += 1;
          if (picture) seen.push(picture);
          else if (page.isClosed()) throw new ActBrowserCrashedError('The page was closed.');
          else seen.length = 0;
          if (seen.length > limits.picturesAlike) seen.shift();
          isAtRest = seen.length === limits.picturesAlike && areAlike(seen);
          if (!isAtRest) await pause(limits.pictureEveryMs, either, clock);
        }
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (!cap.signal.aborted) throw error;
      } finally {
        cancel();
      }
      const durationMs = clock.now() - startedAtMs;
      const reason = isAtRest
        ? `${pictures} pictures, the last ${limits.picturesAlike} alike`
        : `${pictures} pictures, still different after ${Math.round(durationMs)} ms`;
      return { reason, durationMs };
    },

    async detach() {
      await session.detach();
    },
  };
}

/** Nothing where there is none to be had: while documents change, or when the page is gone. */
async function takePicture(
  session: CDPSession,
  decode: (png: Buffer) => DecodedPng,
): Promise<DecodedPng | undefined> {
  try {
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
    });
    return decode(Buffer.from(data, 'base64'));
  } catch {
    return undefined;
  }
}

const areAlike = (pictures: readonly DecodedPng[]): boolean =>
  pictures.every((picture, at) => {
    const before = pictures[at - 1];
    return !before || pictureDifference(before, picture) < limits.alikeBelowShare;
  });
