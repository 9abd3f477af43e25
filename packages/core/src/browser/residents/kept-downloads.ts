import type { ClosingWork } from '../../closing/closing-work.js';
import type { Downloads } from '../downloads/downloads.js';
import type { Resident } from './resident.js';

/** Waits for what the browser is still downloading before it is closed, and until the rest has ended. */
export function keptDownloads(downloads: Downloads): Resident {
  return {
    moveIn: () => downloads.prepare(),
    beforeClose(): ClosingWork | undefined {
      if (!downloads.areSaving) return undefined;
      return { step: 'save-downloads', run: (signal) => downloads.saved(signal) };
    },
    // What was given up is told of, and no half of it left, when the stop is over.
    afterClose(): ClosingWork | undefined {
      if (!downloads.areUnderWay) return undefined;
      return { step: 'late-browser', run: () => downloads.all() };
    },
  };
}
