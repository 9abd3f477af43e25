import { mainHeading } from '../facts/page-facts.js';
import type { PageRecord } from '../facts/record.js';
import { recordGroups } from '../facts/record-groups.js';
import { bestWord, coverage } from '../language/similarity.js';
import { contentWords, words } from '../language/words.js';
import { isHeading } from '../page/headings.js';
import { isTextLeaf, textOf } from '../page/text.js';
import { aboutGroup, chooseRecord } from '../records/choose-record.js';
import { findSuperlative } from '../records/question.js';
import { answerBoolean } from './answer-boolean.js';
import type { AnswerContext, Filled } from './answer-context.js';
import { answerNumber } from './answer-number.js';
import { lookUp } from './lookup.js';

/** An answer in words. */
export function answerText(context: AnswerContext): Filled {
  const { page, question } = context;
  const bare = question.replace(
    /^(?:please\s+)?(?:tell me|return|give me|say|answer|find out|report|read(?: out)?|get)\s+/i,
    '',
  );
  if (
    /^(?:the\s+)?(?:page(?:'s)?\s+)?(?:title|name) of (?:this|the) page|^what is (?:the )?(?:page title|title of (?:the|this) page)|^(?:the )?page title/i.test(
      bare,
    )
  )
    return named(page.title || mainHeading(page));
  if (/\b(?:main |page |first )?heading\b/i.test(bare) && !/\bunder\b/i.test(bare))
    return named(mainHeading(page));
  if (/\b(?:current )?(?:url|address of (?:this|the) page)\b/i.test(bare))
    return { value: page.url };
  if (/^(?:is|are|was|were|does|do|did|has|have|can|if|whether)\b/i.test(bare)) {
    const truth = answerBoolean(context);
    return 'value' in truth ? { value: truth.value === true ? 'Yes' : 'No' } : truth;
  }
  if (/\b(?:how many|number of|count)\b/i.test(bare)) {
    const number = answerNumber(context);
    return 'value' in number ? { value: String(number.value) } : number;
  }
  const entry = chosenEntry(context);
  const hit = lookUp(context);
  if (
    entry !== undefined &&
    (hit === undefined ||
      hit.record === undefined ||
      /^(?:which|who)\b/i.test(bare) ||
      hit.score < 1)
  ) {
    if (
      /^who\b/i.test(bare) &&
      hit?.record === entry &&
      bestWord('author', contentWords(hit.fact.label)) > 0
    )
      return { value: hit.fact.value };
    if (/^(?:which|what(?:'s| is) the name|who|the name|name)\b/i.test(bare))
      return { value: entry.title };
    if (hit?.record === entry && hit.score >= 0.95 && !isSuperlativeColumn(context, hit.fact.label))
      return { value: hit.fact.value };
    // All that is known of it is no answer where what was asked may be left out.
    return page.bare
      ? { missing: `found nothing of “${entry.title}” that answers “${question}”` }
      : { value: describe(entry) };
  }
  // One of several is asked for, and a bare capture has them in one text.
  if (page.bare && hit?.record === undefined && findSuperlative(question) !== undefined)
    return { missing: `found no entries on the page for “${question}”` };
  if (hit !== undefined) return { value: hit.fact.value };
  return saidOnPage(context);
}

const named = (value: string): Filled =>
  value === '' ? { missing: 'found no title or heading on the page' } : { value };

function isSuperlativeColumn(context: AnswerContext, label: string): boolean {
  return (
    findSuperlative(context.question) !== undefined &&
    coverage(contentWords(label), contentWords(context.question)) < 0.8
  );
}

function chosenEntry(context: AnswerContext): PageRecord | undefined {
  let best: { record: PageRecord; score: number } | undefined;
  for (const group of recordGroups(context.page)) {
    if (group.records.length < 2) continue;
    const chosen = chooseRecord(group, context.question, context.now);
    if (chosen === undefined || chosen.strength < 0.8) continue;
    const score =
      chosen.strength +
      0.3 * aboutGroup(group, context.question) +
      (group.kind === 'rows' ? 0.1 : 0);
    if (score > (best?.score ?? 0)) best = { record: chosen.record, score };
  }
  return best?.record;
}

/** An entry in one line: its title, then its labels with their values. */
function describe(record: PageRecord): string {
  const rest = record.facts
    .filter((fact) => fact.value !== record.title && fact.weight >= 0.9)
    .map((fact) => `${fact.label} ${fact.value}`);
  return rest.length === 0 ? record.text : `${record.title}: ${rest.join(', ')}`;
}

/** The text that says most of the question's words; what stands under a heading called so. */
function saidOnPage({ page, question }: AnswerContext): Filled {
  const wanted = contentWords(question);
  for (const [index, one] of page.elements.entries()) {
    if (!isHeading(one) || coverage(wanted, words(textOf(one))) < 0.8) continue;
    const next = page.elements
      .slice(index + 1)
      .find((after) => after.name === 'p' || (isTextLeaf(after) && textOf(after).length > 20));
    if (next !== undefined) return { value: textOf(next) };
  }
  let best: { text: string; score: number } | undefined;
  for (const one of page.elements) {
    const text = textOf(one);
    if (!isTextLeaf(one) && one.name !== 'p' && one.name !== 'li') continue;
    if (text.length < 3 || text.length > 500) continue;
    // What only repeats the question answers nothing: the label of a value that was not found.
    if (contentWords(text).every((word) => wanted.includes(word))) continue;
    const score = coverage(wanted, words(text)) - text.length / 5000;
    if (score > 0.7 && score > (best?.score ?? 0)) best = { text, score };
  }
  return best === undefined
    ? { missing: `found nothing on the page that answers “${question}”` }
    : { value: best.text };
}
