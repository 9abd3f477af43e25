import { inPage, withParts } from '../frames/in-page.js';
import type { Glimpse, PageFacts, Target } from '../recall.js';
import { type Kit, kitInPage } from './kit-in-page.js';
import { pageFactsWith } from './page-facts-in-page.js';
import { type Search, searchWith } from './search-in-page.js';

const glimpseWith = inPage(function glimpseWith(
  kitOf: () => Kit,
  factsOf: (kitOf: () => Kit) => PageFacts,
  search: (kitOf: () => Kit, target: Target, asItStands: boolean) => Search,
  target: Target,
): Glimpse {
  const kit = kitOf();
  const facts = factsOf(() => kit);
  const found = search(() => kit, target, true);
  if (!found.found) return { facts };
  const { left, top, right, bottom } = found.box;
  // The part that is in view, whose centre is where a pointer goes.
  const box = {
    left: Math.max(0, left),
    top: Math.max(0, top),
    right: Math.min(innerWidth, right),
    bottom: Math.min(innerHeight, bottom),
  };
  const isWhole =
    box.left === left && box.top === top && box.right === right && box.bottom === bottom;
  return isWhole ? { facts, box } : { facts };
});

/** What tells the page, and where the target is in its own document, if that is certain. */
export const glimpseInPage = withParts<(target: Target) => Glimpse>(glimpseWith, [
  kitInPage,
  pageFactsWith,
  searchWith,
]);
