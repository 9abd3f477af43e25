/** The URL, or undefined for what is none. `URL.canParse` of Node 20 is wrong, see `parse-url.ts` of core. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined; // A TypeError is all that it throws: the text is no URL.
  }
}
