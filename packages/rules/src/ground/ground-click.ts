import { findEntryControl } from '../find/find-entry.js';
import { findTarget } from '../find/find-target.js';
import { isClickable } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import type { Intent } from '../prompt/intents.js';
import { findOrdinal } from '../records/question.js';
import type { GroundContext, Grounding } from './grounding.js';
import { missingTarget, point } from './point.js';

export function groundClick(
  intent: Extract<Intent, { kind: 'click' }>,
  context: GroundContext,
): Grounding {
  const found = findTarget(context.page, intent.target, context.state);
  const sure =
    'element' in found &&
    found.score > 0.9 &&
    (findOrdinal(intent.target) === undefined || isClickable(found.element));
  const entry = sure ? undefined : findEntryControl(context.page, intent.target, context.now);
  if (entry !== undefined) return point(entry.element, entry.name, context, intent.button);
  if (!('element' in found)) return missingTarget(intent.target, found.near, context);
  if (found.element.name === 'select' && intent.button === 'left')
    return { kind: 'done', select: nameOf(context.page, found.element) };
  return point(found.element, found.name, context, intent.button);
}

export function groundHover(
  intent: Extract<Intent, { kind: 'hover' }>,
  context: GroundContext,
): Grounding {
  const found = findTarget(context.page, intent.target, context.state);
  if (!('element' in found)) return missingTarget(intent.target, found.near, context);
  return point(found.element, found.name, context, 'hover');
}
