import type { SettleReport } from '../browser/actuator.js';
import type { ActMetadata } from '../errors/act-error.js';
import type { JsonValue } from '../wire/json.js';
import type { Observation } from '../wire/observation.js';

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
  callId: string;
  name: string;
  /** The decoded arguments, boxes in CSS pixels. */
  input: { [name: string]: JsonValue };
  /** Where the pointer goes, in CSS pixels of the viewport, when the call has a box. */
  box?: { top: number; left: number; bottom: number; right: number };
}

/**
 * Everything that happens in a session, in order. The act loop emits them and prints nothing;
 * traces, logs, progress and OpenTelemetry listen. Listeners must not throw: what they throw is
 * logged and dropped.
 */
export type NovaActEvent =
  | (At & { type: 'session.started'; startingPage?: string })
  | (AtAct & { type: 'act.started'; prompt: string; maxSteps: number; timeoutMs?: number })
  | (AtStep & {
      type: 'step.observed';
      observation: Observation;
      /** Absent when the step did not have to settle. */
      settled?: SettleReport;
      durationMs: number;
    })
  | (AtStep & { type: 'step.decided'; stepId: string; calls: CallView[]; durationMs: number })
  | (AtStep & { type: 'call.started'; call: CallView })
  | (AtStep & {
      type: 'call.finished';
      call: CallView;
      /** `redirect`: it failed and the agent was told what to try instead. */
      outcome: 'ok' | 'redirect' | 'failed';
      /** The text of the call's result, as sent to the service. */
      text: string;
      durationMs: number;
    })
  | (AtStep & { type: 'step.finished'; durationMs: number })
  | (AtAct & {
      type: 'act.finished';
      status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
      metadata: ActMetadata;
      response?: string;
      error?: { name: string; code?: string; message: string };
    })
  | (At & { type: 'session.stopped' });

export type EventListener = (event: NovaActEvent) => void;
