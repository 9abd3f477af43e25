import type { NovaActEvent } from '../act/events.js';
import type { Actuator } from '../browser/actuator.js';
import type { BrowserOptions } from '../browser/browser-options.js';
import type { StateGuardrail } from '../guardrails/state-guardrail.js';
import type { HumanInput } from '../human/human-input.js';
import type { Logger } from '../logger.js';
import type { NovaActTool } from '../tools/tool.js';
import type { WorkflowBinding } from '../workflow-binding.js';
import type { NovaAct } from './nova-act.js';

/** Called by `stop()` while the browser is still open, in order, each awaited. */
export type StopHook = (nova: NovaAct) => void | Promise<void>;

/** Everything a session can be told. Each option has a working default. */
export interface NovaActOptions extends BrowserOptions {
  /** The run to act in. Default: the workflow this is constructed in. */
  workflow?: WorkflowBinding;
  /**
   * A Nova Act API key, 36 characters: for a session outside of any workflow, which then has a run of
   * its own. Default `NOVA_ACT_API_KEY`. Inside a workflow the workflow's credentials are used, and
   * giving a key as well is an error.
   */
  apiKey?: string;
  /** Functions of yours that the agent may call. At most 98. */
  tools?: readonly NovaActTool[];
  /** How the agent reaches a person. Without it the agent is not offered to ask one. */
  humanInput?: HumanInput;
  /** Decides about every page before the service sees it. */
  stateGuardrail?: StateGuardrail;
  /** Run by `stop()`, together for at most 30 s. */
  stopHooks?: readonly StopHook[];
  /** A browser hand of your own instead of Playwright's; the browser options are then not used. */
  actuator?: Actuator;
  /** Where the session speaks. Default: silent, or standard error at `NOVA_ACT_LOG_LEVEL`. */
  logger?: Logger;
  /** Ends the session's start and its acts. */
  signal?: AbortSignal;
  /** Hears everything that happens, in order, in the context of the act. What it throws is logged. */
  onEvent?(event: NovaActEvent): void;
  /**
   * A directory for traces: one HTML and one JSON file for each act, below a folder of the session's
   * own. Default: none are written.
   */
  logsDirectory?: string;
}
