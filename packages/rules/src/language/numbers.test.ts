import { describe, expect, it } from 'vitest';
import { looksLikeMoney, parseNumber, parseOrdinal } from './numbers.js';

describe('numbers as pages write them', () => {
  it.each([
    ['$1,234.50', 1234.5],
    ['1.234,50 €', 1234.5],
    ['12 345,6', 12345.6],
    ['1,204 ratings', 1204],
    ['12,5 %', 12.5],
    ['−65 °C', -65],
    ['+14', 14],
    ['2 stops', 2],
    ['1.2k', 1200],
    ['3.5 million', 3_500_000],
    ['three', 3],
    ['LO 455', 455],
    ['Boeing-747', 747],
    ['3,724 m (12,218 ft)', 3724],
  ])('%s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(['none at all', '', 'Direct'])('“%s” holds no number', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  it('knows money by its sign or word', () => {
    expect(['$5', '5 €', 'US$ 1,200', '12 dollars', '€89 per night'].every(looksLikeMoney)).toBe(
      true,
    );
    expect(['5', '5 km', 'dollars'].some(looksLikeMoney)).toBe(false);
  });

  it.each([
    ['first', 1],
    ['3rd', 3],
    ['last', -1],
    ['12th', 12],
  ] as const)('%s is a place', (word, place) => {
    expect(parseOrdinal(word)).toBe(place);
  });
});
