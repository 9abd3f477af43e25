import { describe, expect, it } from 'vitest';
import { strokesFor } from './write-text.js';

const input = { multiline: false, editable: false, keysOnly: false };
const textarea = { multiline: true, editable: false, keysOnly: false };
const editor = { multiline: true, editable: true, keysOnly: false };

describe('strokesFor', () => {
  it('gives short text a key for each character, emoji whole', () => {
    expect(strokesFor('a🙂b', input)).toEqual([{ key: 'a' }, { key: '🙂' }, { key: 'b' }]);
  });

  it('never presses Enter or Tab for a break in the text', () => {
    expect(strokesFor('a\r\nb', textarea)).toEqual([{ key: 'a' }, { insert: '\n' }, { key: 'b' }]);
    expect(strokesFor('a\nb', editor)).toEqual([
      { key: 'a' },
      { press: 'Shift+Enter' },
      { key: 'b' },
    ]);
    expect(strokesFor('a\nb', input)).toEqual([{ key: 'a' }, { key: ' ' }, { key: 'b' }]);
    expect(strokesFor('\t', input)).toEqual([{ insert: '\t' }]);
  });

  it('puts long text in by pieces, the last character by a key', () => {
    const strokes = strokesFor('x'.repeat(2500), textarea);
    expect(strokes.map((stroke) => ('insert' in stroke ? stroke.insert.length : stroke))).toEqual([
      1000,
      1000,
      499,
      { key: 'x' },
    ]);
  });

  it('types every key where only keys are heard', () => {
    expect(strokesFor('x'.repeat(500), { ...input, keysOnly: true })).toHaveLength(500);
  });
});
