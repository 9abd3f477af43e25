import type { Page } from 'playwright';
import type { Logger } from '../logger.js';

/** What a tool is given beside its input. */
export interface ToolContext {
  /** Aborted when the act ends early, or the tool's `timeoutMs` is over; stop what you are doing. */
  readonly signal: AbortSignal;
  /**
   * The Playwright page that the agent acts upon; undefined where a custom `actuator` has none. What
   * comes of what you do to it (a navigation, a new tab) is waited for before the agent looks again.
   */
  readonly page: Page | undefined;
  /** What the agent is doing. */
  readonly act: {
    /** What `act()` was asked, with secrets by their names. */
    readonly prompt: string;
    /** From 1: the step whose program calls the tool. */
    readonly step: number;
  };
  /** The logger of the session. */
  readonly logger: Logger;
  /** The id of the session on the service. */
  readonly sessionId: string;
  /** The id of the act on the service. */
  readonly actId: string;
  /** The id of the run on the service. */
  readonly workflowRunId: string;
}
