import { expect, test } from 'vitest';
import { type AskedOfActs, actsPolicy, modeOf } from './acts-policy.js';

const asked = (parts: Partial<AskedOfActs>) =>
  actsPolicy({
    option: undefined,
    updateActs: undefined,
    updateSnapshots: 'default',
    isCi: false,
    ...parts,
  });

test.each<[string, Partial<AskedOfActs>, string, boolean]>([
  ['at a desk acts are mended', {}, 'use', false],
  ['in CI they are only played', { isCi: true }, 'only', true],
  [
    'what Playwright is told of snapshots holds',
    { isCi: true, updateSnapshots: 'all' },
    'record',
    false,
  ],
  ['missing ones leave the others as they are', { updateSnapshots: 'missing' }, 'use', true],
  ['the option comes before that', { option: 'only', updateSnapshots: 'all' }, 'only', false],
  ['--update-acts comes first', { option: 'only', isCi: true, updateActs: 'all' }, 'record', false],
  ['1 is changed', { isCi: true, updateActs: '1' }, 'use', false],
  ['none is none', { updateActs: 'none' }, 'only', true],
  ['off stays off', { option: 'off', updateActs: 'all' }, 'off', true],
])('%s', (_, parts, mode, keepsRecorded) => {
  expect(asked(parts)).toMatchObject({ mode, keepsRecorded });
});

test('an act has the last word, but for `only` while acts are updated', () => {
  expect(modeOf('off', asked({ updateActs: 'all' }))).toBe('off');
  expect(modeOf('only', asked({}))).toBe('only');
  expect(modeOf('only', asked({ updateActs: 'changed' }))).toBe('use');
  expect(modeOf(undefined, asked({ isCi: true }))).toBe('only');
});

test('another word is refused with those there are', () => {
  expect(() => asked({ updateActs: 'yes' })).toThrow(/NOVA_ACT_UPDATE_ACTS.*"yes".*changed/s);
});
