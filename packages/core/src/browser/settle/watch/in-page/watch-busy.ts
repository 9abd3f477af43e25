import { inPage } from '../../../frames/in-page.js';
import type { DocumentPart, Movements } from './movements.js';

/**
 * What says by itself that it is not done: a part that is marked as busy, a bar of progress. Self-contained, as
 * all of the in-page parts.
 */
export const watchBusy = inPage(function watchBusy(kit: Movements): DocumentPart {
  /** How far a bar is that shows how far something is, from 0 to 1. */
  const shareOf = (bar: Element): number => {
    if (bar instanceof HTMLProgressElement) return bar.position;
    const [now, least, most] = ['now', 'min', 'max'].map((name) =>
      Number.parseFloat(bar.getAttribute(`aria-value${name}`) ?? ''),
    );
    return ((now ?? Number.NaN) - (least || 0)) / ((most || 100) - (least || 0));
  };
  const bars = () => document.querySelectorAll('progress,[role="progressbar"]');
  let knownBars = new WeakSet<Element>();
  let barsSeen = new WeakMap<Element, { share: number; advances: number }>();
  let isAdvancing = false;
  /** One that is somewhere, as a wizard's is, says nothing; one that goes on says that the rest is to come. */
  const watchBars = (at: number) => {
    isAdvancing = false;
    for (const bar of bars()) {
      const share = shareOf(bar);
      if (!(share >= 0) || knownBars.has(bar) || !kit.inView(bar)) continue;
      const seen = barsSeen.get(bar) ?? { share, advances: 0 };
      if (share > seen.share) {
        seen.advances += 1;
        kit.moved(at);
      }
      seen.share = share;
      barsSeen.set(bar, seen);
      if (seen.advances >= 2 && share < 1) isAdvancing = true;
    }
  };
  let knownBusy = new WeakSet<Element>();
  const busyParts = () => document.querySelectorAll('[aria-busy="true"]');

  return {
    arm() {
      knownBusy = new WeakSet(busyParts());
      knownBars = new WeakSet([...bars()].filter((bar) => shareOf(bar) > 0 && shareOf(bar) < 1));
      barsSeen = new WeakMap();
    },
    pending(at) {
      watchBars(at);
      return [];
    },
    isBusy: () =>
      isAdvancing || [...busyParts()].some((part) => !knownBusy.has(part) && kit.inView(part)),
  };
});
