import type { Element } from 'domhandler';
import { bringIntoView } from '../calls/bring-into-view.js';
import { click, type } from '../calls/calls.js';
import { matchOption, optionText } from '../find/choose-option.js';
import { uniqueName } from '../find/find-field.js';
import { markOf } from '../find/intent-state.js';
import { parseBoolean } from '../language/booleans.js';
import { controlKind, formOf, isChecked, isSearchField, options } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import { roleOf } from '../page/page.js';
import type { Intent } from '../prompt/intents.js';
import { fieldValue } from './field-value.js';
import { type GroundContext, type Grounding, quoteList } from './grounding.js';

export type SetIntent = Extract<Intent, { kind: 'set' }>;

/** Puts the value into this field, as its kind wants it. */
export function fill(
  intent: SetIntent,
  element: Element,
  name: string,
  value: string,
  context: GroundContext,
): Grounding {
  const { page, state, now } = context;
  const place = bringIntoView(page, element, state);
  if ('hopeless' in place)
    return { kind: 'missing', message: `The field “${name}” cannot be used: ${place.hopeless}.` };
  if ('scroll' in place) return { kind: 'act', calls: [place.scroll], done: false };
  state.tried = markOf(page, element);
  if (element.name === 'select') {
    const option = matchOption(element, value);
    if (option === undefined) {
      return {
        kind: 'missing',
        message: `“${name}” has no option “${value}”; it has ${quoteList(options(element).map(optionText), 12)}.`,
      };
    }
    const text = optionText(option);
    return { kind: 'act', calls: [type(page, place.box, text)], done: true };
  }
  const kind = controlKind(element);
  if (kind === 'checkbox' || kind === 'radio') {
    const on = parseBoolean(value) ?? true;
    return on === isChecked(element)
      ? { kind: 'done' }
      : { kind: 'act', calls: [click(page, place.box)], done: true };
  }
  if (kind === 'button' || (kind === 'text' && element.attribs['readonly'] !== undefined)) {
    state.opened = true;
    return { kind: 'act', calls: [click(page, place.box)], done: false };
  }
  const text = fieldValue(page, element, value, now);
  const suggests =
    (!intent.pressEnter && kind === 'text' && !isSearchField(element)) ||
    roleOf(element) === 'combobox';
  return {
    kind: 'act',
    calls: [type(page, place.box, text, intent.pressEnter)],
    done: true,
    ...(intent.pressEnter ? { sends: formOf(element) } : {}),
    field: {
      name: uniqueName(page, element),
      value: text,
      suggests: suggests && !intent.pressEnter,
    },
  };
}

/** Presses it; a choice that is made already is left alone. */
export function pressElement(element: Element, context: GroundContext, choice: boolean): Grounding {
  const { page, state } = context;
  if (choice && isChecked(element)) return { kind: 'done' };
  const place = bringIntoView(page, element, state);
  if ('hopeless' in place)
    return {
      kind: 'missing',
      message: `“${nameOf(page, element)}” cannot be pressed: ${place.hopeless}.`,
    };
  if ('scroll' in place) return { kind: 'act', calls: [place.scroll], done: false };
  state.tried = markOf(page, element);
  return { kind: 'act', calls: [click(page, place.box)], done: true };
}
