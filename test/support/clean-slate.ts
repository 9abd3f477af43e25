import { afterAll, vi } from 'vitest';

/** Files of tests share a process and its modules: none leaves its environment to the next. */
const environment = { ...process.env };
const directory = process.cwd();

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  process.chdir(directory);
  for (const name of Object.keys(process.env)) {
    if (!(name in environment)) delete process.env[name];
  }
  Object.assign(process.env, environment);
});
