import { booleanSchema, type JsonSchema, NovaAct, tool } from '@nova-act/core';
import { z } from 'zod';

/** The type of `parsed` follows from the schema, whichever kind it is. */
export async function readShop(nova: NovaAct): Promise<[string, number, boolean, string]> {
  const Lamp = z.object({ price: z.number() });
  const { parsed: lamp } = await nova.actGet('What does the lamp cost?', { schema: Lamp });

  const Shop: JsonSchema<{ name: string }> = { type: 'object', required: ['name'] };
  const { parsed: shop } = await nova.actGet('What is the shop called?', { schema: Shop });

  const { parsed: open } = await nova.actGet('Is it open?', { schema: booleanSchema });
  const { parsed: text } = await nova.actGet('What is the slogan?');

  // @ts-expect-error A number is not a string.
  const wrong: string = lamp.price;
  return [shop.name, lamp.price, open, text ?? wrong];
}

const weather = tool({
  name: 'weather',
  description: 'The weather in a city.',
  inputSchema: z.object({ city: z.string() }),
  execute: ({ city }, { signal }) => `${city.toUpperCase()} ${signal.aborted}`,
});

export const start = () =>
  NovaAct.start({ startingPage: 'https://example.com', tools: [weather], headless: true });

/** A schema that is written where it is used says its type; so does one that is `as const`. */
const SHOP = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    floors: { type: 'array', items: { $ref: '#/$defs/floor' } },
    kind: { enum: ['small', 'large'] },
    owner: { type: ['string', 'null'] },
    place: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }] },
    parent: { $ref: '#' },
  },
  required: ['name', 'floors', 'kind', 'owner', 'place'],
  additionalProperties: false,
  $defs: {
    floor: {
      type: 'object',
      properties: { number: { type: 'integer' }, note: { type: 'string' } },
      required: ['number'],
    },
  },
} as const;

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const equal = <A, B>(same: Equal<A, B>): boolean => same;

export async function readLiterals(nova: NovaAct): Promise<unknown[]> {
  const { parsed: price } = await nova.actGet('The price?', {
    schema: { type: 'object', properties: { price: { type: 'number' } }, required: ['price'] },
  });
  const { parsed: list } = await nova.actGet('The list?', {
    schema: { type: 'array', items: { anyOf: [{ type: 'string' }, { const: 7 }] } },
  });
  const { parsed: map } = await nova.actGet('The map?', {
    schema: { type: 'object', additionalProperties: { type: 'boolean' } },
  });
  const { parsed: both } = await nova.actGet('Both?', {
    schema: {
      allOf: [
        { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
        { type: 'object', properties: { b: { type: 'string' } }, required: ['b'] },
      ],
    },
  });
  const { parsed: shop } = await nova.actGet('The shop?', { schema: SHOP });
  const { parsed: acted } = await nova.act('The shop?', { schema: SHOP });
  const wide: { type: string } = { type: 'object' };
  const { parsed: anything } = await nova.actGet('Anything?', { schema: wide });

  return [
    equal<typeof price, { price: number }>(true),
    equal<typeof list, (string | 7)[]>(true),
    equal<typeof map, { [name: string]: boolean }>(true),
    equal<typeof shop, typeof acted>(true),
    equal<typeof shop.floors, { number: number; note?: string | undefined }[]>(true),
    equal<typeof shop.kind, 'small' | 'large'>(true),
    equal<typeof shop.owner, string | null>(true),
    equal<typeof shop.place, [number, number]>(true),
    equal<typeof anything, unknown>(true),
    both.a.length + both.b.length + shop.name.length + (shop.parent?.parent?.name.length ?? 0),
    // @ts-expect-error The schema has no such member.
    price.cost,
  ];
}
