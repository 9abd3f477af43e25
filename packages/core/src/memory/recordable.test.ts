import { expect, test } from 'vitest';
import { KnownVariables } from './known-variables.js';
import { recordable } from './recordable.js';
import { Site } from './site.js';

const gone = (
  url: string,
  { prompt = 'Go on', baseUrl }: { prompt?: string; baseUrl?: string } = {},
) =>
  recordable(
    { kind: 'goToUrl', url },
    undefined,
    new KnownVariables(prompt, {}),
    new Site(baseUrl),
  );
const baseUrl = 'http://localhost:3000';

test('an address of the site is recorded as its path', () => {
  const action = { do: 'goToUrl', path: '/cart?view=list' };
  expect(gone(`${baseUrl}/cart?view=list`, { baseUrl })).toEqual({ action });
});

test('an address of another, and one that the prompt says, is recorded whole', () => {
  const action = { do: 'goToUrl', url: 'https://a.example/cart' };
  expect(gone('https://a.example/cart', { baseUrl })).toEqual({ action });
  const url = `${baseUrl}/cart`;
  const said = gone(url, { baseUrl, prompt: `Go to ${url}` });
  expect(said).toEqual({ action: { do: 'goToUrl', url } });
});

test.each([
  'https://a.example/orders/123456',
  'https://user:pass@a.example/cart',
  'http://user:pass@localhost:3000/cart',
  'http://localhost:3000/orders/123456',
])('%s is not recorded, as nobody said it', (url) => {
  expect(gone(url, { baseUrl })).toEqual({ unrecordable: expect.stringContaining('address') });
});
