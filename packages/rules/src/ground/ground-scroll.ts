import { bringIntoView } from '../calls/bring-into-view.js';
import { scroll } from '../calls/calls.js';
import { findTarget } from '../find/find-target.js';
import type { ModelCall } from '../model.js';
import type { Box, Page } from '../page/page.js';
import type { Intent } from '../prompt/intents.js';
import type { GroundContext, Grounding } from './grounding.js';
import { missingTarget } from './point.js';

const maxScrolls = 20;

export function groundScroll(
  intent: Extract<Intent, { kind: 'scroll' }>,
  context: GroundContext,
): Grounding {
  const { page, state } = context;
  const window: Box = { x: 0, y: 0, ...page.window };
  if (!intent.toEnd)
    return { kind: 'act', calls: [scroll(page, intent.direction, window)], done: true };
  const left =
    intent.direction === 'up'
      ? page.scroll.top
      : page.scroll.height - page.window.height - page.scroll.top;
  const place = `${page.scroll.top}/${page.scroll.height}`;
  const refused = state.redirects.at(-1);
  if (refused !== undefined && left > 1)
    return {
      kind: 'missing',
      message: `The page cannot be scrolled to its end. The browser said: ${refused}`,
    };
  // A page that grows as it is scrolled has no end; stop when it stands still or after enough.
  if (left <= 1 || state.scrolls.at(-1) === place || state.scrolls.length >= maxScrolls)
    return { kind: 'done' };
  state.scrolls.push(place);
  return { kind: 'act', calls: [scroll(page, intent.direction, window, left)], done: false };
}

export function groundScrollTo(
  intent: Extract<Intent, { kind: 'scroll-to' }>,
  context: GroundContext,
): Grounding {
  const { page, state } = context;
  const found = findTarget(page, intent.target, state);
  if (!('element' in found)) {
    // What a page adds as it is scrolled is not there yet.
    const end = scrollOn(page, context);
    return end ?? missingTarget(intent.target, found.near, context);
  }
  const place = bringIntoView(page, found.element, state);
  if ('scroll' in place) return { kind: 'act', calls: [place.scroll], done: false };
  return 'hopeless' in place
    ? { kind: 'missing', message: `“${found.name}” cannot be scrolled to: ${place.hopeless}.` }
    : { kind: 'done' };
}

function scrollOn(page: Page, context: GroundContext): Grounding | undefined {
  const calls = lookFurther({ ...context, page });
  return calls && { kind: 'act', calls, done: false };
}

/** On towards the end of the page, where it has more, for what is not in sight. */
export function lookFurther({ page, state }: GroundContext): ModelCall[] | undefined {
  const left = page.scroll.height - page.window.height - page.scroll.top;
  if (left <= 1 || state.looks++ >= maxScrolls) return undefined;
  return [scroll(page, 'down', { x: 0, y: 0, ...page.window })];
}
