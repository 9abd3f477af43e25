import { type Box, bringIntoView, type Page, type ScrollsMade } from '@nova-act/rules/page';
import { plainName } from '../../model/actions.js';
import type { ModelCall, ModelObservation } from '../../model/local-model.js';
import { type Viewport, writeBox } from '../calls/box-text.js';
import type { Aim, Edges, RecordedCall, RecordedPage } from '../file/cassette-format.js';
import { toEdges } from '../target/element-under.js';
import { findAgain } from '../target/find-again.js';
import { sayAmbiguous, sayMissing, sayNameOf } from '../target/say-missing.js';

export type Aimed =
  | { box: string }
  /** First scroll, then aim again. */
  | { scroll: ModelCall }
  /** Why the target can't be pointed at, as the end of a sentence that names the step. */
  | { missing: string };

export interface Sight {
  observation: ModelObservation;
  /** Undefined when the observation has no DOM capture. */
  page: Page | undefined;
  /** The observation that the recorded call answered. */
  recorded: RecordedPage | undefined;
}

/** Finds what a recorded call points at, where it is now. `state` keeps the scrolls from step to step. */
export function aimCall(
  call: RecordedCall & { aim: Aim },
  sight: Sight,
  state: ScrollsMade,
): Aimed {
  const { aim } = call;
  const { windowWidth: width, windowHeight: height } = sight.observation.browserDimensions;
  const viewport = { width, height };
  if (aim.target?.role === 'page')
    return { box: writeBox(scaled(aim.box, sight.recorded, viewport), viewport) };
  if (!aim.target || !sight.page) return asItStands(aim, sight, viewport);
  const found = findAgain(sight.page, aim.target);
  if ('nearMisses' in found)
    return { missing: sayMissing(aim.target, sight.page.url, found.nearMisses) };
  if ('ambiguous' in found)
    return { missing: sayAmbiguous(aim.target, sight.page.url, found.ambiguous) };
  const box = sight.page.boxOf(found.element);
  const visible = box && visiblePart(box, viewport);
  // What is scrolled may be taller than the window; its visible part will do.
  if (visible && plainName(call.name) === 'agentScroll')
    return { box: writeBox(visible, viewport) };
  const view = bringIntoView(sight.page, found.element, state);
  if ('scroll' in view) return view;
  if ('box' in view)
    return aim.within
      ? placeIn(sight.page, view.box, aim.within)
      : { box: writeBox(toEdges(view.box), viewport) };
  return visible
    ? { box: writeBox(visible, viewport) }
    : { missing: `points at ${sayNameOf(aim.target)}, but ${view.hopeless}` };
}

/** Nothing to find it by: its place must do, and that only means anything in a window of the same size. */
function asItStands(aim: Aim, { page, recorded }: Sight, viewport: Viewport): Aimed {
  if (recorded?.windowWidth === viewport.width && recorded.windowHeight === viewport.height)
    return { box: writeBox(aim.box, viewport) };
  const { left, top, right, bottom } = aim.box;
  const why = aim.target
    ? `${sayNameOf(aim.target)}, and this observation has no DOM capture to find it in`
    : recorded?.captured && page
      ? 'a place with nothing in it that the DOM capture shows'
      : 'a place that was recorded without a DOM capture';
  const then = recorded ? `${recorded.windowWidth}×${recorded.windowHeight}` : 'unknown size';
  return {
    missing:
      `points at ${why}: all that is left is the box ${left},${top}–${right},${bottom} in a window of ${then}, ` +
      `and this window is ${viewport.width}×${viewport.height}. Set NOVA_ACT_CAPTURE_DOM=1 to record and to replay, or use the same window`,
  };
}

function scaled(edges: Edges, recorded: RecordedPage | undefined, viewport: Viewport): Edges {
  const x = viewport.width / (recorded?.windowWidth ?? viewport.width);
  const y = viewport.height / (recorded?.windowHeight ?? viewport.height);
  return {
    left: edges.left * x,
    top: edges.top * y,
    right: edges.right * x,
    bottom: edges.bottom * y,
  };
}

/** The same place in a target that may have another size now. */
function placeIn(page: Page, box: Box, within: Edges): Aimed {
  const { width, height } = page.window;
  const edges = {
    left: box.x + within.left * box.width,
    top: box.y + within.top * box.height,
    right: box.x + within.right * box.width,
    bottom: box.y + within.bottom * box.height,
  };
  const x = (edges.left + edges.right) / 2;
  const y = (edges.top + edges.bottom) / 2;
  if (y < 0 || y >= height)
    return { scroll: scrollWindow(page.window, y < 0 ? 'up' : 'down', Math.abs(y - height / 2)) };
  if (x < 0 || x >= width)
    return { scroll: scrollWindow(page.window, x < 0 ? 'left' : 'right', Math.abs(x - width / 2)) };
  return { box: writeBox(edges, page.window) };
}

function scrollWindow(viewport: Viewport, direction: string, pixels: number): ModelCall {
  const { width: right, height: bottom } = viewport;
  const box = writeBox({ left: 0, top: 0, right, bottom }, viewport);
  const value = Math.max(1, Math.round(pixels));
  return { name: 'agentScroll', input: { direction, box, value } };
}

function visiblePart(box: Box, { width, height }: Viewport): Edges | undefined {
  const left = Math.max(0, box.x);
  const top = Math.max(0, box.y);
  const right = Math.min(width, box.x + box.width);
  const bottom = Math.min(height, box.y + box.height);
  return right - left >= 1 && bottom - top >= 1 ? { left, top, right, bottom } : undefined;
}
