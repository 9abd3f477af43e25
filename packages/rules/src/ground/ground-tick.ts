import { findTarget } from '../find/find-target.js';
import { controlKind, isChecked } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import type { Intent } from '../prompt/intents.js';
import { groundDo } from './ground-do.js';
import { type GroundContext, type Grounding, quoteList } from './grounding.js';
import { point } from './point.js';

export function groundTick(
  intent: Extract<Intent, { kind: 'tick' }>,
  context: GroundContext,
): Grounding {
  const { page, state } = context;
  const pool = page.elements.filter(
    (one) =>
      ['checkbox', 'radio'].includes(controlKind(one)) ||
      (controlKind(one) === 'button' && one.attribs['aria-pressed'] !== undefined),
  );
  const found = findTarget({ ...page, elements: pool }, intent.target, state);
  if (!('element' in found)) {
    if (page.bare)
      return {
        kind: 'missing',
        message: `Whether “${intent.target}” is ticked cannot be seen: the capture of this client has no states of controls.`,
      };
    const label = findTarget(
      { ...page, elements: page.elements.filter((one) => one.name === 'label') },
      intent.target,
      state,
    );
    if ('element' in label) return point(label.element, label.name, context, 'left');
    // "Accept cookies", "check out": no box, but a button may be called so.
    const other = groundDo(
      `${context.state.redirects.length > 0 ? '' : 'accept '}${intent.target}`.trim(),
      context,
    );
    if (other.kind !== 'missing' && intent.on) return other;
    return {
      kind: 'missing',
      message: `There is no box “${intent.target}” to ${intent.on ? 'tick' : 'untick'} on the page${
        pool.length > 0
          ? `; there are ${quoteList(
              pool.map((one) => nameOf(page, one)),
              10,
            )}`
          : ''
      }.`,
    };
  }
  if (isChecked(found.element) === intent.on) return { kind: 'done' };
  return point(found.element, found.name, context, 'left');
}
