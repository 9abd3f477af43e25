import { coverage } from '../language/similarity.js';
import { contentWords } from '../language/words.js';
import { controlKind, isClickable, isField, options } from '../page/controls.js';
import { isHeading } from '../page/headings.js';
import { nameOf } from '../page/names.js';
import { textOf } from '../page/text.js';
import type { AnswerContext } from './answer-context.js';

/** "List the links", "what options are there": the page's own elements of that kind. */
export function kindsOfElement(
  hint: string,
  question: string,
  context: AnswerContext,
): string[] | undefined {
  const { page } = context;
  if (page.bare) return undefined; // It leaves elements out.
  const asked = `${hint} ${question}`;
  if (/\boptions?\b/i.test(asked)) {
    const selects = page.elements.filter((one) => one.name === 'select');
    const select =
      selects.find((one) => coverage(contentWords(nameOf(page, one)), contentWords(asked)) > 0.8) ??
      (selects.length === 1 ? selects[0] : undefined);
    if (select !== undefined)
      return options(select)
        .map((one) => textOf(one))
        .filter((text) => text !== '');
  }
  if (/\bheadings?\b/i.test(asked))
    return page.elements.filter((one) => isHeading(one)).map((one) => textOf(one));
  if (/\blinks?\b/i.test(asked))
    return page.elements
      .filter((one) => controlKind(one) === 'link')
      .map((one) => nameOf(page, one));
  if (/\bbuttons?\b/i.test(asked))
    return page.elements
      .filter((one) => controlKind(one) === 'button' && isClickable(one))
      .map((one) => nameOf(page, one));
  if (/\b(?:fields?|labels?|inputs?)\b/i.test(asked))
    return page.elements.filter((one) => isField(one)).map((one) => nameOf(page, one));
  return undefined;
}
