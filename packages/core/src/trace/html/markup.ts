/** Text that is HTML already. Only `html` makes it, so that nothing gets into a page unescaped. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Only for text written in this package, never for text from outside. */
  static trusted(text: string): Markup {
    return new Markup(text);
  }

  /** function toString() { [native code] } */
  toString(): string {
    return this.#text;
  }
}

export type Part = Markup | string | number | undefined | false | readonly Part[];

/**
 * A template whose holes are escaped, for text and for attributes in double quotes alike. `Markup`
 * goes in as it is, lists are joined, `undefined` and `false` are nothing.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  const text = strings.reduce((page, fixed, index) => page + filled(parts[index - 1]) + fixed);
  return Markup.trusted(text);
}

function filled(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.toString();
  if (typeof part === 'object') return part.map(filled).join('');
  return escapeHtml(String(part));
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '');
}

/** JSON that can stand inside a script element: it can neither end it nor begin a comment in it. */
export function scriptJson(value: unknown): Markup {
  const text = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Markup.trusted(text);
}
