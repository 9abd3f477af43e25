import { parseNumber, parseOrdinal } from '../language/numbers.js';
import { contentWords, rawWords, stem } from '../language/words.js';

/** "cheapest", "with the most moons": which way to look, and for what. */
export interface Superlative {
  want: 'min' | 'max';
  /** Words that the column to look at may be called; the words after "most" come first. */
  labels: string[];
  /** The words themselves, which ask for no attribute. */
  words: string[];
}

/** "under $20", "more than 10 moons". */
export interface Comparison {
  test: 'less' | 'more';
  orEqual: boolean;
  value: number;
  money: boolean;
  /** Words around it that may name the column. */
  near: string[];
}

const fixed: readonly [RegExp, 'min' | 'max', string][] = [
  [
    /\b(?:cheapest|least expensive|lowest[- ](?:price|priced|fare|cost)|most affordable)\b/i,
    'min',
    'price fare cost total amount',
  ],
  [
    /\b(?:most expensive|priciest|dearest|costliest|highest[- ](?:price|priced|fare|cost))\b/i,
    'max',
    'price fare cost total amount',
  ],
  [/\b(?:fastest|quickest)\b/i, 'min', 'duration time length'],
  [/\b(?:slowest)\b/i, 'max', 'duration time length'],
  [/\b(?:earliest|soonest)\b/i, 'min', 'departs departure date time start when day published year'],
  [/\b(?:latest)\b/i, 'max', 'departs departure date time start when day published year'],
  [
    /\b(?:newest|most recent(?:ly)?)\b/i,
    'max',
    'date published updated year created released last',
  ],
  [/\b(?:oldest)\b/i, 'min', 'date published year created released founded born'],
  [/\b(?:youngest)\b/i, 'min', 'age'],
  [/\b(?:best|top|highest)[- ]rated\b|\bbest (?:rating|reviewed)\b/i, 'max', 'rating score stars'],
  [/\b(?:worst|lowest)[- ]rated\b/i, 'min', 'rating score stars'],
  [/\bmost popular\b/i, 'max', 'popularity reviews sales votes views rating'],
  [/\b(?:closest|nearest)\b/i, 'min', 'distance'],
  [/\b(?:farthest|furthest|most distant)\b/i, 'max', 'distance'],
  [/\b(?:heaviest)\b/i, 'max', 'weight mass'],
  [/\b(?:lightest)\b/i, 'min', 'weight mass'],
  [/\b(?:hottest|warmest)\b/i, 'max', 'temperature high maximum'],
  [/\b(?:coldest|coolest)\b/i, 'min', 'temperature low minimum'],
  [/\b(?:tallest|highest)\b/i, 'max', 'height elevation altitude'],
  [/\b(?:longest)\b/i, 'max', 'length duration time'],
  [/\b(?:shortest)\b/i, 'min', 'length duration height time'],
  [/\b(?:largest|biggest|greatest)\b/i, 'max', 'size diameter area population amount total length'],
  [/\b(?:smallest|tiniest)\b/i, 'min', 'size diameter area population amount total length'],
  [/\b(?:highest|maximum|max|most|top)\b/i, 'max', 'score total value amount share'],
  [/\b(?:lowest|minimum|min|least|fewest)\b/i, 'min', 'score total value amount share'],
];

// These say nothing of the column themselves.
const open =
  /largest|biggest|greatest|smallest|highest|maximum|max|most|top|lowest|minimum|min|least|fewest|longest|shortest/i;

export function findSuperlative(question: string): Superlative | undefined {
  for (const [pattern, want, labels] of fixed) {
    const match = pattern.exec(question);
    if (match === null) continue;
    if (
      /^(?:max|min|top)$/i.test(match[0]) &&
      /^\s*\d/.test(question.slice(match.index + match[0].length))
    )
      continue;
    if (/^most$/i.test(match[0]) && /\bat\s+$/i.test(question.slice(0, match.index))) continue;
    const after =
      question.slice(match.index + match[0].length).match(/^\s+((?:[\p{L}-]+\s*){1,3})/u)?.[1] ??
      '';
    // "most moons" and "largest population" name the column; "cheapest flight" names the thing.
    const named = contentWords(after).slice(0, 2);
    const usual = labels.split(' ').map(stem);
    return {
      want,
      labels: open.test(match[0]) ? [...named, ...usual] : [...usual, ...named],
      words: contentWords(match[0]),
    };
  }
  const adjective = /\bmost\s+([\p{L}]+)/iu.exec(question);
  return adjective?.[1] === undefined
    ? undefined
    : { want: 'max', labels: [stem(adjective[1].toLowerCase())], words: ['most'] };
}

