import type { AttemptNotice } from '../../diagnostics/attempt-notice.js';
import type { Redact } from '../presentable.js';
import type { Attributes, OpenTelemetrySpan } from './api.js';
import { actKey, modelKey, runKey, sessionKey, stepKey } from './keys.js';
import type { KnownRuns } from './known-runs.js';
import type { Metrics } from './metrics.js';
import type { OpenSpans } from './open-spans.js';

/** Tells one try of a request, which is over, in what it was for. */
export function tellAttempt<Context, Span extends OpenTelemetrySpan>(
  notice: AttemptNotice,
  asked: (actId: string) => void,
  spans: OpenSpans<Context, Span>,
  metrics: Metrics,
  known: KnownRuns,
  present: Redact,
): void {
  const { operation, method, url, attempt, startedAtMs, endedAtMs, status, requestId } = notice;
  const { hostname, port, protocol, pathname } = new URL(url);
  const type = notice.error ?? (status !== undefined && status >= 400 ? String(status) : undefined);
  const shared: Attributes = {
    'rpc.method': operation,
    'server.address': hostname,
    'server.port': Number(port) || (protocol === 'http:' ? 80 : 443),
    ...(status === undefined ? {} : { 'http.response.status_code': status }),
  };
  const idOf = idsIn(pathname);
  if (operation === 'InvokeActStep') asked(idOf('acts'));
  const key = `attempt ${operation} ${attempt} ${startedAtMs}`;
  spans.begin(key, {
    name: method,
    within: aboveOf(idOf, known),
    atMs: startedAtMs,
    isClient: true,
    attributes: {
      ...shared,
      'http.request.method': method,
      'url.full': present(url),
      ...(attempt > 1 ? { 'http.request.resend_count': attempt - 1 } : {}),
      'rpc.system': 'aws-api',
      'rpc.service': 'NovaAct',
      ...(requestId === undefined ? {} : { 'aws.request_id': requestId }),
    },
  });
  const error = type === undefined ? undefined : { type, message: type };
  spans.end(key, { atMs: endedAtMs, error });
  metrics.attempt(
    endedAtMs - startedAtMs,
    error ? { ...shared, 'error.type': error.type } : shared,
  );
}

/** The ids in a path, by what they are of: `/…/acts/<id>/…`. */
function idsIn(pathname: string): (kind: string) => string {
  const parts = pathname.split('/');
  return (kind) => {
    const at = parts.indexOf(kind);
    return at < 0 ? '' : (parts[at + 1] ?? '');
  };
}

/** What a request is part of, innermost first. */
function aboveOf(idOf: (kind: string) => string, known: KnownRuns): string[] {
  const act = idOf('acts');
  const step = known.steps.get(act);
  return [
    ...(step === undefined ? [] : [modelKey(act, step), stepKey(act, step)]),
    actKey(act),
    sessionKey(idOf('sessions')),
    runKey(idOf('workflow-runs')),
  ];
}
