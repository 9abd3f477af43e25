import type { Param } from './intents.js';

const prepositions =
  'departing from|leaving from|starting from|departing on|leaving on|departing|leaving|returning on|returning|coming back on|coming back|arriving in|arriving at|arriving on|arriving|going to|heading to|flying to|from|to|on|for|in|at|near|around|between|with|without|under|below|over|above|by|until|till|before|after|about|checking in on|checking in|checking out on|checking out|starting on|starting|ending on|ending|priced|costing|within|during|as|named|called|of|per|and';

/** Takes "flights from Boston to Wolf on Feb 22nd" apart: the subject, and each preposition with its value. */
export function readParams(text: string): { subject: string; params: Param[] } {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(${prepositions})(?![\\p{L}\\p{N}-])`, 'giu');
  const found: { word: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(pattern)) {
    const word = match[0].toLowerCase();
    const previous = found.at(-1);
    // "and" parts two values only after "between"; "of" and "and" elsewhere belong to the words around.
    if (word === 'of' || word === 'per') continue;
    if (word === 'and' && previous?.word !== 'between') continue;
    if (previous !== undefined && text.slice(previous.end, match.index).trim() === '') {
      previous.end = match.index + match[0].length;
      if (/^(?:from|to|on|in|at)$/.test(previous.word)) previous.word = word;
      continue;
    }
    found.push({ word, start: match.index, end: match.index + match[0].length });
  }
  const subject = text.slice(0, found[0]?.start ?? text.length);
  const params = found.map((one, index): Param => {
    const value = text.slice(one.end, found[index + 1]?.start ?? text.length);
    return {
      preposition: one.word,
      value: tidy(value),
    };
  });
  for (const [index, param] of params.entries()) {
    // "to Lisbon, pick up on May 4th": what stands after the comma belongs to the next preposition.
    const tail = /^(.+?), ([\p{L}-]+(?: [\p{L}-]+)?)$/u.exec(param.value);
    const next = params[index + 1];
    if (tail?.[1] === undefined || next === undefined) continue;
    param.value = tail[1];
    next.preposition = `${tail[2]} ${next.preposition}`;
  }
  // "Transfer $50 from …": a sum needs no preposition.
  const sum =
    /(?:US|CA|A)?[$€£¥₹] ?\d[\d.,]*|(?<![\d.,])\d[\d.,]* ?(?:€|dollars|euros|pounds)/i.exec(
      subject,
    )?.[0];
  if (sum !== undefined) params.unshift({ preposition: 'amount', value: sum });
  return { subject: tidy(subject), params: params.filter((param) => param.value !== '') };
}

function tidy(text: string): string {
  return text
    .trim()
    .replace(/(?<![ ,.;!?])[ ,.;!?]+$/, '')
    .replace(/^(?:the|a|an) /i, '')
    .replace(/,? and$/i, '');
}
