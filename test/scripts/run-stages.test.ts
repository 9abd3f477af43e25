import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runStages } from '../../scripts/test/run-stages.mjs';

const printed: string[] = [];
beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const stage = (title: string, passed: number, failed: number, skipped = 0) => ({
  title,
  run: async () => ({ passed, failed, skipped }),
});
const lastLine = () => printed.join('\n').split('\n').at(-1);

it('ends with the sum of all stages', async () => {
  expect(await runStages([stage('a', 2, 0), stage('b', 40, 0)], {})).toBe(0);
  expect(lastLine()).toBe('42 passed, 0 failed');
});

it('counts what was skipped', async () => {
  await runStages([stage('a', 2, 0, 3)], {});
  expect(lastLine()).toBe('2 passed, 0 failed, 3 skipped');
});

it('fails when one check of one stage fails, and still runs the others', async () => {
  expect(await runStages([stage('a', 1, 1), stage('b', 5, 0)], {})).toBe(1);
  expect(lastLine()).toBe('6 passed, 1 failed');
});

it('counts a stage that breaks as a failure', async () => {
  const broken = {
    title: 'broken',
    run: async () => {
      throw new Error('no such tool');
    },
  };
  expect(await runStages([broken, stage('b', 5, 0)], {})).toBe(1);
  expect(lastLine()).toBe('5 passed, 1 failed');
});

it('says before its last line how long each stage took, and which files took longest', async () => {
  const files = Array.from({ length: 12 }, (_, at) => ({ name: `${at}.test.ts`, seconds: at }));
  const timed = { title: 'b', run: async () => ({ passed: 1, failed: 0, skipped: 0, files }) };
  await runStages([stage('a', 2, 0), timed], {});
  const said = printed.join('\n').split('\n');
  const from = said.indexOf('Time of the stages:');
  expect(said.slice(from + 1, from + 4)).toEqual([
    expect.stringMatching(/^ +0\.\d s {2}a$/),
    expect.stringMatching(/^ +0\.\d s {2}b$/),
    expect.stringMatching(/^ +0\.\d s {2}all$/),
  ]);
  const longest = said.slice(said.indexOf('The longest test files:') + 1, -2);
  expect(longest.map((line) => line.trim())).toEqual(
    [11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((at) => `${at}.0 s  ${at}.test.ts`),
  );
  expect(lastLine()).toBe('3 passed, 0 failed');
});

it('does not succeed when nothing was run', async () => {
  expect(await runStages([], {})).toBe(1);
});