/** 1 for "the first flight", -1 for "the last one"; "first name" is none. */
export function findOrdinal(question: string): number | undefined {
  for (const match of question.matchAll(
    /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(?:st|nd|rd|th))\b(?!\s+(?:name|class|\d|two|three|few|part|half))/gi,
  )) {
    // A date's day is no place in a list.
    const before = question.slice(0, match.index).trim().split(/\s+/).at(-1) ?? '';
    if (/^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(before)) continue;
    if (
      /^last$/i.test(match[1] ?? '') &&
      /^last\s+(?:updated|modified|seen|login|year|month|week)/i.test(question.slice(match.index))
    )
      continue;
    return parseOrdinal(match[1] ?? '');
  }
  return undefined;
}

/** 3 for "the first 3", "top three", "3 cheapest". */
export function findLimit(question: string): number | undefined {
  const word = '(\\d{1,9}|two|three|four|five|six|seven|eight|nine|ten)';
  const text =
    new RegExp(`\\b(?:first|top|last) ${word}\\b`, 'i').exec(question)?.[1] ??
    new RegExp(`\\b${word} (?=(?:most|least)\\b|\\w{1,30}est\\b)`, 'i').exec(question)?.[1];
  return text === undefined ? undefined : parseNumber(text);
}

const less =
  /(?:\b(?:under|below|less than|lower than|cheaper than|shorter than|smaller than|younger than|fewer than|at most|up to|no more than|not more than|maximum of|max|within|before)|<=?|≤) ?/gi;
const more =
  /(?:\b(?:over|above|more than|higher than|greater than|longer than|larger than|bigger than|older than|at least|no less than|not less than|minimum of|min|exceeding|after)|>=?|≥) ?/gi;
const amount = /^(?:of )?([$€£]? ?\d[\d.,]* ?(?:k|million|billion)?[$€£]?) ?(\p{L}+)?/iu;
/** An amount and its unit are no longer than this. */
const longestAmount = 80;

export function findComparisons(question: string): Comparison[] {
  const read = (pattern: RegExp, test: 'less' | 'more'): Comparison[] =>
    [...question.matchAll(pattern)].flatMap((match) => {
      const end = match.index + match[0].length;
      const [whole = '', number = '', unit] =
        amount.exec(question.slice(end, end + longestAmount)) ?? [];
      const value = parseNumber(number);
      if (value === undefined) return [];
      const lead = question.slice(Math.max(0, match.index - 200), match.index);
      const before = rawWords(lead).slice(-4).map(stem).reverse();
      const after = unit === undefined ? [] : [stem(unit.toLowerCase())];
      const how = match[0].toLowerCase();
      const measure = ['cheap', 'short', 'small', 'young', 'long', 'large', 'old'].find((one) =>
        how.startsWith(one),
      );
      const hint =
        {
          cheap: 'price',
          short: 'duration',
          small: 'size',
          young: 'age',
          long: 'duration',
          large: 'size',
          old: 'age',
        }[measure ?? ''] ?? undefined;
      return [
        {
          test,
          orEqual: /at|up to|no |not |max|min|within|=|≤|≥/.test(how),
          value,
          money: /[$€£]|dollar|euro|pound/i.test(whole),
          near: [...after, ...(hint === undefined ? [] : [hint]), ...before],
        },
      ];
    });
  return [...read(less, 'less'), ...read(more, 'more')];
}

const asked: readonly [RegExp, string][] = [
  [/\bhow much\b|\bcosts?\b/i, 'price cost fare total amount'],
  [/\bhow long\b/i, 'duration length time'],
  [/\bhow far\b/i, 'distance'],
  [/\bhow (?:tall|high)\b/i, 'height elevation'],
  [/\bhow (?:big|large|wide)\b/i, 'diameter size area width'],
  [/\bhow heavy\b/i, 'weight mass'],
  [/\bhow old\b/i, 'age'],
  [/\bhow (?:hot|cold|warm)\b/i, 'temperature'],
  [/\bhow fast\b/i, 'speed'],
  [/\bwhen\b/i, 'date time departs day year'],
  [/\bwhere\b/i, 'location place address city'],
  [/\bwho\b/i, 'author by name owner contact'],
];

/** The question's words that carry meaning, with those that its question word stands for. */
export function questionWords(question: string): string[] {
  const extra = asked
    .filter(([pattern]) => pattern.test(question))
    .flatMap(([, text]) => text.split(' ').map(stem));
  return [...contentWords(question), ...extra];
}
