import type { Element } from 'domhandler';
import { findOrdinal } from '../answer/question.js';
import type { Intent, PlannedIntent } from '../instruction/intents.js';
import { readingsAt } from '../instruction/parse-value.js';
import { nameSimilarity } from '../language/similarity.js';
import { controlKind, formOf, isChecked, isClickable, isField } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import { ancestors, type Page } from '../page/page.js';
import { bringIntoView } from './bring-into-view.js';
import { click, hover } from './calls.js';
import { matchOption } from './choose-option.js';
import { findEntryControl } from './find-entry.js';
import { rankFields, uniqueName } from './find-field.js';
import { findSubmit } from './find-submit.js';
import { findTarget } from './find-target.js';
import { type GroundContext, type Grounding, markOf, quoteList } from './grounding.js';

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

/** Presses what is called like the words, whatever the verb: "Add to cart", "Log in". */
export function groundDo(text: string, context: GroundContext): Grounding {
  const { page, state } = context;
  const choice = labelledChoice(text, context);
  if (choice !== undefined) return choice;
  for (const target of variants(text)) {
    const found = findTarget(page, target, state);
    if ('element' in found && (controlKind(found.element) !== 'other' || found.score > 0.8)) {
      return point(found.element, found.name, context, 'left');
    }
  }
  const entry = findEntryControl(page, text, context.now);
  if (entry !== undefined) return point(entry.element, entry.name, context, 'left');
  const value = readingsAt(text, ['to']).find(
    (one) =>
      (rankFields(page, one.field ?? '', state)[0]?.score ?? 0) >= 0.9 ||
      (rankFields(page, one.value, state)[0]?.score ?? 0) >= 0.9,
  );
  if (value?.field !== undefined) {
    // "Seek to 120": a field that is called like the verb.
    return {
      kind: 'expand',
      intents: [
        {
          intent: {
            kind: 'set',
            readings: [{ value: value.field, field: value.value }],
            how: 'any',
            pressEnter: false,
          },
          words: text,
        },
      ],
    };
  }
  const near = findTarget(page, text, state);
  return missingTarget(text, 'near' in near ? near.near : [], context);
}

/** "Sort by price" where "Sort by" is a dropdown with the option "Price"; its form is sent off if it has a button for that. */
function labelledChoice(text: string, { page }: GroundContext): Grounding | undefined {
  const words = text.split(/\s+/);
  for (const select of page.elements.filter((one) => one.name === 'select')) {
    const name = nameOf(page, select);
    for (let at = words.length - 1; at > 0; at--) {
      const label = words.slice(0, at).join(' ');
      const value = words.slice(at).join(' ');
      if (nameSimilarity(label, name) < 0.8 || matchOption(select, value) === undefined) continue;
      const form = formOf(select);
      const button = form === undefined ? undefined : findSubmit(page, form);
      const sends =
        button !== undefined && nameSimilarity(words[0] ?? '', nameOf(page, button)) > 0.6;
      const set: PlannedIntent = {
        intent: {
          kind: 'set',
          readings: [{ value, field: name }],
          how: 'choose',
          pressEnter: false,
        },
        words: text,
      };
      return {
        kind: 'expand',
        intents: sends
          ? [
              set,
              {
                intent: { kind: 'click', target: nameOf(page, button), button: 'left' },
                words: text,
              },
            ]
          : [set],
      };
    }
  }
  return undefined;
}

/**
 * The ways to say what to press, the exact ones first. "Add the red mug to the cart" is a button
 * "Add to cart" near "red mug": any other button of that name would be the wrong one.
 */
function variants(text: string): string[] {
  const found: string[] = [];
  const into =
    /^(\w+)\s+(?:the\s+|a\s+|an\s+|one\s+)?(.+?)\s+(to|from|into|in)\s+(?:the\s+|my\s+|your\s+)?(\S+(?:\s\S+)?)$/i.exec(
      text,
    );
  const pronoun = /^(?:it|them|this|that|item|product)$/i.test(into?.[2] ?? '');
  if (into !== null && !pronoun) {
    found.push(`${into[1]} ${into[3]} ${into[4]} for ${into[2]}`, `${into[1]} for ${into[2]}`);
  }
  found.push(text);
  if (into !== null && pronoun) found.push(`${into[1]} ${into[3]} ${into[4]}`);
  const object = /^(\w+)\s+(?:the\s+|a\s+|an\s+)?(.+)$/i.exec(text);
  if (object !== null) {
    found.push(`${object[1]} for ${object[2]}`);
    // "Mute the video": the object adds nothing to the button's name.
    if (
      /^(?:video|audio|song|music|page|form|dialog|window|pop-?up|banner|message|it|this|changes|settings|app|player|game|tour|list|menu|application)$/i.test(
        object[2] ?? '',
      )
    )
      found.push(object[1] ?? '');
  }
  if (/^(?:close|dismiss)\b/i.test(text)) found.push('Close', 'Dismiss', '×', '✕', 'x');
  if (/^accept\b/i.test(text)) found.push('Accept all', 'Accept', 'Agree', 'Allow', 'OK', 'Got it');
  if (/^reject|^decline/i.test(text)) found.push('Reject all', 'Reject', 'Decline');
  if (/^log ?out|^sign ?out/i.test(text)) found.push('Log out', 'Sign out');
  if (/^(?:log|sign) ?in/i.test(text)) found.push('Log in', 'Sign in');
  return found;
}

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

export function point(
  element: Element,
  name: string,
  context: GroundContext,
  how: 'left' | 'left-double' | 'right' | 'hover',
): Grounding {
  const { page, state } = context;
  const place = bringIntoView(page, element, state);
  if ('hopeless' in place)
    return {
      kind: 'missing',
      message: `“${name}” is on the page but cannot be pointed at: ${place.hopeless}.`,
    };
  if ('scroll' in place) return { kind: 'act', calls: [place.scroll], done: false };
  state.tried = markOf(page, element);
  const call = how === 'hover' ? hover(page, place.box) : click(page, place.box, how);
  const field = fieldBehind(page, element);
  return {
    kind: 'act',
    calls: [call],
    done: true,
    ...(field === undefined || how !== 'left'
      ? {}
      : { field: { name: uniqueName(page, field), value: '', suggests: false } }),
  };
}

/** The field that a click puts the cursor into, if any. */
function fieldBehind(page: Page, element: Element): Element | undefined {
  if (isField(element)) return element;
  const label =
    element.name === 'label'
      ? element
      : [...ancestors(element)].find((one) => one.name === 'label');
  const target = page.byId.get(label?.attribs['for'] ?? '');
  return target !== undefined && isField(target) ? target : undefined;
}

export function missingTarget(
  target: string,
  near: readonly string[],
  context: GroundContext,
): Grounding {
  const refused = context.state.redirects.at(-1);
  const nearest = near.length > 0 ? `; what there is, nearest first: ${quoteList(near)}` : '';
  const why = refused === undefined ? '' : ` The browser said: ${refused}`;
  return {
    kind: 'missing',
    message: `There is nothing called “${target}” on the page${nearest}.${why}`,
  };
}
