import { recordGroups } from '../facts/record-groups.js';
import { parseBoolean } from '../language/booleans.js';
import { parseNumber } from '../language/numbers.js';
import { contentWords, words } from '../language/words.js';
import { chooseRecord } from '../records/choose-record.js';
import { findComparisons } from '../records/question.js';
import type { AnswerContext, Filled } from './answer-context.js';
import { controlState } from './control-state.js';
import { present } from './is-there.js';
import { lookUp } from './lookup.js';
import { sentence } from './says-so.js';

/** Yes or no: the state of a control, a fact that says so, or whether there is such a thing. */
export function answerBoolean(context: AnswerContext): Filled {
  const question = context.question
    .replace(
      /^(?:check|see|tell me|verify|find out|determine|return|confirm|make sure|ensure)\s+(?:true\s+)?(?:if|whether|that)\s+/i,
      '',
    )
    .trim();
  const inner = { ...context, question };
  return (
    controlState(inner) ??
    compared(inner) ??
    (isThereAny(question) ? undefined : factual(inner)) ??
    present(inner)
  );
}

function isThereAny(question: string): boolean {
  return /^(?:is|are|was|were)\s+there\b|^there (?:is|are)\b/i.test(question);
}

/** "Is the price under $100", "does Mars have more than one moon". */
function compared(context: AnswerContext): Filled | undefined {
  const comparison = findComparisons(context.question)[0];
  if (comparison === undefined || isThereAny(context.question)) return undefined;
  const hit = lookUp(context, (fact) => parseNumber(fact.value) !== undefined);
  const value = hit === undefined ? undefined : parseNumber(hit.fact.value);
  if (value === undefined) return undefined;
  if (value === comparison.value) return { value: comparison.orEqual };
  return {
    value: comparison.test === 'less' ? value < comparison.value : value > comparison.value,
  };
}

/** "Does Mars have rings", "is the red mug in stock": what the entry or the page says of it. */
function factual(context: AnswerContext): Filled | undefined {
  const negated = /\b(?:not|no|isn't|doesn't|without)\b/i.test(context.question);
  const hit = lookUp(
    context,
    (fact) =>
      parseBoolean(fact.value) !== undefined ||
      /^\d+$/.test(fact.value) ||
      (fact.value.length <= 30 && /stock|sold out|available|left/i.test(fact.value)),
  );
  if (hit !== undefined && hit.score > 0.7) {
    const said =
      parseBoolean(hit.fact.value) ??
      (/sold out|out of stock|unavailable|not available/i.test(hit.fact.value)
        ? false
        : parseNumber(hit.fact.value) !== 0);
    return { value: negated ? !said : said };
  }
  for (const group of recordGroups(context.page)) {
    const chosen =
      group.records.length > 1 ? chooseRecord(group, context.question, context.now) : undefined;
    if (chosen === undefined || chosen.strength < 1) continue;
    const rest = contentWords(context.question).filter(
      (word) => !words(chosen.record.title).includes(word),
    );
    if (rest.length === 0) continue;
    const taken =
      /\b(?:checked out|sold out|out of stock|unavailable|not available|fully booked|on loan|reserved|taken)\b/i;
    if (/\b(?:available|in stock|free)\b/i.test(context.question) && taken.test(chosen.record.text))
      return { value: negated };
    const said = sentence([chosen.record.text], rest);
    return { value: negated ? said !== true : said === true };
  }
  return undefined;
}
