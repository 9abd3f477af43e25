import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import { allPages, type Page } from '../service/all-pages.js';
import { demand } from '../service/check-input.js';
import type { CallOptions } from '../service/nova-act-service.js';
import type { PageInput } from '../wire/operations.js';

/** One page of a list. */
export type ListingPage<Item> = Page<Item>;

/** A list of the service, asked for page by page as it is gone through; each going through begins anew. */
export interface Listing<Item> extends AsyncIterable<Item> {
  /** Page by page: with the `nextToken` of one, another process can go on after it. */
  pages(): AsyncIterable<ListingPage<Item>>;
  /** All of it, or as many as `limit` says. */
  toArray(): Promise<Item[]>;
}

/** How a list is asked for. */
export interface ListOptions extends CallOptions {
  /** At most so many items, from 1; no page is asked for after them. Default: all. */
  limit?: number | undefined;
}

const LIST_OPTIONS: KnownOptions = knownOptions<ListOptions>(
  'a list',
  { signal: true, attemptTimeoutMs: true, limit: true },
  {
    maxItems: 'Did you mean limit?',
    maxResults:
      'Give it with the list’s input, as the size of a page; limit is for the whole list.',
    timeout:
      'Did you mean attemptTimeoutMs, or signal: AbortSignal.timeout(ms) for the whole list?',
  },
);

/** The service's largest page. */
const LARGEST_PAGE = 100;

/** @param page asks for one page */
export function listing<Item>(
  operation: string,
  input: PageInput,
  options: ListOptions,
  page: (page: PageInput, options: CallOptions) => Promise<Page<Item>>,
): Listing<Item> {
  const { limit = Number.POSITIVE_INFINITY, ...call } = options;
  const { nextToken: start, sortOrder } = input;
  // No more is asked for than is wanted.
  const maxResults = input.maxResults ?? (limit < LARGEST_PAGE ? limit : undefined);
  async function* pages(): AsyncGenerator<ListingPage<Item>, void, undefined> {
    checkList(options);
    const ask = (nextToken: string | undefined) => page({ maxResults, nextToken, sortOrder }, call);
    let left = limit;
    for await (const { items, ...rest } of allPages(operation, ask, start)) {
      yield { items: items.slice(0, left), ...rest };
      left -= items.length;
      if (left <= 0) return;
    }
  }
  async function* all(): AsyncGenerator<Item, void, undefined> {
    for await (const { items } of pages()) {
      for (const item of items) {
        call.signal?.throwIfAborted();
        yield item;
      }
    }
  }
  return {
    pages,
    async toArray() {
      const items: Item[] = [];
      for await (const item of all()) items.push(item);
      return items;
    },
    [Symbol.asyncIterator]: all,
  };
}

function checkList(options: ListOptions): void {
  refuseUnknown(options, LIST_OPTIONS);
  const { limit } = options;
  demand(limit === undefined || (Number.isInteger(limit) && limit >= 1), {
    field: 'limit',
    value: limit,
    remedy: 'Use a whole number from 1, or leave it out for all.',
  });
}
