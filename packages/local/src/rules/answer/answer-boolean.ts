import { parseBoolean } from '../language/booleans.js';
import { parseNumber } from '../language/numbers.js';
import { coverage } from '../language/similarity.js';
import { contentWords, words } from '../language/words.js';
import { controlKind, isChecked, isClickable, isDisabled, isField } from '../page/controls.js';
import { namesOf } from '../page/names.js';
import type { Page } from '../page/page.js';
import { recordGroups } from '../page/record-groups.js';
import { isTextLeaf, textOf } from '../page/text.js';
import type { AnswerContext, Filled } from './answer-context.js';
import { chooseRecord } from './choose-record.js';
import { filterRecords } from './filter-records.js';
import { lookUp } from './lookup.js';
import { pageFacts } from './page-facts.js';
import { findComparisons } from './question.js';

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

/** "Is the newsletter box ticked", "is the Save button disabled". */
function controlState({ page, question }: AnswerContext): Filled | undefined {
  const state =
    /\b(un)?(ticked|checked|selected|enabled|disabled|turned on|switched on|turned off|on|off|active|completed|done)\b[?.!]?$/i.exec(
      question,
    );
  if (state?.[2] === undefined) return undefined;
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

/** Whether the page has such a thing: entries that fit, a control called so, or words that say so. */
function present({ page, question, now }: AnswerContext): Filled {
  const subject = question
    .replace(
      /^(?:(?:is|are|was|were)\s+there|there (?:is|are)|does (?:the|this) (?:page|site|table|list|form) (?:have|show|contain|list|include|say|offer)|do you see|can you see|is|are|was|were|has|have|does|do|did)\s+/i,
      '',
    )
    .replace(/\b(?:on|in) (?:the|this) (?:page|site|website|list|table|screen)\b/gi, '')
    .replace(/\b(?:shown|visible|displayed|present|listed|available)\b[?.]?$/i, '');
  const none = /\b(?:no|not)\b/i.test(subject);
  const wanted = contentWords(subject.replace(/\b(?:no|not|any|some)\b/gi, ' '));
  const comparisons = findComparisons(question);
  for (const group of recordGroups(page)) {
    if (group.records.length < 2 || group.kind === 'columns') continue;
    const about =
      coverage(
        wanted.slice(0, 1),
        words(`${group.name} ${group.records[0]?.facts[0]?.label ?? ''}`),
      ) > 0.8 || wanted.some((word) => words(group.name).includes(word));
    const fitting = filterRecords(group, question, now);
    if (about && (comparisons.length > 0 || fitting.length < group.records.length))
      return { value: fitting.length > 0 !== none };
  }
  const fact = pageFacts(page).find(
    (one) =>
      one.weight >= 0.7 &&
      coverage(wanted, words(one.label)) > 0.9 &&
      coverage(contentWords(one.label), wanted) > 0.9,
  );
  if (
    fact !== undefined &&
    parseBoolean(fact.value) === undefined &&
    !/^(?:page title|heading|url)$/.test(fact.label)
  )
    return { value: !none };
  const said = sentence(texts(page), wanted);
  const control = page.elements.some(
    (one) =>
      (isClickable(one) || isField(one)) &&
      namesOf(page, one).some((name) => coverage(roleless(subject, one), words(name.text)) > 0.9),
  );
  const kind =
    /^(?:a|an|any)?\s*(?:search (?:box|field|bar)|table|image|picture|form|video)\s*\??$/i.test(
      subject.trim(),
    )
      ? page.elements.some((one) => hasKind(one.name, subject, one.attribs['type'] ?? ''))
      : false;
  const value = said === true || (control && said !== false) || kind;
  return { value: none ? !value : value };
}

function hasKind(tag: string, subject: string, type: string): boolean {
  if (/search/i.test(subject)) return type === 'search';
  if (/table/i.test(subject)) return tag === 'table';
  if (/image|picture/i.test(subject)) return tag === 'img' || tag === 'picture';
  return /video/i.test(subject) ? tag === 'video' : tag === 'form';
}

/** "a login button" asks of a button only that it is called "login". */
function roleless(subject: string, element: { name: string }): string[] {
  const bare =
    element.name === 'a'
      ? subject.replace(/\b(?:link|tab|page)\b/gi, ' ')
      : subject.replace(/\b(?:button|field|box|input|dropdown|checkbox|icon|menu)\b/gi, ' ');
  return contentWords(bare);
}

function texts(page: Page): string[] {
  return page.elements
    .filter(
      (one) =>
        isTextLeaf(one) ||
        ['p', 'li', 'td', 'tr', 'dd', 'article', 'h1', 'h2', 'h3', 'label', 'a', 'img'].includes(
          one.name,
        ),
    )
    .map((one) => (one.name === 'img' ? (one.attribs['alt'] ?? '') : textOf(one)))
    .filter((text) => text !== '' && text.length < 600);
}

/** Whether one of the texts says all the words; false when it says them of nothing ("no rings"); undefined when none does. */
function sentence(from: readonly string[], wanted: readonly string[]): boolean | undefined {
  let denied = false;
  if (wanted.length === 0) return undefined;
  for (const text of from) {
    const own = words(text);
    if (
      !wanted.every(
        (word) =>
          own.includes(word) ||
          (word.length > 4 && coverage([word], own) >= 0.8 && !/^\d/.test(word)),
      )
    )
      continue;
    const negated = new RegExp(
      `\\b(?:no|not|never|without|sold out|out of|0)\\s+(?:\\w+\\s+){0,2}?${wanted[0]}|\\b${wanted.at(-1)}\\w*\\s*:?\\s*(?:no|none|0|unavailable|not available)\\b`,
      'i',
    ).test(text);
    if (!negated) return true;
    denied = true;
  }
  return denied ? false : undefined;
}
