import { createHash } from 'node:crypto';
import { fillPlaceholders, placeholder, placeholdersIn } from '../placeholders.js';
import type { RecordedVariable } from './recording.js';

const SEEN_LENGTH = 4;
const WORD = /[\p{L}\p{N}]/u;

/** The variables of one act: names in the place of values in what is recorded, and back. */
export class KnownVariables {
  readonly #prompt: string;
  readonly #values: ReadonlyMap<string, string>;
  readonly #counted = new Set<string>();

  constructor(prompt: string, values: Readonly<Record<string, string>>) {
    this.#prompt = prompt;
    this.#values = new Map(Object.entries(values));
  }

  /** Its values in the place of names. */
  readonly fill = (text: string): string =>
    fillPlaceholders(text, (name) => this.#values.get(name));

  /** A text of a page: the name of the variable whose value it is, else the text. */
  readonly named = (text: string): string => {
    const name = this.#nameOf(text);
    return name === undefined ? text : placeholder(name);
  };

  /** The same for a text that decides what is acted upon: there the variable counts. */
  readonly counted = (text: string): string => {
    const name = this.#nameOf(text);
    if (name === undefined) return text;
    this.#counted.add(name);
    return placeholder(name);
  };

  /** A part of an address: the name of the variable whose value it is, words joined as addresses join them. */
  readonly namedInAddress = (part: string): string | undefined => {
    const name = this.#nameOf(part.replace(/[-_+]/g, ' '));
    const value = name === undefined ? '' : (this.#values.get(name) ?? '');
    // What is short, or a number, is in too many addresses by chance.
    return name !== undefined && value.length >= 3 && /\p{L}/u.test(value)
      ? placeholder(name)
      : undefined;
  };

  /**
   * A text that was typed, in the words of the prompt; undefined where it is neither a variable's value
   * nor said in the prompt: then it came from elsewhere, and is nobody's to keep.
   */
  typed(text: string): string | undefined {
    const whole = this.counted(text);
    if (whole !== text) return whole;
    return isSaid(this.#prompt, text) ? text : undefined;
  }

  /** The only names in double braces, in a text that is nothing else. */
  static isName(text: string): boolean {
    const [first, ...more] = placeholdersIn(text);
    return more.length === 0 && first?.start === 0 && first.end === text.length;
  }

  /** Whether the prompt itself says the text, or as much of it as says what it is. */
  isSaid(text: string): boolean {
    if (KnownVariables.isName(text)) return true;
    const head = text.split(/[,–|:;($€£¥]/)[0]?.trim() ?? '';
    return isSaid(this.#prompt, text) || (head.length >= 3 && isSaid(this.#prompt, head));
  }

  /** To be recorded beside the steps: of those whose values count where no name says so, only the same serve. */
  recorded(): Record<string, RecordedVariable> | undefined {
    if (this.#values.size === 0) return undefined;
    const entries = [...this.#values].map(([name, value]): [string, RecordedVariable] => [
      name,
      { free: this.#counted.has(name) && this.#isAlone(name, value), seen: seenAs(name, value) },
    ]);
    return Object.fromEntries(entries);
  }

  /** The name of a variable that was recorded with another value and may have no other. */
  boundToAnother(recorded: Record<string, RecordedVariable>): string | undefined {
    return [...this.#values].find(([name, value]) => {
      const known = recorded[name];
      return !known || (!known.free && known.seen !== seenAs(name, value));
    })?.[0];
  }

  /** Whether the values are those that it was recorded with. */
  areThose(recorded: Record<string, RecordedVariable>): boolean {
    return [...this.#values].every(([name, value]) => recorded[name]?.seen === seenAs(name, value));
  }

  /** Of a step that was recorded before: the names in it stand where they count. */
  noteNames(text: string): void {
    for (const { name } of placeholdersIn(text)) this.#counted.add(name);
  }

  #nameOf(text: string): string | undefined {
    for (const [name, value] of this.#values) if (same(text, value)) return name;
    return undefined;
  }

  /** Where two have one value, or the prompt says it besides, nobody knows which of them was meant. */
  #isAlone(name: string, value: string): boolean {
    const others = [...this.#values].filter(([other]) => other !== name);
    return !others.some(([, other]) => same(other, value)) && !isSaid(this.#prompt, value);
  }
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
const same = (one: string, other: string) => squeeze(one) === squeeze(other);

/** As words of their own, whatever their case. */
function isSaid(prompt: string, text: string): boolean {
  const [whole, part] = [squeeze(prompt), squeeze(text)];
  if (part === '') return false;
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const before = whole[at - 1] ?? ' ';
    const after = whole[at + part.length] ?? ' ';
    const begins = !WORD.test(part[0] ?? '') || !WORD.test(before);
    const ends = !WORD.test(part.at(-1) ?? '') || !WORD.test(after);
    if (begins && ends) return true;
  }
  return false;
}

function seenAs(name: string, value: string): string {
  return createHash('sha256').update(`${name}\n${value}`).digest('hex').slice(0, SEEN_LENGTH);
}
