import { plainLine } from '../errors/plain-text.js';
import type { ActTrace, ActTraceStatus } from './act-trace.js';

/** One act in the list of its session. */
export interface SessionActTrace {
  /** 1 for the first act of the session. */
  act: number;
  /** The id of the act on the service. */
  actId: string;
  /** What was asked, cut at 300 characters. */
  prompt: string;
  status: ActTraceStatus;
  /** When the act began, in epoch milliseconds. */
  startedAtMs: number;
  endedAtMs?: number | undefined;
  /** Steps that the service was asked for. */
  numStepsExecuted: number;
  /** Steps that were played from memory. */
  numStepsPlayed: number;
  timeWorkedMs: number;
  /** Milliseconds that people took to answer. */
  humanWaitMs: number;
  serverTimeMs: number;
  /** The answer, or the error's message; cut at 300 characters. */
  outcome?: string | undefined;
  /** The name of its HTML file in the same folder; absent while the act runs. */
  page?: string | undefined;
  /** The last picture of it, relative to the folder. */
  screenshot?: string | undefined;
}

/** What the acts of a session have come to. Times are milliseconds. */
export interface SessionTotals {
  acts: number;
  succeeded: number;
  failed: number;
  timedOut: number;
  running: number;
  /** Steps that the service was asked for. */
  numStepsExecuted: number;
  /** Steps that were played from memory. */
  numStepsPlayed: number;
  timeWorkedMs: number;
  /** Milliseconds that people took to answer. */
  humanWaitMs: number;
  serverTimeMs: number;
}

/** A session as plain data: its acts in their order, and their sums. */
export interface SessionTrace {
  /** The version of this shape. */
  version: 1;
  /** The id of the run on the service. */
  workflowRunId: string;
  /** The name of the workflow definition. */
  workflowDefinitionName?: string | undefined;
  /** The id of the session on the service. */
  sessionId: string;
  /** The address that the session began on. */
  startingPage?: string | undefined;
  /** What they come to together. */
  totals: SessionTotals;
  /** The acts so far, oldest first. */
  acts: SessionActTrace[];
}

const MAX_TEXT = 300;

/** Puts an act into its session, in the place of what was known of it before; the totals follow. */
export function noteAct(session: SessionTrace, trace: ActTrace, page?: string): void {
  const { actId, act, status, startedAtMs, endedAtMs, numStepsExecuted } = trace;
  const outcome = trace.error ? trace.error.message : trace.response;
  const screenshot = trace.steps.at(-1)?.screenshot;
  const noted: SessionActTrace = {
    act,
    actId,
    prompt: plainLine(trace.prompt, MAX_TEXT),
    status,
    startedAtMs,
    ...(endedAtMs === undefined ? {} : { endedAtMs }),
    numStepsExecuted,
    numStepsPlayed: trace.steps.filter(({ played }) => played).length,
    timeWorkedMs: trace.timeWorkedMs ?? 0,
    humanWaitMs: trace.humanWaitMs ?? 0,
    serverTimeMs: trace.serverTimeMs ?? 0,
    ...(outcome === undefined ? {} : { outcome: plainLine(outcome, MAX_TEXT) }),
    ...(page === undefined ? {} : { page }),
    ...(screenshot === undefined ? {} : { screenshot }),
  };
  const at = session.acts.findIndex((known) => known.actId === actId);
  if (at < 0) session.acts.push(noted);
  else session.acts[at] = noted;
  const { workflowDefinitionName } = trace;
  if (workflowDefinitionName !== undefined) session.workflowDefinitionName = workflowDefinitionName;
  session.totals = totalsOf(session.acts);
}

const COUNTERS = {
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timedOut',
  RUNNING: 'running',
} as const;
const SUMMED = [
  'numStepsExecuted',
  'numStepsPlayed',
  'timeWorkedMs',
  'humanWaitMs',
  'serverTimeMs',
] as const;

export function totalsOf(acts: readonly SessionActTrace[]): SessionTotals {
  const totals: SessionTotals = {
    acts: acts.length,
    succeeded: 0,
    failed: 0,
    timedOut: 0,
    running: 0,
    numStepsExecuted: 0,
    numStepsPlayed: 0,
    timeWorkedMs: 0,
    humanWaitMs: 0,
    serverTimeMs: 0,
  };
  for (const act of acts) {
    totals[COUNTERS[act.status]]++;
    for (const key of SUMMED) totals[key] += act[key];
  }
  return totals;
}
