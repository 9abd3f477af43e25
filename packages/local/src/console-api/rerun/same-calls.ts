import { isDeepStrictEqual } from 'node:util';
import { type Page, readPage } from '@nova-act/rules/page';
import { readBox } from '../../cassette/calls/box-text.js';
import { boxOf, withBox } from '../../cassette/calls/boxed-call.js';
import { elementUnder } from '../../cassette/target/element-under.js';
import { plainName } from '../../model/actions.js';
import type { ModelCall, ModelObservation } from '../../model/local-model.js';

/** Which calls of two programs have no counterpart in the other: their places there. */
export interface Difference {
  recorded: number[];
  given: number[];
}

/**
 * How two answers to the same page differ. What was thought aloud is no difference, nor are two boxes on the same
 * element, nor which notation a box is in.
 */
export function differenceOf(
  recorded: readonly ModelCall[],
  given: readonly ModelCall[],
  seen: ModelObservation | undefined,
): Difference {
  const page = seen?.simplifiedDOM.includes('<') ? readPage(seen) : undefined;
  const same = (one: ModelCall, other: ModelCall) => sameCall(one, other, seen, page);
  const kept = longestCommon(telling(recorded), telling(given), same);
  const missing = (calls: readonly ModelCall[], found: Set<number>) =>
    telling(calls).flatMap(({ at }) => (found.has(at) ? [] : [at]));
  return {
    recorded: missing(recorded, new Set(kept.map(([at]) => at))),
    given: missing(given, new Set(kept.map(([, at]) => at))),
  };
}

interface Placed {
  call: ModelCall;
  at: number;
}

const telling = (calls: readonly ModelCall[]): Placed[] =>
  calls.flatMap((call, at) => (plainName(call.name) === 'think' ? [] : [{ call, at }]));

function sameCall(
  one: ModelCall,
  other: ModelCall,
  seen: ModelObservation | undefined,
  page: Page | undefined,
): boolean {
  if (plainName(one.name) !== plainName(other.name)) return false;
  const [box, otherBox] = [boxOf(one), boxOf(other)];
  if (box === undefined || otherBox === undefined) return isDeepStrictEqual(one.input, other.input);
  if (!isDeepStrictEqual(withBox(one, '').input, withBox(other, '').input)) return false;
  if (box === otherBox || !seen) return box === otherBox;
  const { windowWidth: width, windowHeight: height } = seen.browserDimensions;
  const [edges, otherEdges] = [
    readBox(box, { width, height }),
    readBox(otherBox, { width, height }),
  ];
  if (!edges || !otherEdges) return false;
  if (!page) return isDeepStrictEqual(edges, otherEdges);
  const under = elementUnder(page, edges);
  return under !== undefined && under === elementUnder(page, otherEdges);
}

/** The longest way through both lists on which the calls are the same, as pairs of places. */
function longestCommon(
  left: readonly Placed[],
  right: readonly Placed[],
  same: (one: ModelCall, other: ModelCall) => boolean,
): [number, number][] {
  // From each pair of places on, the best that is left.
  let below: [number, number][][] = Array.from({ length: right.length + 1 }, () => []);
  for (const one of [...left].reverse()) {
    const row: [number, number][][] = [[]];
    for (let at = right.length - 1; at >= 0; at -= 1) {
      const other = right[at];
      const skipped = longer(below[at] ?? [], row[0] ?? []);
      const pairs: [number, number][] = below[at + 1] ?? [];
      const taken: [number, number][] =
        other && same(one.call, other.call)
          ? longer([[one.at, other.at], ...pairs], skipped)
          : skipped;
      row.unshift(taken);
    }
    below = row;
  }
  return below[0] ?? [];
}

const longer = (one: [number, number][], other: [number, number][]) =>
  one.length >= other.length ? one : other;
