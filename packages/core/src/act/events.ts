import type { SettleReport } from '../browser/actuator.js';
import type { DownloadView } from '../browser/download-options.js';
import type { PageProblem } from '../browser/problems/page-problem.js';
import type { ActMetadata } from '../errors/act-metadata.js';
import type { JsonObject, JsonValue } from '../wire/json.js';
import type { Observation } from '../wire/observation.js';
import type { ErrorView } from './error-view.js';

/** Where an event happened. Times are epoch milliseconds. */
interface At {
  /** When it happened, in milliseconds since 1970. */
  atMs: number;
  /** The id of the run on the service. */
  workflowRunId: string;
  /** The id of the session on the service. */
  sessionId: string;
}
interface AtAct extends At {
  /** The id of the act on the service. */
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
  /** The function of the agent, such as `agentClick` or `takeObservation`, or the name of a tool. */
  name: string;
  /**
   * The decoded arguments, boxes in CSS pixels. A text to be typed is there as its length; once it is
   * typed as itself, unless its field hides it as password fields do.
   */
  input: { [name: string]: JsonValue };
  /** Where the pointer goes, in CSS pixels of the viewport, when the call has a box. */
  box?:
    | {
        /** The upper edge, in CSS pixels from the top of the viewport. */
        top: number;
        /** The left edge, in CSS pixels from the left of the viewport. */
        left: number;
        /** The lower edge, in CSS pixels from the top of the viewport. */
        bottom: number;
        /** The right edge, in CSS pixels from the left of the viewport. */
        right: number;
      }
    | undefined;
}

/**
 * Everything that happens in a session, in order. The act loop emits them and prints nothing;
 * traces, logs, progress and OpenTelemetry listen. Listeners must not throw: what they throw is
 * logged and dropped. URLs are told without user, password, signatures and tokens.
 */
export type NovaActEvent =
  | (At & {
      /** The browser is open, on its starting page, and the service knows the session. */
      type: 'session.started';
      /** The address that was given to start on, without what is secret in it; absent where none was. */
      startingPage?: string | undefined;
    })
  | (AtAct & {
      /** The service knows the act; nothing has been done for it yet. */
      type: 'act.started';
      /** What was asked, with secrets by their names. */
      prompt: string;
      /** How many steps of the service may be carried out; those played from memory do not count. */
      maxSteps: number;
      /** Milliseconds it is allowed, without those that people are waited for; absent without a limit. */
      timeoutMs?: number | undefined;
    })
  | (AtStep & {
      /** The page was looked at: a step begins. */
      type: 'step.observed';
      /** What the agent is shown: picture, address and sizes of the page. */
      observation: Observation;
      /** Absent when the step did not have to settle. */
      settled?: SettleReport | undefined;
      /** Of the document; not sent. */
      title?: string | undefined;
      /** What the page complained of since the look before; not sent. */
      problems?: readonly PageProblem[] | undefined;
      /** Milliseconds that the look took, without what was waited for before it. */
      durationMs: number;
    })
  | (AtStep & {
      /** What is to be done in the step is known: the service has answered, or it is remembered. */
      type: 'step.decided';
      /** Absent where the step is played from memory. */
      stepId?: string | undefined;
      /** Played from memory: the service was not asked. */
      played?: true | undefined;
      /** The calls of the step's program, in the order in which they are made. */
      calls: CallView[];
      /** Milliseconds that the service took to answer, tries included; of a played step, the memory. */
      durationMs: number;
    })
  | (AtStep & {
      /** A call is about to be made. */
      type: 'call.started';
      /** The call, its arguments decoded. */
      call: CallView;
    })
  | (AtStep & {
      /** A call has come to its end. */
      type: 'call.finished';
      /** The call; a text that was typed may now be shown as itself. */
      call: CallView;
      /** `redirect`: it failed and the agent was told what to try instead. */
      outcome: 'ok' | 'redirect' | 'failed';
      /** The text of the call's result, as sent to the service: `null` for what a hand did. */
      text: string;
      /** What an action of the browser says it did, `{ hit: 'button "Go"' }` say; not sent. */
      did?: JsonValue | undefined;
      /** What it was aimed at, where a trace is written: told of calls that failed too. */
      target?: string | undefined;
      /** Milliseconds that the call took, those that a person was waited for included. */
      durationMs: number;
    })
  | (AtStep & {
      /** All calls of the step that could be made have been made. */
      type: 'step.finished';
      /** Milliseconds from the beginning of the step's look to the end of its last call. */
      durationMs: number;
    })
  | (AtAct & {
      /** The act is over, however it ended. */
      type: 'act.finished';
      /** How it ended. */
      status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
      /** What the result or the error of the act has as its `metadata`: ids, times, steps. */
      metadata: ActMetadata;
      /** What the agent returned; absent where it returned nothing or did not come so far. */
      response?: string | undefined;
      /** What `act()` throws; absent of an act that succeeded. */
      error?: ErrorView | undefined;
      /** How it was done, as `toPlaywright()` reads it: where a trace is written, or the act is remembered. */
      recording?: JsonObject | undefined;
      /** What the page complained of since the last look. */
      problems?: readonly PageProblem[] | undefined;
    })
  /** A stop hook was not done. `abandoned`: it took too long, and is no longer waited for. */
  | (At & {
      /** A stop hook threw, or was given up. */
      type: 'hook.failed';
      /** The name of its function; `stop hook` for one without. */
      hook: string;
      /** `failed`: it threw. `abandoned`: it took too long, and is no longer waited for. */
      outcome: 'failed' | 'abandoned';
      /** What it threw, or that its time was up. */
      error: ErrorView;
    })
  | (At & {
      /** A file that a page gave has come to its end: saved, or not. */
      type: 'download';
    } & DownloadView)
  | (At & {
      /** A session that was started has ended; what it opened is closed. */
      type: 'session.stopped';
    });

/** What happens in an act, from `act.started` to `act.finished`. */
export type ActEvent = Extract<
  NovaActEvent,
  {
    /** The id of the act on the service. */
    actId: string;
  }
>;

/** Hears what happens; what it throws is logged, and ends nothing. */
export type EventListener = (event: NovaActEvent) => void;
