import type { CDPSession } from 'playwright';
import { type Clock, systemClock } from '../../deadline/clock.js';
import { pause } from '../../deadline/pause.js';

/** What Chromium says where it has no frame to copy at that moment: after a change of size, say, or a cold start. */
const REFUSED = /Unable to capture screenshot/;
/** It has one when it is asked again: after so long, and so often. */
const AGAIN_AFTER_MS = [50, 150, 300];

export interface PictureOptions {
  format: 'jpeg' | 'png';
  quality?: number;
  clip?: { x: number; y: number; width: number; height: number; scale: number };
}

/** A picture of the page in base64, straight from DevTools. */
export async function takePicture(
  session: Pick<CDPSession, 'send'>,
  options: PictureOptions,
  clock: Clock = systemClock,
): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return (await session.send('Page.captureScreenshot', options)).data;
    } catch (error) {
      const againAfterMs = AGAIN_AFTER_MS[attempt];
      const isRefused = error instanceof Error && REFUSED.test(error.message);
      if (!isRefused || againAfterMs === undefined) throw error;
      await pause(againAfterMs, undefined, clock);
    }
  }
}
