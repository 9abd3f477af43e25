import type { Page } from 'playwright';
import { systemClock } from '../../deadline/clock.js';
import { eventsSettler } from './events-settler.js';
import { limits } from './limits.js';
import { watchPage } from './page-watch.js';
import { pollingSettler } from './polling-settler.js';
import type { Settler, SettlerOptions } from './settler.js';

/**
 * Attaches a settler to a page of a Chromium that Playwright drives, launched or borrowed. `detach`
 * takes everything out again. See {@link SettlerOptions} for what can be chosen.
 */
export async function attachSettler(page: Page, options: SettlerOptions = {}): Promise<Settler> {
  const clock = options.clock ?? systemClock;
  const capMs = options.capMs ?? limits.capMs;
  if (options.mode === 'polling') return pollingSettler(page, { clock, capMs });
  const followScheduling = options.followScheduling ?? true;
  const watched = await watchPage(page, { clock, followScheduling });
  return eventsSettler(watched, { clock, capMs, followsScheduling: followScheduling });
}
