import { pageFacts } from '../facts/page-facts.js';
import { recordGroups } from '../facts/record-groups.js';
import { parseBoolean } from '../language/booleans.js';
import { coverage } from '../language/similarity.js';
import { contentWords, words } from '../language/words.js';
import { isClickable, isField } from '../page/controls.js';
import { namesOf } from '../page/names.js';
import type { Page } from '../page/page.js';
import { isTextLeaf, textOf } from '../page/text.js';
import { filterRecords } from '../records/filter-records.js';
import { findComparisons } from '../records/question.js';
import type { AnswerContext, Filled } from './answer-context.js';
import { sentence } from './says-so.js';

/** Whether the page has such a thing: entries that fit, a control called so, or words that say so. */
export function present({ page, question, now }: AnswerContext): Filled {
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
  if (!value && said === undefined && page.bare)
    return { missing: 'what the capture of this client does not show may be there all the same' };
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

export function texts(page: Page): string[] {
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
