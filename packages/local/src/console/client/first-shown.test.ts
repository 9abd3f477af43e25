import { expect, it } from 'vitest';
import { firstShown } from './first-shown.js';

const done = { status: 'SUCCEEDED', endedAtMs: 1 };
const failed = { status: 'FAILED', endedAtMs: 2 };
const running = { status: 'RUNNING' };

it.each([
  ['the act under way', [done, failed, running], 2],
  ['the act that failed, where none is', [done, failed, done], 1],
  ['the first, where all have succeeded', [done, done], 0],
])('a run opens with %s', (_which, acts, at) => {
  expect(firstShown(acts)).toBe(acts[at]);
});

it('a run without acts opens with none', () => {
  expect(firstShown([])).toBeUndefined();
});
