import type { Element } from 'domhandler';
import { matchOption } from '../find/choose-option.js';
import { parseDate } from '../language/dates.js';
import { parseNumber } from '../language/numbers.js';
import { bestWord, coverage, nameSimilarity } from '../language/similarity.js';
import { contentWords, rawWords, stem, words } from '../language/words.js';
import { controlKind, isSearchField } from '../page/controls.js';
import { groupNames, namesOf } from '../page/names.js';
import { attribute, type Page } from '../page/page.js';
import type { Param } from '../prompt/intents.js';

/** Words that labels have for what a preposition brings in. */
const labelWords: Record<string, readonly string[]> = {
  amount: ['amount', 'sum', 'value', 'price'],
  from: ['from', 'origin', 'departure', 'leave', 'start', 'pickup', 'source'],
  to: ['to', 'destination', 'arrival', 'going', 'towards', 'until', 'drop', 'where', 'end'],
  departing: [
    'depart',
    'departure',
    'departing',
    'outbound',
    'leave',
    'date',
    'start',
    'from',
    'check',
  ],
  returning: ['return', 'returning', 'inbound', 'back', 'end'],
  arriving: ['arrive', 'arrival', 'arriving', 'destination', 'to'],
  on: ['date', 'day', 'when', 'depart', 'departure', 'departing', 'on', 'check'],
  in: [
    'in',
    'location',
    'city',
    'place',
    'where',
    'destination',
    'country',
    'area',
    'class',
    'category',
    'department',
    'near',
  ],
  at: ['at', 'time', 'hour', 'location', 'place', 'when'],
  near: ['near', 'location', 'place', 'where', 'zip', 'postcode', 'city'],
  for: [
    'for',
    'passenger',
    'guest',
    'people',
    'person',
    'traveller',
    'adult',
    'party',
    'size',
    'quantity',
    'night',
    'keyword',
    'search',
  ],
  with: ['with', 'keyword', 'option', 'feature'],
  until: ['until', 'to', 'end', 'return', 'checkout', 'out'],
  by: ['by', 'author', 'brand', 'artist'],
  under: ['max', 'maximum', 'price', 'budget', 'under', 'below', 'most', 'to'],
  over: ['min', 'minimum', 'over', 'above', 'least', 'from'],
  starting: ['start', 'from', 'begin'],
  ending: ['end', 'to', 'until'],
};

const families: Record<string, string> = {
  below: 'under',
  within: 'under',
  above: 'over',
  till: 'until',
  before: 'until',
  around: 'near',
  'checking in': 'starting',
  'checking in on': 'starting',
  'checking out': 'ending',
  'checking out on': 'ending',
  'going to': 'to',
  'heading to': 'to',
  'flying to': 'to',
  'coming back': 'returning',
  during: 'on',
  between: 'from',
};

function labelsFor(preposition: string): readonly string[] {
  const last = preposition.split(' ').at(-1) ?? '';
  const first = preposition.split(' ')[0] ?? '';
  const family =
    families[preposition] ??
    (labelWords[first] !== undefined || families[first] !== undefined || first === 'leaving'
      ? (families[first] ?? first)
      : (families[last] ?? last));
  const simple = family === 'leaving' ? 'departing' : family;
  const ends = preposition.endsWith(' from')
    ? 'from'
    : preposition.endsWith(' to') || preposition === 'arriving in'
      ? 'to'
      : simple;
  return labelWords[ends] ?? [ends];
}

/** How well a field suits "from Boston", 0 to 1: the preposition to its label, the value to its kind. */
export function paramScore(page: Page, field: Element, param: Param, now: Date): number {
  const kind = controlKind(field);
  if (kind === 'file' || kind === 'color' || attribute(field, 'type') === 'password') return 0;
  const preposition = param.preposition;
  const isDate = parseDate(param.value, now) !== undefined;
  const dateField =
    kind === 'date' ||
    namesOf(page, field).some((name) =>
      /\b(?:date|day|when|depart|departing|departure|return|returning|check[- ]?in|check[- ]?out|leave|leaving|arrive|arrival|arriving)\b|\b[dmy]{2,4}[/.-][dmy]{2}/i.test(
        name.text,
      ),
    );
  if (isDate && !dateField) return 0;
  if (!isDate && kind === 'date') return 0;
  if (/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(param.value)) {
    const takes =
      attribute(field, 'type') === 'email' ||
      namesOf(page, field).some((name) => /\be-?mail\b/i.test(name.text));
    return takes ? 0.9 : 0;
  }
  if (kind === 'select' && matchOption(field, param.value) === undefined) return 0;
  const number = parseNumber(param.value);
  if ((kind === 'number' || kind === 'range') && number === undefined) return 0;
  const wanted = labelsFor(preposition).map(stem);
  let label = 0;
  for (const name of namesOf(page, field)) {
    const own = words(name.text);
    for (const [index, word] of wanted.entries()) {
      // The preposition itself first; the further down the list, the weaker the hint. Synonyms are in the list already.
      if (own.includes(word)) label = Math.max(label, name.weight * (1 - index * 0.03));
    }
    // "for 2 passengers": the noun after the number is the label; "in economy class": the last noun is.
    const nouns = contentWords(param.value.replace(/[\d.,]+/g, ' '));
    const noun = nouns.at(-1);
    if (noun !== undefined && rawWords(param.value).length > 1 && bestWord(noun, own) > 0.8)
      label = Math.max(label, name.weight);
    if (nameSimilarity(preposition, name.text) > 0.95) label = Math.max(label, name.weight);
  }
  // "pick up on May 4th": the words before the preposition tell the group or the label.
  const context = contentWords(preposition).filter((word) => !wanted.includes(word));
  const around = words(
    [...groupNames(page, field), ...namesOf(page, field).map((name) => name.text)].join(' '),
  );
  const told =
    preposition.includes(' ') && context.length > 0 && coverage(context, around) > 0.9 ? 0.15 : 0;
  let score = label;
  if (isDate) {
    // A return date is not filled by "on Feb 22" while a departure date is there.
    const back = namesOf(page, field).some((name) =>
      /\breturn|inbound|check[- ]?out|end\b|\bto\b/i.test(name.text),
    );
    const wantsBack = /return|back|until|checking out|ending|^to$|till/.test(preposition);
    score = Math.max(label, kind === 'date' ? 0.75 : 0.65) - (back !== wantsBack && back ? 0.4 : 0);
  } else if (kind === 'button' && score < 0.9) return 0;
  else if (kind === 'select' && score < 0.5) score = 0.55;
  else if (kind === 'number' && score < 0.5 && /^(?:for|with)$/.test(preposition)) score = 0.5;
  if (isSearchField(field) && score < 0.9) score = Math.min(score, 0.3);
  return Math.max(0, Math.min(score, 1) + (score > 0 ? told : 0));
}

/** The value without the noun that named its field: "2 passengers" → "2" for a number field. */
export function paramValue(field: Element, param: Param): string {
  const kind = controlKind(field);
  const number = parseNumber(param.value);
  return (kind === 'number' || kind === 'range') && number !== undefined
    ? String(number)
    : param.value;
}
