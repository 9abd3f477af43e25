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
