import type { Frame, Page } from 'playwright';
import { parseUrl } from '../../parse-url.js';
import type { Boundary } from './boundary.js';

/** Addresses in the text of a page. */
const ADDRESSES = /https?:\/\/[^\s"'<>]+/gi;

/**
 * Hears of it when the program sends the page somewhere with Playwright's `goto`, or writes its content
 * with `setContent`: nothing that the browser reports tells that from a page that does so by itself.
 * The function given back ends it.
 */
export function noteProgramNavigations(page: Page, boundary: Boundary): () => void {
  const undo = [page as Frame | Page, page.mainFrame()].flatMap((owner) => [
    before(owner, 'goto', (url) => boundary.programOpens(absolute(url, page))),
    before(owner, 'setContent', (html) => {
      for (const [url] of html.matchAll(ADDRESSES)) boundary.programOpens(url);
    }),
  ]);
  return () => {
    for (const each of undo) each();
  };
}

/** Puts a property of its own in front of the class's method, and takes it away again. */
function before(
  owner: Frame | Page,
  name: 'goto' | 'setContent',
  hear: (text: string) => void,
): () => void {
  const method = owner[name] as (text: string, options?: object) => Promise<never>;
  const heard = (text: string, options?: object) => {
    if (typeof text === 'string') hear(text);
    return method.call(owner, text, options);
  };
  Object.defineProperty(owner, name, { value: heard, configurable: true, writable: true });
  return () => {
    // Somebody else may stand in front of it by now.
    if ((owner[name] as unknown) === heard) Reflect.deleteProperty(owner, name);
  };
}

/** Playwright resolves against the context's `baseURL`, which its types do not show. */
function absolute(url: string, page: Page): string {
  const { _options } = page.context() as unknown as { _options?: { baseURL?: string } };
  const base = _options?.baseURL;
  return base ? (parseUrl(url, base)?.href ?? url) : url;
}
