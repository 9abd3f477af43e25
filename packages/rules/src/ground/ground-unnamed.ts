import { matchOption } from '../find/choose-option.js';
import { findChoice, tickBoxOf } from '../find/find-choice.js';
import { findEntryControl } from '../find/find-entry.js';
import { fieldsOf, uniqueName } from '../find/find-field.js';
import { findTarget } from '../find/find-target.js';
import { controlKind, isDisabled, isSearchField } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import type { Page } from '../page/page.js';
import { fill, pressElement, type SetIntent } from './fill-field.js';
import { type GroundContext, type Grounding, quoteList } from './grounding.js';

/** No field was named, or the page has none called so: the one in hand, the one that has the option, the only one. */
export function groundUnnamed(intent: SetIntent, context: GroundContext): Grounding {
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
