import type { ClauseReader } from './clause-reader.js';
import type { Intent } from './intents.js';
import { readParams } from './params.js';
import { readingsAt } from './parse-value.js';
import { withoutEnter } from './read-values.js';
import { answerVerb } from './verbs.js';

export const readSearch: ClauseReader = (clause) => {
  const [lead] =
    /^(?:search|google|query|look) (?:up )?(?:(?:on |in |through )?(?:the )?(?:site|page|website|catalog(?:ue)?|shop|store) )?(?:for )?/i.exec(
      clause,
    ) ?? [];
  const match = clause.slice(lead?.length);
  if (lead === undefined || match === '' || /^(?:at|like)\b/i.test(match)) return undefined;
  const { text, pressEnter } = withoutEnter(match);
  const { params } = readParams(text);
  const where = readingsAt(text, ['in', 'on', 'using', 'with'])[0];
  if (
    where?.field !== undefined &&
    /\bsearch\b|\b(?:bar|site|page|website|shop|store)$/i.test(where.field)
  )
    return [{ kind: 'search', query: where.value, where: where.field }];
  if (!pressEnter && params.length > 0) return [request(text)];
  return [{ kind: 'search', query: text.replace(/^(?:the|a|an) /i, '') }];
};

function request(text: string): Intent {
  const { subject, params } = readParams(text);
  return { kind: 'request', text, subject, params };
}

export const readRequest: ClauseReader = (clause) => {
  const match = /^(?:find|look for|book|reserve|show(?: me)?|get(?: me)?|order|view) (.+)$/i.exec(
    clause,
  )?.[1];
  if (match === undefined || /^out\b/i.test(match)) return undefined;
  return [request(clause)];
};

export const readSubmit: ClauseReader = (clause) => {
  const match = /^(?:submit|send)(?: (?:the |this |your |my )?(.*?) ?(?:form|it)?)?$/i.exec(clause);
  if (!match)
    return /^(?:save|continue|confirm|proceed|apply|search)$/i.test(clause)
      ? [{ kind: 'submit', form: clause }]
      : undefined;
  const form = match[1]?.trim() ?? '';
  return [form === '' ? { kind: 'submit' } : { kind: 'submit', form }];
};

export const readAnswer: ClauseReader = (clause) =>
  answerVerb.test(clause) || /\?$/.test(clause)
    ? [{ kind: 'answer', question: clause }]
    : undefined;
