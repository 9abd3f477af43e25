import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Type } from '@sinclair/typebox';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { type } from 'arktype';
import * as v from 'valibot';
import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { z } from 'zod';
import { z as zod3 } from 'zod-3';
import { z as zod40 } from 'zod-4.0';
import { z as zod41 } from 'zod-4.1';
import { compileSchema } from './compile.js';
import type { Schema, SchemaOutput } from './schema.js';
import { withJsonSchema } from './with-json-schema.js';

const modules = join(import.meta.dirname, '../../../../node_modules');
const folders: string[] = [];

/** The program's folder is one that has this version of a package installed under its usual name. */
function programWith(name: string, installedAs: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'nova-act-schema-'));
  folders.push(folder);
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(
    realpathSync(join(modules, installedAs)),
    join(folder, 'node_modules', name),
    'junction',
  );
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
}
afterEach(() => {
  vi.restoreAllMocks();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const problem = (schema: unknown) => {
  try {
    compileSchema(schema as Schema, 'schema');
  } catch (error) {
    return String(error);
  }
  throw new Error('nothing was refused');
};

describe('what an agent is told of a schema', () => {
  it.each([
    ['4.0', 'zod-4.0', zod40],
    ['4.1', 'zod-4.1', zod41],
  ] as const)(
    'is made by the Zod %s that made it, descriptions too',
    async (_, installedAs, zod) => {
      programWith('zod', installedAs);
      const schema = zod.object({ price: zod.number().describe('In US dollars') });
      const { json, check } = compileSchema(schema, 'schema');
      expect(json.properties).toEqual({ price: { type: 'number', description: 'In US dollars' } });
      expect(await check({ price: 1 })).toEqual({ value: { price: 1 } });
    },
  );

  it('by a Zod 4.0 that is not found names the helper', () => {
    expect(problem(zod40.object({}))).toMatch(/withJsonSchema\(schema, z\.toJSONSchema\(schema/);
  });

  it('by Zod 3 names the helper', () => {
    expect(problem(zod3.object({ a: zod3.string() }))).toContain(
      'withJsonSchema(schema, zodToJsonSchema(schema))',
    );
  });

  it('by a Zod that knows no Standard Schema names the helper, and is not taken for a JSON Schema', () => {
    expect(problem({ _def: {}, safeParse: () => ({}) })).toContain('zodToJsonSchema(schema)');
  });

  it('is what the helper is given', async () => {
    const schema = zod3.object({ name: zod3.string().transform((name) => name.length) });
    const described = withJsonSchema(schema, { type: 'object', properties: { name: {} } });
    const { json, check } = compileSchema(described, 'schema');
    expect(json).toEqual({ type: 'object', properties: { name: {} } });
    expect(await check({ name: 'four' })).toEqual({ value: { name: 4 } });
    expectTypeOf<SchemaOutput<typeof described>>().toEqualTypeOf<{ name: number }>();
    expect(() => withJsonSchema({} as never, {})).toThrow('Standard Schema');
  });

  it('is made by the Valibot converter of the program, or of the schema', async () => {
    const schema = v.object({ price: v.number(), seat: v.optional(v.string()) });
    for (const given of [schema, toStandardJsonSchema(schema)]) {
      const { json, check } = compileSchema(given, 'schema');
      expect(json).toMatchObject({
        properties: { price: { type: 'number' } },
        required: ['price'],
      });
      expect(await check({ price: 1 })).toEqual({ value: { price: 1 } });
    }
  });

  it('is made by ArkType, whose schemas are functions', async () => {
    const { json, check } = compileSchema(type({ price: 'number', 'seat?': 'string' }), 'schema');
    expect(json).toMatchObject({ properties: { price: { type: 'number' } }, required: ['price'] });
    expect(await check({ price: 'x' })).toMatchObject({ issues: [{ path: 'price' }] });
  });

  it('says nothing of checks and brands, which the schema itself heeds', async () => {
    const schema = v.object({
      id: v.pipe(v.string(), v.brand('Id')),
      even: v.pipe(
        v.number(),
        v.check((n) => n % 2 === 0, 'is odd'),
      ),
    });
    const { json, check } = compileSchema(schema, 'schema');
    expect(json.properties).toEqual({ id: { type: 'string' }, even: { type: 'number' } });
    expect(await check({ id: 'x', even: 1 })).toEqual({
      issues: [{ path: 'even', message: 'is odd' }],
    });
    const ark = compileSchema(type({ 'a?': 'string | undefined' }), 'schema');
    expect(await ark.check({ a: null })).toEqual({ value: {} });
  });

  it('that ArkType finds broken as a whole has no path', async () => {
    const { check } = compileSchema(type.enumerated('a', 'b'), 'schema');
    expect(await check('q')).toMatchObject({ issues: [{ path: '' }] });
  });

  it('is a TypeBox schema itself, with its type', async () => {
    const schema = Type.Object({ price: Type.Number(), seat: Type.Optional(Type.String()) });
    const { json, check } = compileSchema(schema, 'schema');
    expect(json).toMatchObject({ type: 'object', required: ['price'] });
    expect(await check({ price: 1 })).toEqual({ value: { price: 1 } });
    expectTypeOf<SchemaOutput<typeof schema>>().toEqualTypeOf<{ price: number; seat?: string }>();
  });
});

describe('a field that JSON Schema has no word for is named', () => {
  it('by Zod', () => {
    const schema = z.object({ flights: z.array(z.object({ date: z.date() })) });
    expect(problem(schema)).toContain('because of flights[].date: z.date()');
    expect(problem(z.date())).toContain('because of z.date()');
    const nested = z.object({
      a: z.string(),
      b: z.union([z.number(), z.record(z.string(), z.map(z.string(), z.string()))]).optional(),
    });
    expect(problem(nested)).toContain('because of b{}: z.map()');
    expect(problem(z.object({ pair: z.tuple([z.string(), z.bigint()]) }))).toContain(
      'pair[1]: z.bigint()',
    );
  });

  it('by an older Zod', () => {
    programWith('zod', 'zod-4.0');
    expect(problem(zod40.object({ on: zod40.date().nullable() }))).toContain(
      'because of on: z.date()',
    );
  });

  it('by Valibot', () => {
    const schema = v.object({ flights: v.array(v.object({ date: v.date() })) });
    expect(problem(schema)).toContain('because of flights[].date: v.date()');
  });

  it.each([
    [type({ flights: type({ date: 'Date' }).array() }), 'flights[].date: Date'],
    [type({ 'pair?': ['string', 'bigint'] }), 'pair[1]: bigint'],
    [type({ '[string]': 'string | Map' }), '{}: Map'],
  ])('by ArkType', (schema, where) => {
    expect(problem(schema)).toContain(`because of ${where}.`);
  });

  it.each([
    [
      Type.Object({ flights: Type.Array(Type.Object({ date: Type.Date() })) }),
      'flights[].date',
      'Date',
    ],
    [Type.Object({ pair: Type.Tuple([Type.String(), Type.BigInt()]) }), 'pair[1]', 'bigint'],
    [Type.Record(Type.String(), Type.Union([Type.String(), Type.Undefined()])), '{}', 'undefined'],
  ])('by TypeBox', (schema, where, kind) => {
    expect(problem(schema)).toContain(`schema at ${where}, type: is not a JSON Schema type`);
    expect(problem(schema)).toContain(kind);
  });

  it('and no member, default or constant is taken for a type', () => {
    const odd = { type: 'Date' };
    const json = {
      type: 'object',
      properties: { type: { const: odd, default: odd, enum: [odd], examples: [odd] } },
    } as const;
    expect(() => compileSchema(json, 'schema')).not.toThrow();
  });

  it('in a schema that goes in circles', () => {
    type Node = { on: Date; next?: Node | undefined };
    const node: z.ZodType<Node> = z.lazy(() => z.object({ next: node.optional(), on: z.date() }));
    expect(problem(node)).toContain('on: z.date()');
  });
});

describe('null', () => {
  const zod = z.object({
    name: z.string(),
    seat: z.string().optional(),
    bags: z.number().default(1),
    note: z.string().nullable(),
    either: z.union([z.object({ a: z.string().optional() }), z.number()]).optional(),
    stops: z.array(z.object({ at: z.string().optional() })).optional(),
  });
  const json = {
    type: 'object',
    properties: {
      name: { type: 'string' },
      seat: { type: 'string' },
      note: { type: ['string', 'null'] },
      stops: { type: 'array', items: { type: 'object', properties: { at: { type: 'string' } } } },
    },
    required: ['name', 'note'],
  };
  const checkedBy = (schema: Schema, value: unknown) =>
    compileSchema(schema, 'schema').check(value);

  it('for an optional or defaulted member is taken as absent, however deep', async () => {
    const value = {
      name: 'x',
      seat: null,
      bags: null,
      note: null,
      either: { a: null },
      stops: [{ at: null }],
    };
    expect(await checkedBy(zod, value)).toEqual({
      value: { name: 'x', bags: 1, note: null, either: {}, stops: [{}] },
    });
    const { bags: _, either: __, ...rest } = value;
    expect(await checkedBy(json, rest)).toEqual({ value: { name: 'x', note: null, stops: [{}] } });
  });

  it('is kept where the schema allows it', async () => {
    const value = { name: 'x', note: null };
    expect(await checkedBy(json, value)).toEqual({ value });
    expect(await checkedBy(zod, value)).toMatchObject({ value: { note: null } });
  });

  it.each([zod, json])('for a required member is an issue of that member', async (schema) => {
    const checked = await checkedBy(schema, { name: null, seat: null, note: null });
    expect(checked).toMatchObject({ issues: [{ path: 'name' }] });
  });

  it('does not hide what else is wrong', async () => {
    const checked = await checkedBy(zod, { name: 'x', seat: null, bags: 'two', note: null });
    expect(checked).toMatchObject({ issues: [{ path: 'bags' }] });
  });

  it('alone, or in a list, stays what it is', async () => {
    expect(await checkedBy(z.array(z.string()), [null])).toMatchObject({
      issues: [{ path: '[0]' }],
    });
    expect(await checkedBy(z.string(), null)).toMatchObject({ issues: [{ path: '' }] });
  });
});
