const small: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  none: 0,
};

const ordinals: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};

export const moneyPattern =
  /(?:US|CA|A)?[$€£¥₹]\s?\d[\d.,\s]*\d|(?:US|CA|A)?[$€£¥₹]\s?\d|(?<![\d.,])[.,]*\d[\d.,]*\s?(?:[$€£¥₹]|(?:USD|EUR|GBP|CHF|JPY|dollars?|euros?|pounds?)\b)/i;

/** The first number in a text, with thousands marks and decimal points or commas understood. */
export function parseNumber(text: string): number | undefined {
  const word = small[text.trim().toLowerCase()];
  if (word !== undefined) return word;
  const match = /[-−–]?\s?\d+(?:[\s\u00a0\u202f]\d{3})+(?:[.,]\d+)?|[-−–]?\d[\d.,]*/.exec(text);
  if (!match) return undefined;
  const before = text.charAt(match.index - 1);
  let digits = match[0].replace(/[\s\u00a0\u202f]/g, '').replace(/(?<![.,])[.,]+$/, '');
  // "Boeing-747" and "10-12" are no negative numbers.
  const negative = /^[-−–]/.test(digits) && !/[\p{L}\p{N}]/u.test(before);
  digits = digits.replace(/^[-−–]/, '');
  const value = Number(decimal(digits)) * magnitude(text.slice(match.index + match[0].length));
  if (!Number.isFinite(value)) return undefined;
  return negative ? -value : value;
}

function magnitude(rest: string): number {
  if (/^\s?(?:k|thousand)\b/i.test(rest)) return 1e3;
  if (/^\s?(?:million|mn)\b/i.test(rest) || /^M\b/.test(rest)) return 1e6;
  return /^\s?(?:billion|bn)\b/i.test(rest) ? 1e9 : 1;
}

/** `1,234.50`, `1.234,50`, `1,234` and `12,5` as JavaScript writes them. */
function decimal(digits: string): string {
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma >= 0 && point >= 0) {
    return comma > point
      ? digits.replaceAll('.', '').replace(',', '.')
      : digits.replaceAll(',', '');
  }
  if (comma >= 0) {
    return /^\d{1,3}(?:,\d{3})+$/.test(digits)
      ? digits.replaceAll(',', '')
      : digits.replace(',', '.');
  }
  return /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits) ? digits.replaceAll('.', '') : digits;
}

/** 1 for "first" and "1st", -1 for "last", -2 for "second to last". */
export function parseOrdinal(word: string): number | undefined {
  const text = word.toLowerCase();
  if (text === 'last' || text === 'final') return -1;
  const known = ordinals[text];
  if (known !== undefined) return known;
  const match = /^(\d+)(?:st|nd|rd|th)$/.exec(text);
  return match ? Number(match[1]) : undefined;
}

export function looksLikeMoney(text: string): boolean {
  return moneyPattern.test(text) && text.trim().length <= 40;
}
