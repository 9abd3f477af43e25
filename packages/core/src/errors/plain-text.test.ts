import { describe, expect, it } from 'vitest';
import { plainLine, plainText } from './plain-text.js';

const ESC = '\u001b';

describe('plainText', () => {
  it.each([
    ['a colour', `${ESC}[31mred${ESC}[0m`, 'red'],
    ['a cursor move', `${ESC}[2J${ESC}[Hgone`, 'gone'],
    ['a window title', `${ESC}]0;owned\u0007after`, 'after'],
    ['a link', `${ESC}]8;;http://evil\u0007text${ESC}]8;;\u0007`, 'text'],
    ['a clipboard write that never ends', `before ${ESC}]52;c;ZXZpbA==`, 'before '],
    ['a device control string that never ends', `before ${ESC}Pq#0;evil`, 'before '],
    ['an eight-bit introducer', 'a\u009b31mb', 'ab'],
    ['bells, backspaces and carriage returns', 'safe\u0007\b\b\b\b\rrm', 'saferm'],
    ['direction marks', 'a\u202eb\u2066c', 'abc'],
    ['a lone escape', `${ESC}`, ''],
  ])('drops %s', (_what, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('keeps tabs, line ends and every script', () => {
    const text = 'a\tb\nc é 漢 עברית 👍🏽';
    expect(plainText(text)).toBe(text);
  });
});

describe('plainLine', () => {
  it('puts the text on one line', () => {
    expect(plainLine(' a\n\n b\t c ')).toBe('a b c');
  });

  it('cuts at the length with an ellipsis, never through a character', () => {
    expect(plainLine('abcdef', 4)).toBe('abc…');
    expect(plainLine('abcd', 4)).toBe('abcd');
    expect(plainLine('ab👍cd', 4)).toBe('ab…');
  });

  it('cuts a text of megabytes, also one of white space', () => {
    expect(plainLine('x'.repeat(5_000_000), 10)).toBe('xxxxxxxxx…');
    expect(plainLine(`a${' '.repeat(5_000_000)}b`, 10)).toMatch(/^a/);
  });
});
