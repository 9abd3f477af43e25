import type { NovaActEvent } from '../act/events.js';
import type { Actuator } from '../browser/actuator.js';
import type { BrowserOptions } from '../browser/browser-options.js';
import type { Clock } from '../deadline/clock.js';
import type { StateGuardrail } from '../guardrails/state-guardrail.js';
import type { HumanInput } from '../human/human-input.js';
import type { Logger } from '../logger.js';
import type { Memory } from '../memory/memory.js';
import type { Secrets } from '../secrets/check-secrets.js';
import type { NovaActTool } from '../tools/tool-definition.js';
import type { WorkflowBinding } from '../workflow-binding.js';
import type { OwnRunOptions } from './own-run-options.js';

/** What a stop hook is told when the session starts. */
export interface StopHookStart {
  /** Aborted when the start is given up. */
  readonly signal?: AbortSignal | undefined;
  /** The session's option; undefined when no traces are written. */
  readonly logsDirectory?: string | undefined;
}

/**
 * Called by `stop()` while the browser is still open and the traces are written, in order, each awaited.
 * What it throws is told (`hook.failed` among the events, and the logger) and fails neither stop nor run.
 */
export interface StopHookOf<Session> {
  /** @param signal is aborted when the time of all hooks, 30 s together, is up. */
  (nova: Session, signal: AbortSignal): void | Promise<void>;
  /**
   * Called by `start()`, while the browser opens: what it throws fails the start. For what had better be
   * known before the work than after it. Not called for a hook that is added later.
   */
  check?: ((start: StopHookStart) => Promise<void>) | undefined;
}

/** For tests: what stands in for the time. */
export interface SessionSeams {
  clock?: Clock | undefined;
}

/**
 * Everything a session can be told. What the stop hooks are given is the session itself, which is made
 * from these: its type is left open here, and where nobody calls them, it does not matter.
 */
export interface SessionOptions<Session = never> extends BrowserOptions {
  /** The run to act in. Default: the workflow this is constructed in. */
  workflow?: WorkflowBinding | undefined;
  /**
   * A Nova Act API key, 36 characters: for a session outside of any workflow, which then has a run of
   * its own. Default `NOVA_ACT_API_KEY`. Inside a workflow the workflow's credentials are used, and
   * giving a key as well is an error.
   */
  apiKey?: string | undefined;
  /**
   * For the run that a session outside of any workflow has of its own: `apiKey`, `endpointUrl`, `retry`,
   * `requestTimeoutMs`, and `proxy` and `fetch` for the service (`proxy` beside it is the browser's). Inside a workflow it is not used, so that the same options serve in both
   * places.
   */
  ownRun?: OwnRunOptions | undefined;
  /** Functions of yours that the agent may call. At most 98. */
  tools?: readonly NovaActTool[] | undefined;
  /** How the agent reaches a person. Without it the agent is not offered to ask one. */
  humanInput?: HumanInput | undefined;
  /**
   * Milliseconds that a person may take for one answer; then the act ends with `ActTimeoutError`. It does
   * not count in the act's `timeoutMs`. Default 1,800,000.
   */
  humanTimeoutMs?: number | undefined;
  /**
   * Where acts are remembered, `fileMemory('./acts')` say: done once, an act is played again without the
   * model, as long as the page is as it was. `memory` of `act()` says how it is used. Default: nowhere.
   */
  memory?: Memory | undefined;
  /**
   * What the agent may have typed and never sees: `{ password: secret(value) }`. A prompt names it,
   * `Sign in with {{password}}`; the agent has `{{password}}` typed; the hand types the value, where
   * `secret()` says that it may be. A field it was typed into is masked from then on.
   *
   * Where a value turns up, its name stands in its place: in what the service is sent, in DOM, addresses,
   * answers, results of tools, events, traces, logs and errors; in pictures its text is painted over. It is
   * found whatever its case, with white space collapsed, and as HTML, JSON and URLs escape it. Values of less
   * than 4 characters are not looked for, those of less than 8 as words of their own. What a page draws on
   * a canvas or in an image, or makes of a value (base64, its letters apart in fields of their own making),
   * is not found; nor is what a page stores in cookies that `browserSession` saves.
   */
  secrets?: Secrets | undefined;
  /** Decides about every page before the service sees it. */
  stateGuardrail?: StateGuardrail | undefined;
  /**
   * Run by `stop()`, together for at most 30 s; those that come after one that hangs are still called.
   * `addStopHook` and `removeStopHook` do the same later.
   */
  stopHooks?: readonly StopHookOf<Session>[] | undefined;
  /** A browser hand of your own instead of Playwright's; the browser options are then not used. */
  actuator?: Actuator | undefined;
  /** Where the session speaks. Default: silent, or standard error at `NOVA_ACT_LOG_LEVEL`. */
  logger?: Logger | undefined;
  /** Ends the session's start and its acts. */
  signal?: AbortSignal | undefined;
  /** Hears everything that happens, in order, in the context of the act. What it throws is logged. */
  onEvent?: ((event: NovaActEvent) => void) | undefined;
  /**
   * A directory for traces: one HTML and one JSON file for each act, below a folder of the session's
   * own. Default: none are written.
   */
  logsDirectory?: string | undefined;
}
