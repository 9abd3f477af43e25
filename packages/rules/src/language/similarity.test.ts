import { describe, expect, it } from 'vitest';
import { nameSimilarity, wordSimilarity } from './similarity.js';

describe('two words', () => {
  it.each([
    ['recieve', 'receive', 'with two neighbours swapped'],
    ['adress', 'address', 'with a letter left out'],
    ['flightt', 'flight', 'with a letter too many'],
    ['pasword', 'passwort', 'with two slips'],
  ])('%s and %s are alike but for one slip: %s', (one, other, slip) => {
    expect(wordSimilarity(one, other) > 0).toBe(!slip.includes('two slips'));
  });

  it.each([
    ['rate', 'rating'],
    ['book', 'booking'],
    ['ship', 'shipping'],
    ['policy', 'police'],
  ])('%s and %s are not one word, for they mean two things', (one, other) => {
    expect(wordSimilarity(one, other)).toBeLessThan(1);
  });
});

describe('a name on the page', () => {
  it('is the better, the less there is in it that was not asked for', () => {
    const scores = ['Street', 'Billing street', 'Billing street and house number'].map((found) =>
      nameSimilarity('street', found),
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(3);
  });

  it('must have all that was asked', () => {
    expect(nameSimilarity('billing street', 'Street')).toBeLessThan(
      nameSimilarity('billing street', 'Billing street of the company'),
    );
  });
});
