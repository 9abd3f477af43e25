import { ActBadResponseError } from '../errors/index.js';

/** A page of a list, and the token of the next where there is one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken?: string | undefined;
}

/** Empty pages are allowed, and so many in a row are a service that leads nowhere. */
const MAX_EMPTY_PAGES = 1_000;

/**
 * Every page of a list from `startToken` on, each asked for when it is needed. Ends: a token that was
 * there before, or too many empty pages in a row, are errors, since what comes after would be missing
 * without a word.
 *
 * @throws ActBadResponseError; what `page` throws.
 */
export async function* allPages<Item>(
  operation: string,
  page: (nextToken: string | undefined) => Promise<Page<Item>>,
  startToken?: string | undefined,
): AsyncGenerator<Page<Item>, void, undefined> {
  const seen = new Set([startToken]);
  let empty = 0;
  for (let token = startToken; ; ) {
    const answer = await page(token);
    yield answer;
    token = answer.nextToken;
    if (token === undefined) return;
    if (seen.has(token)) throw astray(operation, 'a nextToken came a second time');
    seen.add(token);
    empty = answer.items.length > 0 ? 0 : empty + 1;
    if (empty === MAX_EMPTY_PAGES) throw astray(operation, `${empty} pages in a row are empty`);
  }
}

/** The items of every page. */
export async function* allItems<Item>(
  operation: string,
  page: (nextToken: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  for await (const { items } of allPages(operation, page)) yield* items;
}

const astray = (operation: string, what: string) =>
  new ActBadResponseError(`${operation}: the list has no end: ${what}`, { operation });
