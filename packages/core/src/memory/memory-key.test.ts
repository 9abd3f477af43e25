import { expect, test } from 'vitest';
import { memoryKey } from './memory-key.js';

const parts = { prompt: 'Buy {{what}}', schema: undefined, tools: [], address: 'https://e.com/' };

test('the key of an act is the same each time', () => {
  expect(memoryKey(parts)).toEqual(memoryKey({ ...parts }));
  expect(memoryKey(parts)).toMatchObject({
    name: 'buy-what',
    id: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
});

test.each([
  ['prompt', { prompt: 'Buy {{that}}' }],
  ['schema', { schema: { type: 'string' } }],
  ['tools', { tools: [{ name: 'stock' }] }],
  ['page', { address: 'https://e.com/shop' }],
])('with another %s it is another act', (_, other) => {
  expect(memoryKey({ ...parts, ...other }).id).not.toBe(memoryKey(parts).id);
});

test.each([
  ['Öffne die Preisliste für Büros!', 'offne-die-preisliste-fur-buros'],
  ['../../etc/passwd', 'etc-passwd'],
  ['買う', 'act'],
  ['word '.repeat(100), 'word-word-word-word-word-word-word-word-word'],
])('%s is %s in a file’s name', (prompt, name) => {
  expect(memoryKey({ ...parts, prompt }).name).toBe(name);
});
