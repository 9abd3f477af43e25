import type { Resident } from './resident.js';

/** Knows of tabs as soon as the browser does, so that the page of a slow one is waited for. */
export function openingTabs(): Resident {
  return { moveIn: (_hold, { tabs }) => tabs.opening.watch() };
}
