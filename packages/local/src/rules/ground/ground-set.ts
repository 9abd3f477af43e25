import type { Element } from 'domhandler';
import type { Intent } from '../instruction/intents.js';
import { parseBoolean } from '../language/booleans.js';
import { controlKind, isChecked, isDisabled, isSearchField, options } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import { type Page, roleOf } from '../page/page.js';
import { bringIntoView } from './bring-into-view.js';
import { click, think, type } from './calls.js';
import { matchOption, optionText } from './choose-option.js';
import { fieldValue } from './field-value.js';
import { findChoice, tickBoxOf } from './find-choice.js';
import { findEntryControl } from './find-entry.js';
import { type FoundField, fieldsOf, opensList, rankFields, uniqueName } from './find-field.js';
import { findTarget } from './find-target.js';
import { groundCalendar } from './ground-calendar.js';
import { type GroundContext, type Grounding, markOf, quoteList } from './grounding.js';

type SetIntent = Extract<Intent, { kind: 'set' }>;

const goodEnough = 0.55;

/** Puts a value into a field, or chooses it, whatever kind of control the page has for it. */
export function groundSet(intent: SetIntent, context: GroundContext): Grounding {
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

/** No field was named, or the page has none called so: the one in hand, the one that has the option, the only one. */
function groundUnnamed(intent: SetIntent, context: GroundContext): Grounding {
  const { page, state } = context;
  const named = intent.readings.find((reading) => reading.field !== undefined);
  const value = intent.readings.find((reading) => reading.field === undefined)?.value;
  if (intent.how !== 'type' || value === undefined) {
    const wanted = value ?? named?.value ?? '';
    const remembered =
      context.lastSelect === undefined
        ? undefined
        : fieldsOf(page).find((one) => nameOf(page, one) === context.lastSelect);
    for (const select of [
      ...(remembered ? [remembered] : []),
      ...(named === undefined ? fieldsOf(page) : []),
    ]) {
      if (select.name === 'select' && matchOption(select, wanted))
        return fill(intent, select, nameOf(page, select), wanted, context);
    }
    if (value !== undefined) {
      const choice = findChoice(page, value, undefined, state.excluded);
      if (choice !== undefined && choice.score >= 0.6 && named === undefined)
        return pressElement(choice.element, context, true);
      for (const words of [value, `choose ${value}`, `select ${value}`]) {
        const target = findTarget(page, words, state);
        if ('element' in target) {
          const box = tickBoxOf(target.element);
          return pressElement(box ?? target.element, context, box !== undefined);
        }
      }
      const entry = findEntryControl(page, value, context.now);
      if (entry !== undefined) return pressElement(entry.element, context, false);
    }
    return noField(named?.field, value ?? named?.value, page, context);
  }
  if (named !== undefined) {
    // "type 5 in stock": the words after the joint may be part of the value; only a named field rules that out.
    return noField(named.field, value, page, context);
  }
  const text = fieldsOf(page).filter(
    (one) => one.name !== 'select' && controlKind(one) !== 'button' && !isDisabled(one),
  );
  const last =
    context.lastField === undefined
      ? undefined
      : text.find((one) => uniqueName(page, one) === context.lastField?.name);
  const only =
    last ??
    (text.length === 1 ? text[0] : undefined) ??
    text.find((one) => isSearchField(one)) ??
    text[0];
  if (only === undefined)
    return { kind: 'missing', message: `There is no field on the page to type “${value}” into.` };
  return fill(intent, only, nameOf(page, only), value, context);
}

function noField(
  field: string | undefined,
  value: string | undefined,
  page: Page,
  context: GroundContext,
): Grounding {
  const names = quoteList(fieldsOf(page).map((one) => nameOf(page, one)));
  const refused = context.state.redirects.at(-1);
  const why = refused === undefined ? '' : ` The browser said: ${refused}`;
  const wanted =
    field === undefined
      ? `nothing to choose called “${value ?? ''}”`
      : `no field called “${field}”`;
  return {
    kind: 'missing',
    message: `There is ${wanted} on the page${names === '' ? ', which has no fields at all' : `; its fields are ${names}`}.${why}`,
  };
}

function fill(
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
    field: {
      name: uniqueName(page, element),
      value: text,
      suggests: suggests && !intent.pressEnter,
    },
  };
}

function pressElement(element: Element, context: GroundContext, choice: boolean): Grounding {
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

/** A list or a calendar was opened in the step before: take the value from it. */
function groundOpened(intent: SetIntent, context: GroundContext): Grounding {
  const { page, state } = context;
  const values = [...new Set(intent.readings.map((reading) => reading.value))];
  for (const value of values) {
    const calendar = groundCalendar(value, context);
    if (calendar !== undefined) return calendar;
    const choice = findChoice(page, value, undefined, state.excluded);
    if (choice !== undefined && choice.score >= 0.6)
      return pressElement(choice.element, context, true);
    const target = findTarget(page, value, state);
    if ('element' in target) return pressElement(target.element, context, false);
  }
  if (state.looks++ < 2)
    return { kind: 'act', calls: [think('The list is not there yet.')], done: false };
  return { kind: 'missing', message: `The list that opened has no “${values[0] ?? ''}”.` };
}
