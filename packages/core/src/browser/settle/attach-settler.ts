import type { Page } from 'playwright';
import { systemClock } from '../../deadline/clock.js';
import { eventsSettler } from './events-settler.js';
import { limits } from './limits.js';
import { pollingSettler } from './pictures/polling-settler.js';
import type { Settler, SettlerOptions } from './settler.js';
import type { Beginnings } from './watch/beginnings.js';
import { watchPage } from './watch/page-watch.js';

/**
 * Attaches a settler to a page of a Chromium that Playwright drives, launched or borrowed. `detach`
 * takes everything out again. See {@link SettlerOptions} for what can be chosen.
 */
export async function attachSettler(
  page: Page,
  options: SettlerOptions & { beginnings?: Beginnings | undefined } = {},
): Promise<Settler> {
  const clock = options.clock ?? systemClock;
  const capMs = options.capMs ?? limits.capMs;
  if (options.mode === 'polling') return pollingSettler(page, { clock, capMs });
  const followScheduling = options.followScheduling ?? true;
  const isEffect = options.isEffect ?? false;
  const { beginnings } = options;
  const startedAtMs = clock.now();
  const watched = await watchPage(page, { clock, followScheduling, isEffect, beginnings });
  const followed = { clock, capMs, followsScheduling: followScheduling };
  return eventsSettler(watched, isEffect ? { ...followed, beganAtMs: startedAtMs } : followed);
}
