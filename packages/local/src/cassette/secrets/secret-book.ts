import { plainText } from '../../model/wire-text.js';
import { hideInUrls } from './secret-urls.js';

/** Found in more texts than are secret when it is this short: then only whole words are taken for it. */
const shortLength = 8;
/** Found in almost any text: hidden only where it is the whole text. */
const tinyLength = 3;
const placeholder = /\{\{secret:\d+\}\}/g;

/**
 * The secrets of one act, each under a placeholder, `{{secret:1}}`, that stands for it in the cassette.
 *
 * The values themselves are kept in memory only, and not as members: an inspection of the book shows none.
 */
export class SecretBook {
  readonly #names = new Map<string, string>();

  constructor(secrets: readonly string[] = []) {
    for (const secret of secrets) this.add(secret);
  }

  /** Hides `secret` wherever it occurs from now on. */
  add(secret: string): string {
    const known = this.#names.get(secret);
    if (known !== undefined || secret === '') return known ?? '';
    const name = `{{secret:${this.#names.size + 1}}}`;
    this.#names.set(secret, name);
    return name;
  }

  /** The text without secrets: those of the book, and those that URLs carry. */
  hide(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    // URLs first: a value that is too short to look for is a secret in its URL all the same.
    let clean = hideInUrls(text, (secret) => this.add(secret));
    for (const [secret, name] of this.#longestFirst())
      for (const form of formsOf(secret)) clean = replaceIn(clean, form, name);
    return clean;
  }

  #longestFirst(): [string, string][] {
    return [...this.#names].sort(([one], [other]) => other.length - one.length);
  }
}

/** As it is, as JSON writes it, and as a URL does. */
function formsOf(secret: string): Set<string> {
  const decoded = plainText(secret);
  return new Set(
    [secret, decoded].flatMap((form) => [
      form,
      JSON.stringify(form).slice(1, -1),
      // A lone surrogate has no percent-encoding.
      encodeURIComponent(form.replace(/\p{Surrogate}/gu, '\ufffd')),
    ]),
  );
}

function replaceIn(text: string, secret: string, name: string): string {
  if (secret.length < tinyLength || !text.includes(secret)) return text;
  if (secret.length >= shortLength)
    return outsidePlaceholders(text, (part) => part.replaceAll(secret, name));
  const escaped = secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const word = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu');
  return outsidePlaceholders(text, (part) => part.replace(word, () => name));
}

/** A secret such as `secret` or `1` must not be found in the placeholders themselves. */
function outsidePlaceholders(text: string, replace: (part: string) => string): string {
  const kept = text.match(placeholder) ?? [];
  return text
    .split(placeholder)
    .map((part, at) => replace(part) + (kept[at] ?? ''))
    .join('');
}
