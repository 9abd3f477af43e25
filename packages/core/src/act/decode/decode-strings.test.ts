import { expect, it } from 'vitest';
import { decodeStrings, decodeText } from './decode-strings.js';

it.each([
  ['caf\\u00e9', 'café'],
  ['\\uD83D\\uDE00', '😀'],
  ['C:\\\\temp', 'C:\\temp'],
  ['\\\\u00e9', 'é'],
  ['\\\\uD83D\\\\uDE00', '😀'],
  ['\\u001b[31mred\\u001b[0m', 'red'],
  ['\\u001b]0;title\\u0007x', 'x'],
  ['a\\u0007b\tc\nd', 'ab\tc\nd'],
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
