import { parseDate } from '../language/dates.js';
import { looksLikeMoney } from '../language/numbers.js';
import { parseDuration, parseTime } from '../language/times.js';
import type { Fact } from './record.js';

/** What is plain from the look of a text: a price, a time, a duration, a star rating, whether it is in stock. */
export function typedFacts(wholes: readonly string[]): Fact[] {
  const texts = wholes.flatMap((text) => text.split(/ [·•|] /));
  const facts: Fact[] = [];
  const times = texts.filter((text) => parseTime(text) !== undefined);
  for (const text of texts) {
    if (looksLikeMoney(text)) facts.push({ label: 'price', value: text, weight: 0.7 });
    if (/^\d+(?:\.\d+)?\s?%$/.test(text)) facts.push({ label: 'share', value: text, weight: 0.6 });
    if (parseDate(text, new Date(0)) !== undefined && !/^[a-z]+$/i.test(text))
      facts.push({ label: 'date', value: text, weight: 0.65 });
    const credit = /^(\p{Lu}[\p{L}.' -]+),\s*((?:1[5-9]|20)\d\d)$/u.exec(text);
    if (credit?.[1] !== undefined && credit[2] !== undefined) {
      facts.push(
        { label: 'author', value: credit[1], weight: 0.6 },
        { label: 'year', value: credit[2], weight: 0.65 },
      );
    }
    if (parseDuration(text) !== undefined)
      facts.push({ label: 'duration', value: text, weight: 0.65 });
    if (
      /^(?:in stock|out of stock|sold out|available(?: now)?|unavailable)\b(?!\s+(?:at|in|from|on|until)\b)/i.test(
        text,
      )
    )
      facts.push(
        { label: 'in stock', value: text, weight: 0.7 },
        { label: 'availability', value: text, weight: 0.7 },
      );
    const stars =
      /^[★☆⭐]*\s*(\d(?:[.,]\d)?)\s*(?:\/\s*5|out of 5|stars?|★|⭐)/i.exec(text) ??
      /^[★⭐]\s*(\d(?:[.,]\d)?)/.exec(text);
    if (stars?.[1] !== undefined) facts.push({ label: 'rating', value: stars[1], weight: 0.7 });
    const bare = /^[0-4]\.\d$|^5\.0$/.exec(text);
    if (bare !== null) facts.push({ label: 'rating', value: text, weight: 0.5 });
    const author = /\b[Bb]y\s+(\p{L}[\p{L}\d_.'-]*(?:\s\p{Lu}[\p{L}'-]*){0,2})\s*$/u.exec(text);
    if (author?.[1] !== undefined) facts.push({ label: 'author', value: author[1], weight: 0.65 });
    const reviews = /(?<![\d,.])(\d[\d,.]*) ?(?:reviews?|ratings?)/i.exec(text);
    if (reviews?.[1] !== undefined)
      facts.push({ label: 'reviews', value: reviews[1], weight: 0.65 });
    const route = /^([\p{L}\d .'-]{1,60}?) ?(?:→|➔|➝|›|to) ?([\p{L}\d .'-]{1,60})$/u.exec(text);
    if (route?.[1] !== undefined && route[2] !== undefined) {
      const timed = parseTime(route[1]) !== undefined;
      facts.push(
        { label: timed ? 'departure time' : 'from', value: route[1], weight: 0.7 },
        { label: timed ? 'arrival time' : 'to', value: route[2], weight: 0.7 },
      );
    }
  }
  if (times.length === 2)
    facts.push(
      { label: 'departure time', value: times[0] ?? '', weight: 0.55 },
      { label: 'arrival time', value: times[1] ?? '', weight: 0.55 },
    );
  return facts;
}
