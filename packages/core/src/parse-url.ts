/**
 * The URL, or undefined for what is none. In place of `URL.canParse`, which Node 20 compiles, once it
 * has been called some thousand times, to something that takes `https://exämple.com` and every other
 * text with a letter of Latin-1 beyond ASCII for no URL; and of `URL.parse`, which Node 20 lacks.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined; // A TypeError is all that it throws: the text is no URL.
  }
}
