import { AgentRedirectError } from '../../errors/index.js';
import type { JsonValue } from '../../wire/json.js';
import type { Box, ScrollDirection, ScrollOptions } from '../actuator.js';
import { describe } from '../frames/describe.js';
import { callOn, evaluateIn, type RemoteRef } from '../frames/evaluate.js';
import { type Located, locate } from '../frames/locate.js';
import type { Hand } from './hand.js';
import { lookAt, looksOtherwise } from './look-at.js';
import { centreOf, movePointer } from './pointer.js';
import {
  extentOf,
  findScrollable,
  restingPosition,
  type Scrollable,
  scrollPosition,
} from './scroll-in-page.js';
import { drawnAt, type WheelOutcome, watchWheel, wheelOutcome } from './wheel-in-page.js';

/** Of the visible size of what is scrolled, so that some of what was seen stays in sight. */
const DEFAULT_SHARE = 0.75;
/** How long a smooth scroll may take until it is reported as it stands. */
const REST_LIMIT_MS = 700;
/** How long a map may take to answer to the wheel. */
const ANSWER_MS = 400;

/**
 * Turns the wheel over the centre of the box and says what came of it: how far what lies there has
 * scrolled, or that a map or the like which has the wheel for itself looks otherwise now.
 */
export async function scroll(
  hand: Hand,
  direction: ScrollDirection,
  box: Box,
  { distance }: ScrollOptions,
): Promise<JsonValue> {
  const point = centreOf(box);
  const target = await locate(hand.sessions, point);
  if (!target) throw new AgentRedirectError('There is nothing at the centre of the box.');
  const found = await nearestScrollable(target, direction);
  const vertical = direction === 'up' || direction === 'down';
  const visible = found?.visible ?? (await callOn(target.node, extentOf, vertical));
  const amount = Math.max(1, Math.round(distance ?? visible * DEFAULT_SHARE));
  const sign = direction === 'down' || direction === 'right' ? 1 : -1;
  await movePointer(hand, point);
  const { x, y } = target.point;
  const before = found && (await evaluateIn(found.frame, scrollPosition));
  const drawn = await callOn(target.node, drawnAt, x, y);
  const looked = drawn ? await lookAt(hand, point, drawn) : undefined;
  await callOn(target.node, watchWheel, x, y);
  hand.signal.throwIfAborted();
  await hand.devices.wheel(vertical ? 0 : sign * amount, vertical ? sign * amount : 0);
  if (found && before && found.room >= 1) {
    const { left, top } = before;
    const after = await evaluateIn(found.frame, restingPosition, left, top, REST_LIMIT_MS);
    const moved = Math.abs(
      Math.round(vertical ? after.top - before.top : after.left - before.left),
    );
    if (moved > 0) return { scrolled: moved, of: found.what, atEnd: moved >= found.room };
  }
  const outcome = await evaluateIn(target.node, wheelOutcome, looked ? 0 : ANSWER_MS);
  const changed =
    outcome.changed || (looked && (await looksOtherwise(hand, point, looked, ANSWER_MS)));
  if (changed === false || (changed === undefined && !looked)) {
    throw new AgentRedirectError(nothingMoved(direction, found, outcome));
  }
  const over = await describe(target.node);
  const said = { wheeled: amount, over, scrolled: null };
  return changed ? { ...said, changed } : { ...said, note: 'it moves by itself all the time' };
}

function nothingMoved(
  direction: ScrollDirection,
  found: Scrollable | undefined,
  { taken }: WheelOutcome,
): string {
  if (!found) {
    return taken
      ? `The page took the wheel, but nothing changed here: try its own buttons or keys.`
      : `Nothing scrolls ${direction} here.`;
  }
  if (found.room < 1) {
    const end = { up: 'top', down: 'bottom', left: 'left end', right: 'right end' }[direction];
    return `The ${found.what} is at its ${end} already: it cannot scroll ${direction} any further.`;
  }
  return `The ${found.what} did not scroll ${direction}: the page keeps the wheel to itself. Try its own buttons or keys.`;
}

/** From the element outwards, out of its frames too. */
async function nearestScrollable(
  { node, owners }: Located,
  direction: ScrollDirection,
): Promise<(Scrollable & { frame: RemoteRef }) | undefined> {
  let atItsEnd: (Scrollable & { frame: RemoteRef }) | undefined;
  for (const from of [node, ...owners.toReversed()]) {
    const found = await callOn(from, findScrollable, direction);
    if (!found) continue;
    if (found.room >= 1) return { ...found, frame: from };
    atItsEnd ??= { ...found, frame: from };
  }
  return atItsEnd;
}
