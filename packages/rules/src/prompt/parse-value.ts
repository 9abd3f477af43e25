import type { ValueForField } from './intents.js';

const fieldNoun =
  / (?:field|box|input|textbox|text box|text field|text area|textarea|area|dropdown|drop-down|drop down|select|selector|list|listbox|menu|combobox|picker|slider|column|section)$/i;

/** The field's name without "the" before it and "field" or "dropdown" after it. */
export function fieldName(text: string): string {
  const name = text.trim().replace(/^(?:the|a|an|my|your) /i, '');
  const short = name.replace(fieldNoun, '').trim();
  return short === '' ? name : short;
}

/**
 * Every way to part `text` into a value and a field at one of the words given, likeliest first: the
 * page decides which of them it knows. "put 5 in stock in the note" has two.
 */
export function readingsAt(text: string, joints: readonly string[]): ValueForField[] {
  const found: ValueForField[] = [];
  for (const joint of joints) {
    const pattern = new RegExp(` ${joint} `, 'gi');
    const places = [...text.matchAll(pattern)].reverse();
    for (const place of places) {
      const value = text.slice(0, place.index).trim();
      const field = fieldName(text.slice(place.index + place[0].length));
      if (value !== '' && field !== '') found.push({ value, field });
    }
  }
  return found;
}

/** "A in x and B in y", each part a value with its field; undefined when it is no such list. */
export function splitPairs(text: string, joint: RegExp): string[] | undefined {
  const parts = text.split(/, ?(?:and )?| and /i).map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => joint.test(part)) ? parts : undefined;
}
