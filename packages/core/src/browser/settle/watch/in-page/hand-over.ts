import { inPage } from '../../../frames/in-page.js';
import type { InPageWatch } from './report.js';

/**
 * One script of ours hands something to another by an event: Playwright wraps its scripts, so that they
 * share no scope, and a property of `window` could be listed. The event's name is random, and so known
 * to nobody else.
 */
export const handOver = inPage(function handOver(watch: InPageWatch, channel: string): void {
  addEventListener(channel, (event) => {
    (event as CustomEvent<{ watch?: InPageWatch }>).detail.watch = watch;
  });
});

/** What was handed over; nothing where nobody has, or the page has put its own before events. */
export const takeOver = inPage(function takeOver(channel: string): InPageWatch | undefined {
  try {
    const detail = { __proto__: null } as { watch?: InPageWatch };
    dispatchEvent(new CustomEvent(channel, { detail }));
    return detail.watch;
  } catch {
    return undefined;
  }
});
