import { expect, test } from 'vitest';
import { resolved } from './session-in-test.js';

test('an address may be relative to baseURL; a whole one, and what is no text, is left alone', () => {
  const base = 'https://shop.example/en/';
  expect(resolved('/x', base, 'url')).toBe('https://shop.example/x');
  expect(resolved('x?y', base, 'url')).toBe('https://shop.example/en/x?y');
  expect(resolved('http://a.example/', base, 'url')).toBe('http://a.example/');
  expect(resolved('about:blank', undefined, 'url')).toBe('about:blank');
  expect(resolved(3 as never, base, 'url')).toBe(3);
});

test('a relative one without baseURL is refused, and told how it would be none', () => {
  expect(() => resolved('/x', undefined, 'startingPage')).toThrow(/startingPage.*"\/x".*baseURL/s);
});
