import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ValidationError } from '../errors/index.js';
import { fileMemory } from './file-memory.js';
import type { Recording } from './recording.js';

const key = { id: '0123456789abcdef', name: 'buy-a-lamp' };
const recording = (prompt: string) => ({ prompt, steps: [] }) as unknown as Recording;
const { signal } = new AbortController();

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nova-act-memory-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a memory of files', () => {
  test('says where the site is served', () => {
    expect(fileMemory(folder, { baseUrl: 'https://a.example' }).baseUrl).toBe('https://a.example');
    expect(fileMemory(folder).baseUrl).toBeUndefined();
  });

  test.each(['/shop', 'staging', '', 'file:///a', 3])('refuses %j as a base', (baseUrl) => {
    expect(() => fileMemory(folder, { baseUrl: baseUrl as string })).toThrow(/baseUrl.*whole URL/s);
  });

  test('does not show the password in a base, and knows no other option', () => {
    expect(() => fileMemory(folder, { baseUrl: 'ftp://a:pass@b.example' })).toThrow(/^(?!.*pass)/s);
    expect(() => fileMemory(folder, { baseURL: 'https://a.example' } as never)).toThrow(/baseUrl/);
  });

  test('has nothing before anything is saved, and makes its directory then', async () => {
    const memory = fileMemory(join(folder, 'a', 'b'));
    expect(await memory.load(key, signal)).toBeUndefined();
    await memory.save(key, recording('Buy'), signal);
    expect(await memory.load(key, signal)).toEqual(recording('Buy'));
  });

  test('writes JSON that people can read, under a name that they can', async () => {
    await fileMemory(folder).save(key, recording('Buy'), signal);
    expect(await readdir(folder)).toEqual(['buy-a-lamp-0123456789abcdef.json']);
    const text = await readFile(join(folder, 'buy-a-lamp-0123456789abcdef.json'), 'utf8');
    expect(text).toBe('{\n  "prompt": "Buy",\n  "steps": []\n}\n');
  });

  test('has a whole file whoever writes at once, and leaves nothing beside', async () => {
    const memories = Array.from({ length: 20 }, () => fileMemory(folder));
    const prompts = memories.map((_, at) => `${at} ${'x'.repeat(50_000)}`);
    const saves = memories.map((memory, at) =>
      memory.save(key, recording(prompts[at] ?? ''), signal),
    );
    await Promise.all(saves);
    expect(prompts).toContain(((await fileMemory(folder).load(key, signal)) as Recording).prompt);
    expect(await readdir(folder)).toHaveLength(1);
  });

  test('writes nothing once it is aborted', async () => {
    const aborted = AbortSignal.abort(new Error('enough'));
    await expect(fileMemory(folder).save(key, recording('Buy'), aborted)).rejects.toThrow('enough');
    expect(await readdir(folder)).toEqual([]);
  });

  test('names the file that is not JSON', async () => {
    const file = join(folder, 'buy-a-lamp-0123456789abcdef.json');
    await writeFile(file, '<<<<<<< HEAD');
    await expect(fileMemory(folder).load(key, signal)).rejects.toThrow(`${file} is not JSON`);
  });

  test.each([[''], [undefined], [7]])('needs a directory: not %j', (directory) => {
    expect(() => fileMemory(directory as string)).toThrow(ValidationError);
  });
});
