import { expect, it } from 'vitest';
import { decodeStrings, decodeText } from './decode-strings.js';

it.each([
  ['caf\\u00e9', 'café'],
  ['\\uD83D\\uDE00', '😀'],
  ['C:\\\\temp', 'C:\\temp'],
  ['\\\\u00e9', '\\u00e9'],
  ['a\\nb', 'a\\nb'],
  ['\\u12', '\\u12'],
  ['plain', 'plain'],
])('decodes %s to %s', (written, meant) => {
  expect(decodeText(written)).toBe(meant);
});

it('decodes every string of a value, keys included', () => {
  expect(decodeStrings({ 'k\\u0065y': ['\\u0031', 2, null, true] })).toEqual({
    key: ['1', 2, null, true],
  });
});
