import type { Intent, PlannedIntent } from './intents.js';
import { mask, unmask, unquote } from './mask.js';
import { parseClause } from './parse-clause.js';
import { splitClauses } from './split-clauses.js';
import { plainly } from './verbs.js';

/** Reads an instruction into the things it asks for, in order. */
export function readInstruction(prompt: string): PlannedIntent[] {
  const { text, pieces } = mask(prompt);
  const planned: PlannedIntent[] = [];
  for (const clause of splitClauses(text)) {
    const conditional = /^if ([^,]+), ?(\S.*)$/is.exec(plainly(clause));
    const body = plainly(conditional?.[2] ?? clause);
    for (const intent of parseClause(body)) {
      planned.push({
        intent: unmaskIntent(intent, pieces),
        words: unmask(body, pieces),
        ...(conditional?.[1] === undefined
          ? {}
          : { condition: unquote(unmask(conditionIn(conditional[1]), pieces)) }),
      });
    }
  }
  return foldEnter(planned);
}

/** "there is a cookie banner", "the cookie banner appears": what is to be there. */
function conditionIn(text: string): string {
  return text
    .replace(/^(?:there (?:is|are)|there's|you (?:see|get|are asked for)) /i, '')
    .replace(/^(?:an?|any|the) /i, '')
    .replace(/ (?:appears?|shows up|pops up|is (?:shown|visible|there|present)|is not \w+)$/i, '');
}

/** "type X, press enter" is one action to the service: Enter can only be pressed in the field just typed into. */
function foldEnter(planned: PlannedIntent[]): PlannedIntent[] {
  const folded: PlannedIntent[] = [];
  for (const one of planned) {
    const before = folded.at(-1);
    if (
      one.intent.kind === 'press-enter' &&
      before?.intent.kind === 'set' &&
      before.intent.how === 'type'
    ) {
      folded[folded.length - 1] = {
        ...before,
        intent: { ...before.intent, pressEnter: true },
        words: `${before.words}, ${one.words}`,
      };
    } else if (one.intent.kind === 'press-enter' && before?.intent.kind === 'search') {
      // A search is sent off with Enter anyway.
    } else folded.push(one);
  }
  return folded;
}

function unmaskIntent(intent: Intent, pieces: readonly string[]): Intent {
  const bare = (text: string) => unquote(unmask(text, pieces));
  const whole = (text: string) => unmask(text, pieces);
  switch (intent.kind) {
    case 'click':
    case 'hover':
    case 'tick':
    case 'scroll-to':
    case 'wait-for':
      return { ...intent, target: bareInside(intent.target, pieces) };
    case 'set':
      return {
        ...intent,
        readings: intent.readings.map((reading) => ({
          value: bare(reading.value),
          ...(reading.field === undefined ? {} : { field: bareInside(reading.field, pieces) }),
        })),
      };
    case 'fill':
      return { ...intent, pairs: intent.pairs.map(whole) };
    case 'search':
      return { ...intent, query: bare(intent.query) };
    case 'go-to-url':
      return { ...intent, url: bare(intent.url) };
    case 'request':
      return {
        ...intent,
        text: whole(intent.text),
        subject: whole(intent.subject),
        params: intent.params.map((param) => ({ ...param, value: bare(param.value) })),
      };
    case 'do':
      return { ...intent, text: bareInside(intent.text, pieces) };
    case 'answer':
      return { ...intent, question: whole(intent.question) };
    case 'submit':
      return intent.form === undefined
        ? intent
        : { ...intent, form: bareInside(intent.form, pieces) };
    default:
      return intent;
  }
}

/** Pieces put back without their quotes, also in the middle: the "Save" button → the Save button. */
function bareInside(text: string, pieces: readonly string[]): string {
  return text.replace(/[\ue000-\uf8ff]/g, (char) => unquote(unmask(char, pieces)));
}
