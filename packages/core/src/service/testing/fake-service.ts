import type { Clock } from '../../deadline/clock.js';

/** One request as the fake received it. */
export interface SeenRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
  rawBody: string;
  url: string;
}

export type Reply = Response | ((request: SeenRequest, signal: AbortSignal) => Promise<Response>);

/** Answers like a service whose every operation succeeds, unless replies are queued. */
export function fakeFetch(...queued: Reply[]) {
  const seen: SeenRequest[] = [];
  const answer: typeof fetch = async (input, init) => {
    const url = String(input);
    const rawBody = typeof init?.body === 'string' ? init.body : '';
    const request = {
      method: init?.method ?? 'GET',
      path: new URL(url).pathname,
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: rawBody === '' ? {} : JSON.parse(rawBody),
      rawBody,
      url,
    };
    seen.push(request);
    const signal = init?.signal ?? new AbortController().signal;
    const next = queued.shift();
    if (next === undefined) return succeed(request);
    return typeof next === 'function' ? next(request, signal) : next;
  };
  return { fetch: answer, seen };
}

export const RUN_ID = '11111111-1111-4111-8111-111111111111';
export const SESSION_ID = '22222222-2222-4222-8222-222222222222';
export const ACT_ID = '33333333-3333-4333-8333-333333333333';
export const STEP_ID = '44444444-4444-4444-8444-444444444444';

const BEGUN = { workflowRunId: RUN_ID, status: 'RUNNING', startedAt: '2026-01-02T03:04:05.678Z' };
export const RUN_ARN = `arn:aws:nova-act:us-east-1:123456789012:workflow-definition/flights/workflow-run/${RUN_ID}`;
const RUN = { ...BEGUN, workflowRunArn: RUN_ARN, modelId: 'nova-act-v1.0' };
const ACT = { ...BEGUN, sessionId: SESSION_ID, actId: ACT_ID };

function succeed({ method, path }: SeenRequest): Response {
  if (method === 'GET') return json(200, RUN);
  if (method === 'POST') {
    if (path.endsWith('/workflow-runs')) return json(200, { workflowRunSummaries: [RUN] });
    if (path.endsWith('/acts')) return json(200, { actSummaries: [ACT] });
    return json(200, { sessionSummaries: [{ sessionId: SESSION_ID }] });
  }
  if (path.endsWith('/workflow-runs'))
    return json(201, { workflowRunId: RUN_ID, status: 'RUNNING' });
  if (path.endsWith('/sessions')) return json(201, { sessionId: SESSION_ID });
  if (path.endsWith('/acts')) return json(201, { actId: ACT_ID, status: 'RUNNING' });
  if (/\/invoke-step\/?$/.test(path)) {
    return json(200, { stepId: STEP_ID, calls: [{ callId: 'c1', name: 'return', input: ['ok'] }] });
  }
  return json(200, {});
}

export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), { status, headers });
}

/** A connection that never answers; like the real one it ends with its signal. */
export const silent: Exclude<Reply, Response> = (_request, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** A connection that heeds no signal either. */
export const deaf: Exclude<Reply, Response> = () => new Promise(() => {});

export const unreachable: Reply = async () => {
  throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
};

/**
 * A clock that stands still. The deadline of an attempt (the timer of `attemptMs`) fires when
 * `timeOut` is called; every other wait is over at once. `waits` has what was waited for.
 */
export function standingClock({ startMs = 0, attemptMs = 60_000 } = {}) {
  let nowMs = startMs;
  const waits: number[] = [];
  const deadlines = new Set<() => void>();
  const clock: Clock = {
    now: () => nowMs,
    after(ms, fn) {
      const fire = () => {
        waits.push(ms);
        nowMs += ms;
        fn();
      };
      if (ms === attemptMs) {
        deadlines.add(fire);
        return () => deadlines.delete(fire);
      }
      const soon = setImmediate(fire);
      return () => clearImmediate(soon);
    },
  };
  const timeOut = () => {
    for (const fire of [...deadlines]) fire();
  };
  /** `reply`, and the deadline fires as soon as it has been asked for. */
  const timedOut = (reply: Exclude<Reply, Response>): Reply => {
    return (request, signal) => {
      setImmediate(timeOut);
      return reply(request, signal);
    };
  };
  return { clock, waits, timedOut };
}
