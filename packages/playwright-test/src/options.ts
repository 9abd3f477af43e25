import type { MemoryMode, NovaActOptions } from '@nova-act/core';
import type { StartLocalServiceOptions } from '@nova-act/local';
import type { WorkflowOptions } from '@nova-act/workflow';

/** What Playwright has options and fixtures of its own for, and what the run of the test is. */
export type OfPlaywright =
  | ('page' | 'context' | 'browser' | 'cdpEndpointUrl' | 'cdpHeaders' | 'cdpUsePage')
  | ('headless' | 'channel' | 'executablePath' | 'browserArgs' | 'proxy' | 'ignoreHttpsErrors')
  | ('userDataDir' | 'cloneUserDataDir' | 'profileDirectory' | 'systemKeychain')
  | ('recordVideo' | 'playwrightTrace' | 'actuator')
  | ('workflow' | 'apiKey' | 'ownRun');

/** What a session in a test can be told: all but whose page and which run it is. */
export interface NovaActSessionOptions extends Omit<NovaActOptions, OfPlaywright> {}

/** Which service acts are sent to: the one that the environment names, or one on this machine. */
export type NovaActServiceChoice = 'environment' | 'local' | StartLocalServiceOptions;

/** When the traces of acts are attached to the report. */
export type NovaActTraceMode = 'on' | 'off' | 'retain-on-failure';

/** Options for a test, in the config's `use` and in `test.use()`. */
export interface NovaActTestOptions {
  /**
   * Of the sessions: `secrets`, `tools`, `startingPage` (relative to `baseURL`), `memory` and others. As with
   * Playwright's own options, what is given takes the place of all that was given before. Default: none.
   */
  novaActOptions: NovaActSessionOptions;
  /**
   * Of the run that each test is: `workflowDefinitionName` (required with IAM), `modelId`, `region`, `apiKey` and
   * others. Default: none; with the local service the definition is `playwright-test`.
   */
  novaActWorkflow: WorkflowOptions;
  /**
   * What acts do with their recordings, where an act does not say it. Default: `use`, and where `CI` is set
   * `only`; `--update-acts` and, with less say, Playwright's `--update-snapshots` change it.
   */
  novaActMemory: MemoryMode | undefined;
  /**
   * Whether each act's trace, as HTML and JSON, is attached to the report: `on` (default), `off`, or
   * `retain-on-failure`. Without it acts that are played take no pictures, and less time.
   */
  novaActTrace: NovaActTraceMode;
}

/** Options for a worker, in the config's `use` and at the top of a file. */
export interface NovaActWorkerOptions {
  /**
   * `environment` (default): as the environment says, AWS with credentials from there, or an API key. `local`, or
   * options of `startLocalService()`: a service on this machine, one for each worker, without account or network.
   */
  novaActService: NovaActServiceChoice;
}
