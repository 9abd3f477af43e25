import type { Element } from 'domhandler';
import { fieldsOf, rankFields } from '../find/find-field.js';
import { findSubmit } from '../find/find-submit.js';
import { findTarget } from '../find/find-target.js';
import { formOf } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import type { Page } from '../page/page.js';
import type { GroundContext, Grounding } from './grounding.js';
import { missingTarget, point } from './point.js';

/** Sends off the form in hand: the one last typed into, else the one named, else the page's main one. */
export function groundSubmit(form: string | undefined, context: GroundContext): Grounding {
  const { page, state } = context;
  const last =
    context.lastField === undefined
      ? undefined
      : rankFields(page, context.lastField.name, state)[0]?.element;
  const scope = (last && formOf(last)) ?? biggestForm(page) ?? page.body;
  const button =
    findSubmit(page, scope, form) ??
    (scope === page.body ? undefined : findSubmit(page, page.body, form));
  if (button !== undefined) return point(button, nameOf(page, button), context, 'left');
  const target = findTarget(page, form ?? 'submit', state);
  if ('element' in target) return point(target.element, target.name, context, 'left');
  return missingTarget(form ?? 'Submit', target.near, context);
}

function biggestForm(page: Page): Element | undefined {
  const counts = new Map<Element, number>();
  for (const field of fieldsOf(page)) {
    const form = formOf(field);
    if (form !== undefined) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
