import type { NovaAct, PlaywrightPage } from '@nova-act/core';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import type {
  Fixtures,
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
} from '@playwright/test';
import { actsDirectory, actsMemory } from './acts/acts-memory.js';
import { actsPolicy } from './acts/acts-policy.js';
import { updateCommand } from './acts/update-command.js';
import { readTestEnvironment } from './environment.js';
import type { NovaActSessionOptions, NovaActTestOptions, NovaActWorkerOptions } from './options.js';
import { ActsInTest } from './run/acts-in-test.js';
import { TestRun } from './run/test-run.js';

/** Opens a session on another page, in the run of the test. It is closed with the test; the page is not. */
export type NovaActOn = (page: PlaywrightPage, options?: NovaActSessionOptions) => Promise<NovaAct>;

/** What a test is given. */
export interface NovaActTestArgs {
  /** A session on the test's `page`, which it leaves open, in a run that the test is. */
  nova: NovaAct;
  /** The same for another page: a second user's, say. */
  novaOn: NovaActOn;
}

/** What a worker process has from its first test to its last. */
export interface NovaActWorkerArgs {
  /** The service on this machine, where `novaActService` asks for one. */
  novaActLocal: RunningLocalService | undefined;
}

/** What `test` of this package has, by the names that a test asks for it. */
export type NovaActFixtures = Fixtures<
  NovaActTestArgs & NovaActTestOptions,
  NovaActWorkerArgs & NovaActWorkerOptions,
  PlaywrightTestArgs & PlaywrightTestOptions,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
>;

/**
 * For the run to begin and to end, in ms, of no test's time: Playwright takes down no fixture whose time was used up
 * by `afterEach`, and its run would go on.
 */
const RUN_TIMEOUT_MS = 60_000;

/** The fixtures, for a `test` of your own: `base.extend(novaActFixtures)`. */
export const novaActFixtures: NovaActFixtures = {
  novaActOptions: [{}, { option: true }],
  novaActWorkflow: [{}, { option: true }],
  novaActMemory: [undefined, { option: true }],
  novaActTrace: ['on', { option: true }],
  novaActService: ['environment', { option: true, scope: 'worker' }],

  novaActLocal: [
    async ({ novaActService }, use) => {
      if (novaActService === 'environment') return use(undefined);
      const options = novaActService === 'local' ? {} : novaActService;
      const service = await startLocalService(options);
      await use(service);
      await service.stop();
    },
    { scope: 'worker' },
  ],

  novaOn: [
    async (
      { novaActOptions, novaActWorkflow, novaActMemory, novaActTrace, novaActLocal, baseURL },
      use,
      info,
    ) => {
      const { isCi, updateActs, usedActs } = readTestEnvironment();
      const { updateSnapshots } = info.config;
      const policy = actsPolicy({ option: novaActMemory, updateActs, updateSnapshots, isCi });
      const { keepsRecorded } = policy;
      const memory = actsMemory(actsDirectory(info.file), {
        keepsRecorded,
        baseUrl: baseURL,
        usedActs,
      });
      const local = novaActLocal && {
        workflow: { ...novaActLocal.workflowOptions, workflowDefinitionName: 'playwright-test' },
        options: { captureDom: novaActLocal.novaActOptions.captureDom },
      };
      const run = await TestRun.start({
        info,
        workflow: { ...local?.workflow, ...novaActWorkflow },
        options: { ...local?.options, memory, ...novaActOptions },
        memory,
        acts: new ActsInTest(info, policy, updateCommand(info)),
        baseUrl: baseURL,
        trace: novaActTrace,
      });
      try {
        await use((page, options = {}) => run.open(page, options));
      } finally {
        await run.close();
      }
    },
    { timeout: RUN_TIMEOUT_MS },
  ],

  nova: async ({ page, novaOn }, use) => use(await novaOn(page)),
};
