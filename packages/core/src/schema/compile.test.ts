import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ValidationError } from '../errors/index.js';
import { booleanSchema, stringSchema } from './built-in.js';
import { compileSchema } from './compile.js';

describe('a JSON Schema', () => {
  const schema = {
    type: 'object',
    properties: {
      items: {
        type: 'array',
        items: { type: 'object', properties: { price: { type: 'number' } } },
      },
    },
    required: ['items'],
  };

  it('lets what satisfies it through', async () => {
    const value = { items: [{ price: 2 }] };
    expect(await compileSchema(schema, 'schema').check(value)).toEqual({ value });
  });

  it('names the place at fault', async () => {
    const checked = await compileSchema(schema, 'schema').check({ items: [{ price: 'two' }] });
    expect(checked).toMatchObject({ issues: [{ path: 'items[0].price' }] });
  });

  it.each([
    ['draft-07', 'http://json-schema.org/draft-07/schema#', { items: [{ type: 'string' }] }],
    [
      '2020-12',
      'https://json-schema.org/draft/2020-12/schema',
      { prefixItems: [{ type: 'string' }] },
    ],
  ])('is read by the rules of its own draft: %s', async (_, $schema, keywords) => {
    const compiled = compileSchema({ $schema, type: 'array', ...keywords }, 'schema');
    expect(await compiled.check([1])).toHaveProperty('issues');
    expect(await compiled.check(['a'])).toHaveProperty('value');
  });

  it.each([
    [null, 'schema'],
    ['string', 'schema'],
    [[], 'schema'],
    [{ type: 'text' }, 'schema.type'],
  ])('%j is refused with the field at fault', (bad, field) => {
    expect(() => compileSchema(bad as never, 'schema')).toThrow(ValidationError);
    expect(() => compileSchema(bad as never, 'schema')).toThrow(field);
  });

  it.each([
    ['leads back to itself', { $ref: '#' }, 'leads back to itself'],
    ['leads nowhere', { $ref: '#/$defs/none' }, 'none'],
  ])('with a reference that %s is refused before it is used', (_, bad, why) => {
    expect(() => compileSchema(bad, 'schema')).toThrow(ValidationError);
    expect(() => compileSchema(bad, 'schema')).toThrow(why);
  });

  it('with a reference that leads nowhere deep inside finds no value right', async () => {
    const lost = { type: 'object', properties: { a: { $ref: '#/$defs/none' } } };
    expect(await compileSchema(lost, 'schema').check({ a: 1 })).toHaveProperty('issues');
  });

  it('finds a value with keys that are no text wrong, and does not throw', async () => {
    const texts = { type: 'object', additionalProperties: { type: 'string' } };
    expect(await compileSchema(texts, 'schema').check({ '\ud800': 1 })).toHaveProperty('issues');
  });

  it('nested too deep to be walked is refused', () => {
    let deep: Record<string, unknown> = { type: 'object' };
    for (let level = 0; level < 5_000; level += 1) deep = { not: deep };
    expect(() => compileSchema(deep, 'schema')).toThrow(ValidationError);
  });

  it('that goes in circles is refused', () => {
    const round: Record<string, unknown> = { type: 'object' };
    round.self = round;
    expect(() => compileSchema(round, 'schema')).toThrow('cannot be written as JSON');
  });
});

describe('a Standard Schema', () => {
  it('gives its JSON Schema and its parsed, transformed value', async () => {
    const compiled = compileSchema(
      z.object({ name: z.string().transform((s) => s.length) }),
      'schema',
    );
    expect(compiled.json).toMatchObject({ properties: { name: { type: 'string' } } });
    expect(await compiled.check({ name: 'four' })).toEqual({ value: { name: 4 } });
  });

  it('names the place at fault', async () => {
    const compiled = compileSchema(z.object({ a: z.array(z.number()) }), 'schema');
    expect(await compiled.check({ a: [1, 'x'] })).toMatchObject({ issues: [{ path: 'a[1]' }] });
  });

  it('that JSON Schema has no word for is refused with the library named', () => {
    expect(() => compileSchema(z.object({ when: z.date() }), 'schema')).toThrow(
      'zod cannot express',
    );
  });

  it('of a library that gives no JSON Schema is refused with what to use instead', () => {
    const bare = { '~standard': { version: 1, vendor: 'bare', validate: () => ({ value: 1 }) } };
    expect(() => compileSchema(bare as never, 'schema')).toThrow('Zod 4 or later');
  });
});

it('has schemas for a text and for yes or no', async () => {
  expect(await compileSchema(stringSchema, 's').check('x')).toEqual({ value: 'x' });
  expect(await compileSchema(booleanSchema, 's').check(true)).toEqual({ value: true });
  expect(await compileSchema(booleanSchema, 's').check('yes')).toHaveProperty('issues');
});
