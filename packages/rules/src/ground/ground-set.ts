import type { Element } from 'domhandler';
import { matchOption } from '../find/choose-option.js';
import { findChoice } from '../find/find-choice.js';
import { type FoundField, opensList, rankFields } from '../find/find-field.js';
import { marked } from '../find/intent-state.js';
import { controlKind } from '../page/controls.js';
import { roleOf } from '../page/page.js';
import { fill, pressElement, type SetIntent } from './fill-field.js';
import { groundOpened } from './ground-opened.js';
import { groundUnnamed } from './ground-unnamed.js';
import type { GroundContext, Grounding } from './grounding.js';

const goodEnough = 0.55;

/** Puts a value into a field, or chooses it, whatever kind of control the page has for it. */
export function groundSet(intent: SetIntent, context: GroundContext): Grounding {
  const { page, state } = context;
  const grounding = groundPlainly(intent, context);
  if (!page.bare || intent.how !== 'choose' || grounding.kind !== 'act' || !grounding.done)
    return grounding;
  // What looks like a field there may be a box to tick, and what looks like a text the cell beside it.
  const element = marked(page, state.tried);
  const kind = element === undefined ? 'other' : controlKind(element);
  if (element?.name === 'label' || !['text', 'other'].includes(kind)) return grounding;
  return {
    kind: 'missing',
    message:
      'What is to be chosen cannot be told from a field: the capture of this client has no types of controls.',
  };
}

function groundPlainly(intent: SetIntent, context: GroundContext): Grounding {
  const { page, state } = context;
  if (state.opened) return groundOpened(intent, context);
  let best: { found: FoundField; value: string; score: number } | undefined;
  let radio: { element: Element; score: number } | undefined;
  for (const [index, reading] of intent.readings.entries()) {
    if (reading.field === undefined) continue;
    const choice = findChoice(page, reading.value, reading.field, state.excluded);
    if (choice !== undefined && choice.score > (radio?.score ?? 0.7)) radio = choice;
    for (const found of rankFields(page, reading.field, state)) {
      if (found.score < goodEnough) break;
      const score = found.score - index * 0.01 + fit(intent, found, reading.value);
      if (score > (best?.score ?? 0)) best = { found, value: reading.value, score };
    }
  }
  if (intent.how !== 'type' && radio !== undefined && radio.score > (best?.score ?? 0))
    return pressElement(radio.element, context, true);
  if (best !== undefined)
    return fill(intent, best.found.element, best.found.name, best.value, context);
  return groundUnnamed(intent, context);
}

/** A dropdown that has the option, a field that takes the kind of value: better than one that does not. */
function fit(intent: SetIntent, found: FoundField, value: string): number {
  if (found.kind === 'select') return matchOption(found.element, value) !== undefined ? 0.1 : -0.2;
  if (intent.how === 'choose')
    return opensList(found.element) || roleOf(found.element) === 'combobox' ? 0.05 : -0.05;
  return found.kind === 'button' ? -0.1 : 0;
}
