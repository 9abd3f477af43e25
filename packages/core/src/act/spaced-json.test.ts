import { expect, it } from 'vitest';
import { spacedJson } from './spaced-json.js';

it.each([
  [
    { type: 'object', properties: { a: { type: 'string' } }, required: ['a', 'b'] },
    '{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a", "b"]}',
  ],
  [
    { enum: ['a, b', 'c: d', 'é', '😀', '"', '\n', 1, 1.5, null, true] },
    String.raw`{"enum": ["a, b", "c: d", "\u00e9", "\ud83d\ude00", "\"", "\n", 1, 1.5, null, true]}`,
  ],
  [{}, '{}'],
  [[], '[]'],
])('writes %j with blanks, in ASCII', (value, text) => {
  expect(spacedJson(value)).toBe(text);
  expect(JSON.parse(text)).toEqual(value);
});
