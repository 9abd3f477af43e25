import { describe, expect, it } from 'vitest';
import { ActBadResponseError, ValidationError } from '../errors/index.js';
import type { PageInput } from '../wire/operations.js';
import { type ListOptions, listing } from './listing.js';

/** A service with pages of `size` numbers below `total`; `asked` has what each page was asked for with. */
function numbers(total: number, { size = 3, next = (token: string) => token } = {}) {
  const asked: PageInput[] = [];
  const list = (input: PageInput = {}, options: ListOptions = {}) =>
    listing('ListNumbers', input, options, async (page) => {
      asked.push(page);
      const from = Number(page.nextToken ?? 0);
      const to = Math.min(from + Math.min(page.maxResults ?? size, size), total);
      const items = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
      return { items, ...(to < total ? { nextToken: next(String(to)) } : {}) };
    });
  return { list, asked };
}

describe('a list', () => {
  it('is gone through page by page, each asked for when it is needed', async () => {
    const { list, asked } = numbers(8);
    const seen: number[] = [];
    for await (const number of list()) {
      seen.push(number);
      if (number === 4) break;
    }
    expect(seen).toEqual([0, 1, 2, 3, 4]);
    expect(asked.map(({ nextToken }) => nextToken)).toEqual([undefined, '3']);
  });

  it('asks for nothing before it is gone through, and begins anew each time', async () => {
    const { list, asked } = numbers(4);
    const twice = list();
    expect(asked).toEqual([]);
    expect(await twice.toArray()).toEqual([0, 1, 2, 3]);
    expect(await twice.toArray()).toEqual([0, 1, 2, 3]);
  });

  it('gives its pages, and goes on after one of them', async () => {
    const { list } = numbers(8);
    const pages: unknown[] = [];
    for await (const page of list().pages()) pages.push(page);
    expect(pages[0]).toEqual({ items: [0, 1, 2], nextToken: '3' });
    expect(pages[2]).toEqual({ items: [6, 7] });
    expect(await list({ nextToken: '3' }).toArray()).toEqual([3, 4, 5, 6, 7]);
  });

  it('ends at its limit, and asks for no page after it', async () => {
    const { list, asked } = numbers(100);
    expect(await list({}, { limit: 4 }).toArray()).toEqual([0, 1, 2, 3]);
    expect(asked).toHaveLength(2);
    expect(await list({}, { limit: 3 }).toArray()).toEqual([0, 1, 2]);
    expect(asked).toHaveLength(3);
  });

  it('asks for no larger page than its limit, unless told so', async () => {
    const { list, asked } = numbers(100);
    await list({}, { limit: 2 }).toArray();
    await list({ maxResults: 3 }, { limit: 2 }).toArray();
    await list({}, { limit: 250 }).toArray();
    expect(asked.slice(0, 3).map(({ maxResults }) => maxResults)).toEqual([2, 3, undefined]);
  });

  it('fails at a token that was there before, with all that came until then', async () => {
    const { list } = numbers(100, { next: (token) => (token === '6' ? '3' : token) });
    const seen: number[] = [];
    const going = async () => {
      for await (const number of list()) seen.push(number);
    };
    await expect(going()).rejects.toThrow(ActBadResponseError);
    await expect(list().toArray()).rejects.toThrow('ListNumbers: the list has no end');
    expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('fails at pages without end that have nothing', async () => {
    let asked = 0;
    const endless = listing('ListNothing', {}, {}, async () => {
      asked += 1;
      return { items: [], nextToken: String(asked) };
    });
    await expect(endless.toArray()).rejects.toThrow('1000 pages in a row are empty');
    expect(asked).toBe(1_000);
  });

  it('takes empty pages between others', async () => {
    const pages: Record<string, { items: number[]; nextToken?: string }> = {
      '': { items: [], nextToken: 'a' },
      a: { items: [1], nextToken: 'b' },
      b: { items: [], nextToken: 'c' },
      c: { items: [2] },
    };
    const list = listing(
      'List',
      {},
      {},
      async ({ nextToken = '' }) => pages[nextToken] ?? { items: [] },
    );
    expect(await list.toArray()).toEqual([1, 2]);
  });

  it('ends with the reason of its signal, within a page too', async () => {
    const { list } = numbers(8);
    const abort = new AbortController();
    const seen: number[] = [];
    const going = async () => {
      for await (const number of list({}, { signal: abort.signal })) {
        seen.push(number);
        if (number === 1) abort.abort(new Error('enough'));
      }
    };
    await expect(going()).rejects.toThrow('enough');
    expect(seen).toEqual([0, 1]);
  });

  it.each([
    [{ limit: 0 }],
    [{ limit: 1.5 }],
    [{ limit: '3' as never }],
    [{ maxItems: 3 } as never],
  ])('refuses %j before anything is asked for', async (options) => {
    const { list, asked } = numbers(8);
    await expect(list({}, options).toArray()).rejects.toThrow(ValidationError);
    expect(asked).toEqual([]);
  });
});
