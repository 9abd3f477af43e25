import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recording } from '@nova-act/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ActsMemoryOptions, actsMemory } from './acts-memory.js';

const key = { id: '0123456789abcdef', name: 'buy-a-lamp' };
const recording = (prompt: string) => ({ prompt, steps: [] }) as unknown as Recording;
const { signal } = new AbortController();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nova-act-acts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const acts = (options: Partial<ActsMemoryOptions> = {}) =>
  actsMemory(join(folder, 'acts'), {
    keepsRecorded: false,
    baseUrl: undefined,
    usedActs: undefined,
    ...options,
  });

test('what is recorded is there for the test at once, and for others when it is written', async () => {
  const [one, other] = [acts(), acts()];
  await one.save(key, recording('Buy'), signal);
  expect([await one.load(key, signal), one.unwritten]).toEqual([recording('Buy'), 1]);
  expect(await other.load(key, signal)).toBeUndefined();
  expect(existsSync(join(folder, 'acts'))).toBe(false);
  await one.write();
  expect([await other.load(key, signal), one.unwritten]).toEqual([recording('Buy'), 0]);
});

test('one that is mended twice is written as it was last', async () => {
  const memory = acts();
  await memory.save(key, recording('Buy'), signal);
  await memory.save(key, recording('Sell'), signal);
  expect(memory.unwritten).toBe(1);
  await memory.write();
  expect(await acts().load(key, signal)).toEqual(recording('Sell'));
});

test('of tests that write at once, each recording is whole', async () => {
  const many = Array.from({ length: 12 }, (_, at) => ({ memory: acts(), prompt: `Buy ${at}` }));
  await Promise.all(many.map(({ memory, prompt }) => memory.save(key, recording(prompt), signal)));
  await Promise.all(many.map(({ memory }) => memory.write()));
  const [file, ...others] = readdirSync(join(folder, 'acts'));
  expect(others).toEqual([]);
  const text = readFileSync(join(folder, 'acts', file ?? ''), 'utf8');
  expect(JSON.parse(text).prompt).toMatch(/^Buy \d+$/);
});

test('what is to stay as it is, is not written over', async () => {
  const before = acts();
  await before.save(key, recording('Buy'), signal);
  await before.write();
  const memory = acts({ keepsRecorded: true });
  await memory.load(key, signal);
  await memory.save(key, recording('Sell'), signal);
  expect([memory.unwritten, await acts().load(key, signal)]).toEqual([0, recording('Buy')]);
});

test.each([
  ['https://staging.example.com/x', 'https://staging.example.com/x'],
  ['/relative', undefined],
  ['file:///pages/', undefined],
  [undefined, undefined],
])('with the baseURL %s the site is at %s', (baseUrl, known) => {
  expect(acts({ baseUrl }).baseUrl).toBe(known);
});
