declare const signature: unique symbol;

/** A function that runs in a page: its text, and in types alone what it takes and gives. */
export interface InPage<F> {
  readonly source: string;
  readonly [signature]?: F;
}

// biome-ignore lint/suspicious/noExplicitAny: what it takes and gives is the function's own affair.
type AnyFunction = (this: any, ...args: any[]) => unknown;

/**
 * A function for the page. It may use nothing of its module: the page has only its own text, its `this`
 * and its arguments. When the package is built the function itself is replaced by its text, so that no
 * bundler of a program can rename or wrap what is in it; in the sources it is a function like any other.
 */
export function inPage<F extends AnyFunction>(fn: F): InPage<F> {
  return { source: typeof fn === 'string' ? fn : String(fn) };
}

/**
 * A function for the page that is handed other such functions before its arguments: by itself it can
 * reach none.
 */
export function withParts<F extends AnyFunction>(
  fn: InPage<AnyFunction>,
  parts: readonly InPage<unknown>[],
): InPage<F> {
  const handed = parts.map(({ source }) => `(${source})`).join(', ');
  return { source: `function (...args) { return (${fn.source}).call(this, ${handed}, ...args); }` };
}

/** What runs the sources themselves (esbuild, and with it tsx and vitest) may wrap inner functions in this helper. */
export const HELPERS = 'const __name = (fn) => fn;';

/** The text of a function that can be called by its name or as it is, with a `this`. */
export function callable({ source }: InPage<unknown>): string {
  return `function (...args) { ${HELPERS} return (${source}).apply(this, args); }`;
}
