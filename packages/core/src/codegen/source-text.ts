import { placeholdersIn } from '../placeholders.js';

/** A text as JavaScript: `'Search'`, or `` `Flights to ${values.to}` `` where it has names in double braces. */
export function sayText(text: string): string {
  const names = placeholdersIn(text);
  if (names.length === 0) return quoted(text);
  const [first] = names;
  if (names.length === 1 && first?.start === 0 && first.end === text.length) {
    return valueNamed(first.name);
  }
  let template = '';
  let done = 0;
  for (const { name, start, end } of names) {
    template += `${inTemplate(text.slice(done, start))}\${${valueNamed(name)}}`;
    done = end;
  }
  return `\`${template}${inTemplate(text.slice(done))}\``;
}

/** How a value is read from `values`. */
function valueNamed(name: string): string {
  return name.includes('-') ? `values[${quoted(name)}]` : `values.${name}`;
}

/** A key of an object literal. */
export function keyOf(name: string): string {
  return name.includes('-') ? quoted(name) : name;
}

/** A string literal. Nothing that a page says gets out of it. */
export function quoted(text: string): string {
  return `'${escaped(text).replaceAll("'", "\\'")}'`;
}

const inTemplate = (text: string) => escaped(text).replaceAll('`', '\\`').replaceAll('${', '\\${');

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replace(/[\p{Cc}\u2028\u2029]/gu, codeUnit);
}

const codeUnit = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The part of a regular expression literal that matches just this text, blanks of any kind and number. */
export function pattern(text: string): string {
  return text
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/\s{1,200}/g, '\\s+')
    .replace(/[\p{Cc}\u2028\u2029]/gu, codeUnit);
}

/** A text as lines of a comment; what ends a line in JavaScript ends one here. */
export function comment(text: string, indent = ''): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `${indent}// ${line.replace(/\p{Cc}/gu, ' ')}`.trimEnd());
}
