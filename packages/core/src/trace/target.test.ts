import { describe, expect, it } from 'vitest';
import { targetOf, targetWords } from './target.js';

describe('targetOf', () => {
  it.each([
    [{ hit: 'button "Go"' }, 'button "Go"'],
    [{ field: 'input "From"', holds: 'Boston' }, 'input "From"'],
    [{ scrolled: 3, of: 'list' }, 'list'],
    [{ url: 'https://e.com' }, undefined],
    [{ hit: 3 }, undefined],
    ['button "Go"', undefined],
    [['button "Go"'], undefined],
    [null, undefined],
    [undefined, undefined],
  ])('finds in %j what was done to: %s', (did, target) => {
    expect(targetOf(did)).toBe(target);
  });
});

describe('targetWords', () => {
  it.each([
    ['button "Search"', '‘Search’'],
    ['input of type email "E-mail"', '‘E-mail’'],
    ['button', 'the button'],
    ['html', 'the page'],
    ['body', 'the page'],
    ['link "a \\"b\\""', '‘a "b"’'],
    ['link "cut…', '‘cut…’'],
    ['"only a name"', '‘only a name’'],
  ])('%s reads %s', (target, words) => {
    expect(targetWords(target)).toBe(words);
  });
});
