import type { HiddenText } from '../browser/masks/mask-rules.js';
import { placeholder, placeholdersIn } from '../placeholders.js';
import { escapedStretches } from './percent-escapes.js';

/** Below this a value is in too many other words: it is typed unseen, and looked for nowhere. */
export const LEAST_LENGTH = 4;
/** Below this it is looked for as a word of its own, so that a PIN is not found in every longer number. */
export const ANYWHERE_LENGTH = 8;
/** One-time codes come and go: of each secret so many values are remembered. */
const REMEMBERED = 100;

const WORD = /[\p{L}\p{N}]/u;
/** Numbers of the capture's own, which programs point with. */
const ELEMENT_ID = 'nova-act-id="';

interface Needle {
  readonly find: string;
  readonly lower: string;
  readonly instead: string;
  readonly asWord: boolean;
}

/**
 * Knows the values of secrets, and puts their names in their place: in capitals or not, with its white
 * space collapsed, and escaped as HTML, JSON and URLs escape. What a page makes of a value otherwise
 * (backwards, hashed, in base64) it does not know.
 */
export class Redactor {
  readonly #values = new Map<string, Set<string>>();
  #needles: readonly Needle[] = [];

  learn(name: string, value: string): void {
    const known = this.#values.get(name) ?? new Set();
    if (known.has(value)) return;
    known.add(value);
    for (const oldest of known) {
      if (known.size <= REMEMBERED) break;
      known.delete(oldest);
    }
    this.#values.set(name, known);
    this.#needles = [...this.#values].flatMap(([each, values]) =>
      [...values].flatMap((one) => needlesOf(each, one)),
    );
    // Where two begin at one place, the longer one is there.
    this.#needles = [...this.#needles].sort((a, b) => b.find.length - a.find.length);
  }

  /** Values as they are looked for in pages. */
  get hiddenTexts(): HiddenText[] {
    return [...this.#values.values()].flatMap((values) =>
      [...values]
        .map((value) => ({
          text: value.toLowerCase().replace(/\s+/g, ' ').trim(),
          asWord: value.length < ANYWHERE_LENGTH,
        }))
        .filter(({ text }) => text.length >= LEAST_LENGTH),
    );
  }

  /** The text with names in the place of values. Always a function of its own: it may be handed on. */
  readonly text = (text: string): string => {
    if (this.#needles.length === 0 || text.length < LEAST_LENGTH) return text;
    const hits = this.#hitsIn(text);
    for (const { start, said } of escapedStretches(text)) {
      for (const { text: inner, starts } of said) {
        for (const hit of this.#hitsIn(inner)) {
          const [from = 0, to = 0] = [starts[hit.start], starts[hit.end]];
          hits.push({ start: start + from, end: start + to, instead: hit.instead });
        }
      }
    }
    if (hits.length === 0) return text;
    hits.sort((a, b) => a.start - b.start || b.end - a.end);
    let shown = '';
    let done = 0;
    for (const { start, end, instead } of hits) {
      if (start < done) continue;
      shown += text.slice(done, start) + instead;
      done = end;
    }
    return shown + text.slice(done);
  };

  /** Where values stand in a text as it is, in order, none over another. */
  #hitsIn(text: string): Hit[] {
    const lower = text.toLowerCase();
    // A few letters change their length: then only what is spelt alike is found.
    const isAligned = lower.length === text.length;
    const search = { text, lower: isAligned ? lower : undefined, kept: this.#keptIn(text) };
    const next = this.#needles.map((needle) => find(needle, search, 0));
    const hits: Hit[] = [];
    for (;;) {
      let best = -1;
      for (const [at, index] of next.entries()) {
        if (index >= 0 && (best < 0 || index < (next[best] ?? 0))) best = at;
      }
      const needle = this.#needles[best];
      const start = next[best];
      if (!needle || start === undefined) return hits;
      const end = start + needle.find.length;
      hits.push({ start, end, instead: needle.instead });
      for (const [at, each] of this.#needles.entries()) {
        const was = next[at] ?? -1;
        if (was >= 0 && was < end) next[at] = find(each, search, end);
      }
    }
  }

  /** Where the names of secrets stand: a value may be a part of a name. */
  #keptIn(text: string) {
    return text.includes('{{')
      ? placeholdersIn(text).filter(({ name }) => this.#values.has(name))
      : [];
  }
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

interface Search {
  readonly text: string;
  readonly lower: string | undefined;
  readonly kept: readonly { start: number; end: number }[];
}

function find(needle: Needle, { text, lower, kept }: Search, from: number): number {
  const { length } = needle.find;
  for (let at = from; ; at++) {
    at = lower === undefined ? text.indexOf(needle.find, at) : lower.indexOf(needle.lower, at);
    if (at < 0) return -1;
    if (kept.some(({ start, end }) => at < end && at + length > start)) continue;
    if (!needle.asWord) return at;
    const isPart = WORD.test(text[at - 1] ?? ' ') || WORD.test(text[at + length] ?? ' ');
    if (!isPart && !text.startsWith(ELEMENT_ID, at - ELEMENT_ID.length)) return at;
  }
}

function needlesOf(name: string, value: string): Needle[] {
  if (value.length < LEAST_LENGTH) return [];
  const plain = [value, value.replace(/\s+/g, ' ').trim()];
  const forms = new Set(plain.flatMap((text) => [text, ...escaped(text)]));
  return [...forms]
    .filter(({ length }) => length >= LEAST_LENGTH)
    .map((find) => ({
      find,
      lower: find.toLowerCase(),
      instead: placeholder(name),
      asWord: value.length < ANYWHERE_LENGTH,
    }))
    .filter(({ find, lower }) => lower.length === find.length);
}

function escaped(text: string): string[] {
  const html = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const quoted = html.replace(/"/g, '&quot;');
  const json = JSON.stringify(text).slice(1, -1);
  const forms = [
    html,
    quoted,
    quoted.replace(/'/g, '&#39;'),
    json,
    // A text in JSON in a text in JSON, as results of tools may be.
    JSON.stringify(json).slice(1, -1),
  ];
  // JSON that is to stand in HTML has no tags in it.
  const noTags = json.replace(/[<>&']/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  // Forms have pluses for spaces and whole line ends; the rest of what URLs escape is read unescaped.
  const lines = text.replace(/\r?\n/g, '\r\n');
  return [...forms, noTags, lines, text.replace(/ /g, '+'), lines.replace(/ /g, '+')];
}
