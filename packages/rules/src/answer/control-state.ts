import { coverage } from '../language/similarity.js';
import { contentWords, words } from '../language/words.js';
import { controlKind, isChecked, isClickable, isDisabled, isField } from '../page/controls.js';
import { namesOf } from '../page/names.js';
import type { AnswerContext, Filled } from './answer-context.js';

/** "Is the newsletter box ticked", "is the Save button disabled". */
export function controlState({ page, question }: AnswerContext): Filled | undefined {
  const state =
    /\b(un)?(ticked|checked|selected|enabled|disabled|turned on|switched on|turned off|on|off|active|completed|done)\b[?.!]?$/i.exec(
      question,
    );
  if (state?.[2] === undefined) return undefined;
  if (page.bare) return { missing: 'the capture of this client has no states of controls' };
  const subject = question.slice(0, state.index).replace(/^(?:is|are|was)\s+/i, '');
  const wanted = contentWords(
    subject.replace(
      /\b(?:check ?box|box|button|field|option|switch|toggle|radio|link|tab)\b/gi,
      ' ',
    ),
  );
  const control = best(
    page.elements.filter((one) => isClickable(one) || isField(one)),
    (one) =>
      Math.max(
        0,
        ...namesOf(page, one).map(
          (name) =>
            coverage(wanted, words(name.text)) * 0.8 +
            0.2 * coverage(contentWords(name.text), wanted),
        ),
      ),
  );
  if (control === undefined) return undefined;
  const word = state[2].toLowerCase();
  const about = /dis|en|^active/.test(word)
    ? !isDisabled(control)
    : isChecked(control) || control.attribs['aria-selected'] === 'true';
  if (
    !/dis|en|active/.test(word) &&
    !['checkbox', 'radio'].includes(controlKind(control)) &&
    control.attribs['aria-pressed'] === undefined &&
    control.attribs['aria-selected'] === undefined
  )
    return undefined;
  const positive = /disabled|off/.test(word) ? !about : about;
  return { value: state[1] === undefined ? positive : !positive };
}

function best<T>(list: readonly T[], score: (one: T) => number): T | undefined {
  let found: { one: T; score: number } | undefined;
  for (const one of list) {
    const value = score(one);
    if (value >= 0.7 && value > (found?.score ?? 0)) found = { one, score: value };
  }
  return found?.one;
}
