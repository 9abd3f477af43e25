import { describe, expect, it } from 'vitest';
import { ask } from './snippet.js';
import { strangers } from './strangers.js';
import { number, object, rows, text } from './strangers-questions.js';

describe('answers from pages that the rules were not written for', () => {
  it.each(rows)('%s: %s', async (page, question, schema, answer) => {
    expect(await ask(strangers[page], question, schema)).toEqual(answer);
  });

  it.each([
    ['jobs', 'What is the price of the flight?', number],
    ['league', 'What is the diameter of Northgate?', number],
    ['faq', 'Return the product', object({ sku: text, weightKg: number })],
    ['hotel', 'Return the hotel', object({ name: text, price: number })],
  ] as const)(
    '%s: gives up on “%s” and says what it did not find',
    async (page, question, schema) => {
      expect(await ask(strangers[page], question, schema)).toMatch(
        /^throw: Cannot answer from this page: /,
      );
    },
  );
});
