import { expect, test } from 'vitest';
import { loadRecording } from './load-recording.js';
import type { Memory, MemoryKey } from './memory.js';
import type { Recording } from './recording.js';
import { Site } from './site.js';

const DESK = 'http://localhost:3000';
const STAGING = 'https://staging.example.com';
const recording = {
  format: 'nova-act/recording',
  version: 1,
  prompt: 'Buy a lamp',
  answers: false,
  steps: [],
  end: { address: '/' },
} as unknown as Recording;
const { signal } = new AbortController();

/** Asks as a memory of this base does, on the page of this address. */
function asking(kept = new Map<string, unknown>()) {
  const asked: string[] = [];
  const memory: Memory = {
    load: async ({ id }) => {
      asked.push(id);
      return kept.get(id);
    },
    save: async ({ id }, saved) => void kept.set(id, saved),
  };
  const load = (baseUrl: string | undefined, url: string, anew = false) => {
    const site = new Site(baseUrl);
    const parts = { prompt: 'Buy a lamp', schema: undefined, tools: [], url, site };
    return loadRecording(memory, parts, anew, signal);
  };
  const keep = (key: MemoryKey | undefined, saved: unknown = recording) =>
    kept.set(key?.id ?? '', saved);
  return { load, keep, asked };
}

test('what is recorded at one origin is found at another, on the same path and no other', async () => {
  const { load, keep } = asking();
  keep((await load(DESK, `${DESK}/lamps`)).key);
  expect((await load(STAGING, `${STAGING}/lamps`)).recording).toEqual(recording);
  expect((await load(STAGING, `${STAGING}/chairs`)).recording).toBeUndefined();
  expect((await load(STAGING, `${DESK}/lamps`)).recording).toBeUndefined();
  expect((await load(undefined, `${STAGING}/lamps`)).recording).toBeUndefined();
});

test('what was recorded before there was a base is found, and mended, where it lies', async () => {
  const { load, keep } = asking();
  const { key } = await load(undefined, `${STAGING}/lamps`);
  keep(key);
  expect(await load(STAGING, `${STAGING}/lamps`)).toEqual({ key, mayKeep: true, recording });
  expect((await load(STAGING, `${STAGING}/lamps`, true)).key).not.toEqual(key);
});

test('one that was recorded since comes first, also where it cannot be read', async () => {
  const { load, keep, asked } = asking();
  keep((await load(undefined, `${STAGING}/lamps`)).key);
  const { key } = await load(STAGING, `${STAGING}/lamps`, true);
  keep(key, { ...recording, version: 99 });
  asked.length = 0;
  expect(await load(STAGING, `${STAGING}/lamps`)).toMatchObject({ key, mayKeep: false });
  expect(asked).toEqual([key?.id]);
});

test('without a base, or elsewhere, the memory is asked once', async () => {
  const { load, asked } = asking();
  await load(undefined, `${DESK}/lamps`);
  await load(STAGING, `${DESK}/lamps`);
  expect(asked).toHaveLength(2);
});
