import type {
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
} from '@playwright/test';
import { test as base, type TestType } from '@playwright/test';
import { type NovaActTestArgs, type NovaActWorkerArgs, novaActFixtures } from './fixtures.js';
import type { NovaActTestOptions, NovaActWorkerOptions } from './options.js';

/**
 * Playwright's `test` with `nova`: a session on the test's page, in a run of its own, whose acts are steps of the
 * test and are remembered beside it. Others are mixed in by `mergeTests`.
 */
export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & NovaActTestArgs & NovaActTestOptions,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & NovaActWorkerArgs & NovaActWorkerOptions
> = base.extend<NovaActTestArgs & NovaActTestOptions, NovaActWorkerArgs & NovaActWorkerOptions>(
  novaActFixtures,
);

export { expect } from '@playwright/test';
export type { NovaActFixtures, NovaActOn, NovaActTestArgs, NovaActWorkerArgs } from './fixtures.js';
export { novaActFixtures } from './fixtures.js';
export type {
  NovaActServiceChoice,
  NovaActSessionOptions,
  NovaActTestOptions,
  NovaActTraceMode,
  NovaActWorkerOptions,
} from './options.js';
