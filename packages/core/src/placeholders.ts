/** A name in double braces, as in `Sign in with {{password}}`: in a prompt, or in a text to be typed. */
export interface Placeholder {
  readonly name: string;
  /** Where it begins and ends in its text, braces included. */
  readonly start: number;
  readonly end: number;
}

const NAME = /^[A-Za-z_][\w-]{0,63}$/;
const PLACEHOLDER = /\{\{[ \t]{0,8}([A-Za-z_][\w-]{0,63})[ \t]{0,8}\}\}/g;

/** What may stand between the braces: 1–64 ASCII letters, digits, `_` and `-`, no digit or `-` first. */
export function isPlaceholderName(name: string): boolean {
  return NAME.test(name);
}

/** Every name in double braces, in order. What else stands in double braces is text like any other. */
export function placeholdersIn(text: string): Placeholder[] {
  return [...text.matchAll(PLACEHOLDER)].map(({ 0: whole, 1: name = '', index }) => ({
    name,
    start: index,
    end: index + whole.length,
  }));
}

/** The text with a value in the place of each name; a name without one stays as it is. */
export function fillPlaceholders(
  text: string,
  valueFor: (name: string) => string | undefined,
): string {
  let filled = '';
  let done = 0;
  for (const { name, start, end } of placeholdersIn(text)) {
    filled += text.slice(done, start) + (valueFor(name) ?? text.slice(start, end));
    done = end;
  }
  return filled + text.slice(done);
}

/** A name as it is written in a prompt. */
export const placeholder = (name: string): string => `{{${name}}}`;
