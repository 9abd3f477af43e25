import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { CACHE } from '../../scripts/setup/places.mjs';
import { clearStamp, keyOf, readStamp, writeStamp } from '../../scripts/setup/stamp.mjs';

const NAME = 'stamp-test';
const input = join(CACHE, 'stamp-test-input');
afterEach(() => {
  clearStamp(NAME);
  rmSync(input, { force: true });
});

it('is found again by the next run', () => {
  writeStamp(NAME, { key: 'k' });
  expect(readStamp(NAME)).toEqual({ key: 'k' });
});

it('is gone once the work is begun again', () => {
  writeStamp(NAME, { key: 'k' });
  clearStamp(NAME);
  expect(readStamp(NAME)).toBeUndefined();
});

it('counts for nothing when it was cut off', () => {
  writeFileSync(join(CACHE, `${NAME}.json`), '{"key":');
  expect(readStamp(NAME)).toBeUndefined();
});

it('has another key for another content, another fact and a missing file', () => {
  const missing = keyOf(['a'], [input]);
  writeFileSync(input, 'one');
  const one = keyOf(['a'], [input]);
  writeFileSync(input, 'two');
  const two = keyOf(['a'], [input]);
  expect(new Set([missing, one, two, keyOf(['b'], [input])]).size).toBe(4);
  expect(keyOf(['a'], [input])).toBe(two);
});
