import type { Element } from 'domhandler';
import { fieldsOf, uniqueName } from '../find/find-field.js';
import { findTarget } from '../find/find-target.js';
import { coverage } from '../language/similarity.js';
import { contentWords, words } from '../language/words.js';
import { formOf, isSearchField } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import type { Page } from '../page/page.js';
import { textOf } from '../page/text.js';
import type { Intent, Param, PlannedIntent } from '../prompt/intents.js';
import { readParams } from '../prompt/params.js';
import { groundDo } from './ground-do.js';
import { type GroundContext, type Grounding, quoteList } from './grounding.js';
import { paramScore, paramValue } from './match-params.js';
import { point } from './point.js';

type Request = Extract<Intent, { kind: 'request' }>;

// What no field takes is a condition on the answer, not on the search.
const condition =
  /^(?:with|without|under|below|over|above|priced|costing|within|by|as|named|called|about|of|per|before|after|during|for)$/;

/** "Find flights from Boston to Wolf on Feb 22nd": fill the form whose labels know the prepositions, and send it. */
export function groundRequest(request: Request, context: GroundContext): Grounding {
  const { page, now } = context;
  const match = bestForm(page, request.params, now);
  if (match !== undefined && match.filled.size > 0) {
    const unmatched = request.params.filter((param) => !match.filled.has(param));
    // "Subscribe to the newsletter": what the form says of itself needs no field.
    const about = match.fields.map((field) => formOf(field)).find((form) => form !== undefined);
    const said = about === undefined ? [] : words(textOf(about));
    const lost = unmatched.filter(
      (param) =>
        !condition.test(param.preposition) && coverage(contentWords(param.value), said) < 0.9,
    );
    const known = [...match.filled.keys()].length;
    if (known >= lost.length || known >= 2) {
      if (lost.length > 0 && !searchTakes(match.fields)) {
        const lostWords = lost
          .map((param) => `“${param.preposition} ${param.value}”`)
          .join(' and ');
        return {
          kind: 'missing',
          message: `The form has no field for ${lostWords}; its fields are ${quoteList(
            match.fields.map((field) => nameOf(page, field)),
            12,
          )}.`,
        };
      }
      return { kind: 'expand', intents: fillings(page, match.filled, match.fields, request) };
    }
  }
  if (context.hasSchema && context.last) return { kind: 'ask', question: request.text };
  // "Reserve Kindred", "View the transactions of the savings account": something to press, before anything to search.
  if (!/^(?:find|look|search|get)\b/i.test(request.text)) {
    const pressed = groundDo(request.text, context);
    if (pressed.kind !== 'missing') return pressed;
  }
  const search = fieldsOf(page).find((one) => isSearchField(one));
  const query = [
    bareSubject(request.subject),
    ...request.params
      .filter((param) => !condition.test(param.preposition))
      .map((param) => `${param.preposition} ${param.value}`),
  ]
    .join(' ')
    .trim();
  if (search !== undefined && query !== '')
    return {
      kind: 'expand',
      intents: [{ intent: { kind: 'search', query }, words: request.text }],
    };
  const target = findTarget(page, bareSubject(request.text), context.state);
  if ('element' in target)
    return /^(?:find|look)/i.test(request.text)
      ? {
          kind: 'expand',
          intents: [
            {
              intent: { kind: 'scroll-to', target: bareSubject(request.text) },
              words: request.text,
            },
          ],
        }
      : point(target.element, target.name, context, 'left');
  const fields = fieldsOf(page);
  const why =
    fields.length === 0
      ? 'it has no form'
      : `its fields are ${quoteList(
          fields.map((one) => nameOf(page, one)),
          12,
        )}`;
  return {
    kind: 'missing',
    message: `The page has nothing to ${request.text.charAt(0).toLowerCase()}${request.text.slice(1)} with: ${why}.`,
  };
}

function searchTakes(fields: readonly Element[]): boolean {
  return fields.some((field) => isSearchField(field));
}

export function bareSubject(text: string): string {
  return text
    .replace(
      /^(?:find|search for|look for|book|reserve|show(?: me)?|get(?: me)?|order|view)\s+/i,
      '',
    )
    .replace(/^(?:me\s+)?(?:all\s+|some\s+|any\s+)?(?:the\s+|a\s+|an\s+)?/i, '')
    .trim();
}

interface FormMatch {
  fields: Element[];
  filled: Map<Param, Element>;
  score: number;
}

/** "Transfer $50 from Checking to Savings": what no button is called, but a form may do. */
export function groundDoOrRequest(text: string, context: GroundContext): Grounding {
  const request: Request = { kind: 'request', text, ...readParams(text) };
  const match = bestForm(context.page, request.params, context.now);
  if (match !== undefined && match.filled.size >= 2) return groundRequest(request, context);
  const pressed = groundDo(text, context);
  if (pressed.kind !== 'missing') return pressed;
  return match !== undefined && match.filled.size > 0 ? groundRequest(request, context) : pressed;
}

/** The form that takes most of what was asked for. */
export function bestForm(page: Page, params: readonly Param[], now: Date): FormMatch | undefined {
  const forms = new Map<Element | undefined, Element[]>();
  for (const field of fieldsOf(page)) {
    const form = formOf(field);
    forms.set(form, [...(forms.get(form) ?? []), field]);
  }
  let best: FormMatch | undefined;
  for (const fields of forms.values()) {
    const pairs = params
      .flatMap((param) =>
        fields.map((field) => ({ param, field, score: paramScore(page, field, param, now) })),
      )
      .filter((pair) => pair.score >= 0.5)
      .sort((a, b) => b.score - a.score);
    const filled = new Map<Param, Element>();
    let score = 0;
    for (const pair of pairs) {
      if (filled.has(pair.param) || [...filled.values()].includes(pair.field)) continue;
      filled.set(pair.param, pair.field);
      score += pair.score;
    }
    if (score > (best?.score ?? 0)) best = { fields, filled, score };
  }
  return best;
}

function fillings(
  page: Page,
  filled: ReadonlyMap<Param, Element>,
  fields: readonly Element[],
  request: Request,
): PlannedIntent[] {
  const intents: PlannedIntent[] = [...filled]
    .sort((a, b) => fields.indexOf(a[1]) - fields.indexOf(b[1]))
    .map(([param, field]) => ({
      intent: {
        kind: 'set',
        readings: [{ value: paramValue(field, param), field: uniqueName(page, field) }],
        how: 'any',
        pressEnter: false,
      },
      words: `${param.preposition} ${param.value}`,
    }));
  // A search field in the same form takes the subject: "red mugs under $20".
  const search = fields.find(
    (field) => isSearchField(field) && ![...filled.values()].includes(field),
  );
  const subject = bareSubject(request.subject);
  if (search !== undefined && contentWords(subject).length > 0) {
    intents.unshift({
      intent: {
        kind: 'set',
        readings: [{ value: subject, field: uniqueName(page, search) }],
        how: 'type',
        pressEnter: false,
      },
      words: subject,
    });
  }
  return [...intents, { intent: { kind: 'submit' }, words: request.text }];
}
