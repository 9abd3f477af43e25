import type { SettleReport } from '../browser/actuator.js';
import type { DownloadView } from '../browser/download-options.js';
import type { PageProblem } from '../browser/problems/page-problem.js';
import type { ActMetadata } from '../errors/act-metadata.js';
import type { JsonObject, JsonValue } from '../wire/json.js';
import type { Observation } from '../wire/observation.js';
import type { ErrorView } from './error-view.js';

/** Where an event happened. Times are epoch milliseconds. */
interface At {
  atMs: number;
  workflowRunId: string;
  sessionId: string;
}
interface AtAct extends At {
  actId: string;
}
interface AtStep extends AtAct {
  /** 1 for the first step of the act. */
  step: number;
}

/** One call of a decoded program, for people and traces. */
export interface CallView {
  /** The id of the call, from the service. */
  callId: string;
  name: string;
  /**
   * The decoded arguments, boxes in CSS pixels. A text to be typed is there as its length; once it is
   * typed as itself, unless its field hides it as password fields do.
   */
  input: { [name: string]: JsonValue };
  /** Where the pointer goes, in CSS pixels of the viewport, when the call has a box. */
  box?: { top: number; left: number; bottom: number; right: number } | undefined;
}

/**
 * Everything that happens in a session, in order. The act loop emits them and prints nothing;
 * traces, logs, progress and OpenTelemetry listen. Listeners must not throw: what they throw is
 * logged and dropped. URLs are told without user, password, signatures and tokens.
 */
export type NovaActEvent =
  | (At & { type: 'session.started'; startingPage?: string | undefined })
  | (AtAct & {
      type: 'act.started';
      prompt: string;
      maxSteps: number;
      timeoutMs?: number | undefined;
    })
  | (AtStep & {
      type: 'step.observed';
      observation: Observation;
      /** Absent when the step did not have to settle. */
      settled?: SettleReport | undefined;
      /** Of the document; not sent. */
      title?: string | undefined;
      /** What the page complained of since the look before; not sent. */
      problems?: readonly PageProblem[] | undefined;
      durationMs: number;
    })
  | (AtStep & {
      type: 'step.decided';
      /** Absent where the step is played from memory. */
      stepId?: string | undefined;
      /** Played from memory: the service was not asked. */
      played?: true | undefined;
      calls: CallView[];
      durationMs: number;
    })
  | (AtStep & { type: 'call.started'; call: CallView })
  | (AtStep & {
      type: 'call.finished';
      call: CallView;
      /** `redirect`: it failed and the agent was told what to try instead. */
      outcome: 'ok' | 'redirect' | 'failed';
      /** The text of the call's result, as sent to the service: `null` for what a hand did. */
      text: string;
      /** What an action of the browser says it did, `{ hit: 'button "Go"' }` say; not sent. */
      did?: JsonValue | undefined;
      /** What it was aimed at, where a trace is written: told of calls that failed too. */
      target?: string | undefined;
      durationMs: number;
    })
  | (AtStep & { type: 'step.finished'; durationMs: number })
  | (AtAct & {
      type: 'act.finished';
      status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
      metadata: ActMetadata;
      response?: string | undefined;
      error?: ErrorView | undefined;
      /** How it was done, as `toPlaywright()` reads it: where a trace is written, or the act is remembered. */
      recording?: JsonObject | undefined;
      /** What the page complained of since the last look. */
      problems?: readonly PageProblem[] | undefined;
    })
  /** A stop hook was not done. `abandoned`: it took too long, and is no longer waited for. */
  | (At & {
      type: 'hook.failed';
      /** The name of its function; `stop hook` for one without. */
      hook: string;
      outcome: 'failed' | 'abandoned';
      error: ErrorView;
    })
  | (At & { type: 'download' } & DownloadView)
  | (At & { type: 'session.stopped' });

/** What happens in an act, from `act.started` to `act.finished`. */
export type ActEvent = Extract<NovaActEvent, { actId: string }>;

/** Hears what happens; what it throws is logged, and ends nothing. */
export type EventListener = (event: NovaActEvent) => void;
