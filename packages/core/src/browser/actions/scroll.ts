import { AgentRedirectError } from '../../errors/index.js';
import type { JsonValue } from '../../wire/json.js';
import type { Box, ScrollDirection, ScrollOptions } from '../actuator.js';
import { describe } from '../frames/describe.js';
import { callOn, evaluateIn, type RemoteRef } from '../frames/evaluate.js';
import { type Located, locate } from '../frames/locate.js';
import type { Hand } from './hand.js';
import { centreOf, movePointer } from './pointer.js';
import {
  extentOf,
  findScrollable,
  restingPosition,
  type Scrollable,
  scrollPosition,
} from './scroll-in-page.js';
import { mayHaveMoved, watchChanges } from './wheel-in-page.js';

/** Of the visible size of what is scrolled, so that some of what was seen stays in sight. */
const DEFAULT_SHARE = 0.75;
/** How long a smooth scroll may take until it is reported as it stands. */
const REST_LIMIT_MS = 700;

/** Turns the wheel over the centre of the box and says how far what lies there has moved. */
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
  if (found && found.room < 1) {
    const end = { up: 'top', down: 'bottom', left: 'left end', right: 'right end' }[direction];
    throw new AgentRedirectError(
      `The ${found.what} is at its ${end} already: it cannot scroll ${direction} any further.`,
    );
  }
  const vertical = direction === 'up' || direction === 'down';
  const visible = found?.visible ?? (await callOn(target.node, extentOf, vertical));
  const amount = Math.max(1, Math.round(distance ?? visible * DEFAULT_SHARE));
  const sign = direction === 'down' || direction === 'right' ? 1 : -1;
  await movePointer(hand, point);
  const before = found && (await evaluateIn(found.frame, scrollPosition));
  if (!found) await callOn(target.node, watchChanges);
  hand.signal.throwIfAborted();
  await hand.page.mouse.wheel(vertical ? 0 : sign * amount, vertical ? sign * amount : 0);
  if (!found || !before) {
    // A map, a canvas, a viewer: it has the wheel, and only the picture shows what it made of it.
    if (!(await callOn(target.node, mayHaveMoved, REST_LIMIT_MS))) {
      throw new AgentRedirectError(`Nothing scrolls ${direction} here.`);
    }
    return { wheeled: amount, over: await describe(target.node), scrolled: null };
  }
  const after = await evaluateIn(
    found.frame,
    restingPosition,
    before.left,
    before.top,
    REST_LIMIT_MS,
  );
  const moved = Math.round(vertical ? after.top - before.top : after.left - before.left);
  if (moved === 0) {
    throw new AgentRedirectError(
      `The ${found.what} did not scroll ${direction}: the page keeps the wheel to itself. Try its own buttons or keys.`,
    );
  }
  return { scrolled: Math.abs(moved), of: found.what, atEnd: Math.abs(moved) >= found.room };
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
