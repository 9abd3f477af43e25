import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compileSchema } from './compile.js';
import { repeatedPairs } from './repeated-items.js';

const numbers = (length: number) => Array.from({ length }, (_, at) => at);
const check = (schema: object, value: unknown) =>
  compileSchema(schema as never, 'schema').check(value);

describe('a value made to be hard to check', () => {
  it('is refused where a pattern of the schema would take for ever', async () => {
    const schema = { type: 'string', pattern: '^(a+)+$' };
    expect(await check(schema, `${'a'.repeat(100)}!`)).toEqual({
      issues: [{ path: '', message: 'cannot be checked: took longer than 1000 ms' }],
    });
  });

  it("is refused where a pattern of a library's schema would take for ever", async () => {
    const checked = await check(z.string().regex(/^(a+)+$/), `${'a'.repeat(100)}!`);
    expect(checked).toMatchObject({ issues: [{ message: expect.stringContaining('longer') }] });
  });

  it('is refused where alternatives in alternatives would take for ever', async () => {
    const node = { anyOf: [1, 2].map(() => ({ properties: { a: { $ref: '#/$defs/node' } } })) };
    const schema = { $defs: { node: { ...node, required: ['b'] } }, $ref: '#/$defs/node' };
    let value: unknown = {};
    for (let level = 0; level < 60; level += 1) value = { a: value, b: 1 };
    expect(await check(schema, value)).toHaveProperty('issues');
  });

  it.each([
    ['itself many times', Array(200_000).fill(0)],
    ['one item twice', [...numbers(2_000), 1_999]],
    [
      'one object twice, its members in another order',
      [{ a: 1, b: 2 }, ...numbers(9), { b: 2, a: 1 }],
    ],
  ])('is refused as a list that has %s and must not', async (_, value) => {
    const checked = await check({ type: 'array', uniqueItems: true }, value);
    expect(checked).toMatchObject({ issues: [{ message: expect.stringContaining('Duplicate') }] });
  });

  it('is let through as a long list that has nothing twice', async () => {
    const value = numbers(100_000);
    expect(await check({ type: 'array', uniqueItems: true }, value)).toEqual({ value });
  });

  it('is told of with some hundred problems, each of a readable length', async () => {
    const closed = { additionalProperties: false };
    const names = numbers(5_000).map((at) => [`${at}${'x'.repeat(2_000)}`, 0]);
    const checked = await check(closed, Object.fromEntries(names));
    if (!('issues' in checked)) throw new Error('was let through');
    expect(checked.issues).toHaveLength(101);
    expect(checked.issues.at(-1)?.message).toMatch(/^has \d+ more problems$/);
    for (const { path, message } of checked.issues) {
      expect(path.length).toBeLessThanOrEqual(500);
      expect(message.length).toBeLessThanOrEqual(500);
    }
  });

  it('is read with its nulls left out, however many they are', async () => {
    const item = { type: 'object', properties: { note: { type: 'string' } } };
    const value = numbers(20_000).map((id) => ({ id, note: null }));
    const checked = await check({ type: 'array', items: item }, value);
    expect(checked).toEqual({ value: numbers(20_000).map((id) => ({ id })) });
  });

  it('has no power over the prototypes of this program', async () => {
    const value = JSON.parse(
      '{"__proto__": {"polluted": null}, "constructor": {"prototype": null}}',
    );
    await check({ type: 'object', additionalProperties: { type: 'object' } }, value);
    await check({ additionalProperties: { additionalProperties: { type: 'string' } } }, value);
    expect({}).not.toHaveProperty('polluted');
    expect(Object.prototype).not.toHaveProperty('prototype');
  });
});

it('uniqueItems as a value, and not as a keyword, stays what it is', async () => {
  const schema = { const: { uniqueItems: true }, uniqueItems: true };
  expect(await check(schema, { uniqueItems: true })).toHaveProperty('value');
});

it.each([
  [[1, 2, 1], 1],
  [
    [
      { a: 1, b: [2] },
      { b: [2], a: 1 },
    ],
    1,
  ],
  [[1, '1', [1], { 1: 1 }, null, true], 0],
  [{ one: [0, -0], other: [[], []] }, 2],
])('%j has %i items that another one is the same as', (value, pairs) => {
  expect(repeatedPairs(value)).toBe(pairs);
});
