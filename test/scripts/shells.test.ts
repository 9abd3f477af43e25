import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { shells } from '../../scripts/setup/browser/shells.mjs';

let folder: string;
const put = async (...parts: string[]) => {
  const path = join(folder, ...parts);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, '');
  return path;
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shells-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('finds the shell that Playwright downloads beside its browser first, then those in PATH', async () => {
  const browser = join(folder, 'chromium-1255', 'chrome-linux64', 'chrome');
  vi.stubEnv('PATH', join(folder, 'bin'));
  const installed = await put('bin', 'chrome-headless-shell');
  expect(shells(browser).filter((path: string) => path.startsWith(folder))).toEqual([installed]);
  await put('chromium_headless_shell-1200', 'chrome-linux', 'headless_shell');
  const own = await put('chromium_headless_shell-1255', 'chrome-linux64', 'chrome-headless-shell');
  const found: string[] = shells(browser).filter((path: string) => path.startsWith(folder));
  expect(found).toEqual([own, installed]);
  expect(shells(undefined)).not.toContain(own);
  vi.unstubAllEnvs();
});
