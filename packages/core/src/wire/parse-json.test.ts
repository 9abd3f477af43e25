import { expect, it } from 'vitest';
import { MAX_JSON_DEPTH, parseJson } from './parse-json.js';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

it('reads what is nested as deep as the limit, and nothing deeper', () => {
  expect(parseJson(nested(MAX_JSON_DEPTH))).toBeInstanceOf(Array);
  expect(() => parseJson(nested(MAX_JSON_DEPTH + 1))).toThrow('nested deeper than 200');
  expect(() => parseJson('{"a":'.repeat(300))).toThrow('nested deeper than 200');
});

it('counts no bracket in a string, also behind escaped quotes and backslashes', () => {
  const text = `${'['.repeat(500)}"\\`;
  expect(parseJson(JSON.stringify([text]))).toEqual([text]);
  // The string ends behind two backslashes: what follows counts.
  expect(() => parseJson(`["\\\\",${nested(MAX_JSON_DEPTH)}]`)).toThrow('nested deeper');
});

it('counts how deep, not how many', () => {
  const wide = Array.from({ length: 1_000 }, () => [[]]);
  expect(parseJson(JSON.stringify(wide))).toEqual(wide);
});
