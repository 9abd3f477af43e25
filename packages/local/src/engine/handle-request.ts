import { checkApiKey } from '../auth/check-api-key.js';
import { checkSigV4, checkSigV4Head, type SigV4Rules, signingName } from '../auth/check-sigv4.js';
import { matchOperation, type Surface, surfaceOf } from '../contract/match-operation.js';
import { applyFault } from '../faults/apply-fault.js';
import type { OperationScope } from '../operations/scope.js';
import type { RequestRecord } from '../state/request-log.js';
import { StorageError } from '../state/storage-error.js';
import type { Answer, RawRequest, RequestHead } from '../surface/answer.js';
import { apiKeyAnswer, apiKeyFault } from '../surface/api-key-answer.js';
import { awsAnswer, awsFault } from '../surface/aws-answer.js';
import { readInput } from '../surface/read-input.js';
import { ServiceFault } from '../surface/service-fault.js';
import type { ServiceCore } from './service-core.js';

/**
 * Answers one request of either surface: authenticates it, validates it, carries it out, and writes it to the log.
 *
 * Rejects only when the client has gone away.
 */
export async function handleRequest(core: ServiceCore, request: RawRequest): Promise<Answer> {
  const { surface, path } = surfaceOf(request.path);
  const requestId = core.newId();
  const atMs = core.now();
  const log: RequestRecord = {
    surface,
    operation: undefined,
    method: request.method,
    path: cut(request.path, 1_000),
    requestId,
    atMs,
    durationMs: 0,
    status: 0,
    executed: false,
    bodyBytes: request.body.length,
    ...present('userAgent', request.headers['user-agent'], 300),
    ...present('clientSource', request.headers['x-client-source'], 300),
  };
  try {
    const answer = await answerRequest(core, request, surface, path, log);
    if (answer.delivery === 'whole' || answer.delivery === 'truncate') log.status = answer.status;
    return answer;
  } catch (error) {
    if (request.signal.aborted) throw error;
    const fault = asServiceFault(core, error);
    const answer = (surface === 'aws' ? awsFault : apiKeyFault)(fault, requestId);
    log.status = answer.status;
    log.errorType = answer.headers['x-amzn-errortype'] ?? fault.detail.kind;
    log.message = cut(fault.message, 2_000);
    return answer;
  } finally {
    log.durationMs = core.now() - atMs;
    core.requests.add(log);
  }
}

async function answerRequest(
  core: ServiceCore,
  request: RawRequest,
  surface: Surface,
  path: string,
  log: RequestRecord,
): Promise<Answer> {
  const matched = matchOperation(surface, request.method, path);
  log.operation = matched?.operation.name;
  authenticate(core, request, surface);
  if (isTelemetry(surface, request.method, path)) return apiKeyAnswer(200, {}, log.requestId);
  if (!matched)
    throw new ServiceFault(
      `There is no operation ${request.method} ${path} here. Mind the end of the path: invoke-step/ on the AWS surface, invoke-step on the API-key surface.`,
      { kind: 'unknown-operation' },
    );
  const { operation } = matched;
  const execute = async (): Promise<Answer> => {
    const input = readInput(matched, request.query, request.body);
    if (typeof input['clientToken'] === 'string') log.clientToken = input['clientToken'];
    const output = await core.operate(scopeOf(core, request, surface), operation.name, input);
    log.executed = true;
    const answer = surface === 'aws' ? awsAnswer : apiKeyAnswer;
    return answer(operation.status, output, log.requestId);
  };
  const fault = core.faults.next(surface, operation.name);
  if (!fault) return execute();
  log.fault = fault.kind;
  return applyFault(fault, { execute, pause: (ms) => core.pause(ms, request.signal) });
}

/** Other clients tell of their acts there. It is taken, and nothing is kept of it: it is about the client's own affairs. */
function isTelemetry(surface: Surface, method: string, path: string): boolean {
  return surface === 'api-key' && method === 'POST' && path === '/telemetry';
}

/**
 * What can be told of a request before its body: that it is a client's, that it is none, or (`by-body`) that only the
 * body can show it, as the signature is over the body and the client sent no `x-amz-content-sha256`.
 */
export type Admission = 'authenticated' | 'by-body' | 'refused';

export function admissionOf(core: ServiceCore, head: RequestHead): Admission {
  const { surface } = surfaceOf(head.path);
  try {
    if (surface === 'api-key') checkApiKey(head, core.apiKeys);
    else return checkSigV4Head(head, sigV4Rules(core)) ? 'authenticated' : 'by-body';
    return 'authenticated';
  } catch (error) {
    if (error instanceof ServiceFault) return 'refused';
    throw error;
  }
}

function authenticate(core: ServiceCore, request: RawRequest, surface: Surface): void {
  if (surface === 'api-key') checkApiKey(request, core.apiKeys);
  else checkSigV4(request, sigV4Rules(core));
}

function sigV4Rules({ credentials, rules, now }: ServiceCore): SigV4Rules {
  return { credentials, region: rules.region, service: signingName, now };
}

function scopeOf(core: ServiceCore, request: RawRequest, surface: Surface): OperationScope {
  return {
    surface,
    store: core.store,
    rules: core.rules,
    model: core.model,
    live: core.live,
    now: core.now,
    newId: core.newId,
    signal: request.signal,
  };
}

function asServiceFault(core: ServiceCore, error: unknown): ServiceFault {
  if (error instanceof ServiceFault) return error;
  core.onInternalError(error);
  // What the disk can't do the client should know: it is no bug, and its user can mend it.
  if (error instanceof StorageError) return new ServiceFault(error.message, { kind: 'internal' });
  return new ServiceFault('The local service failed; its log says why', { kind: 'internal' });
}

function present<Name extends string>(
  name: Name,
  value: string | undefined,
  maxLength: number,
): { [Key in Name]?: string } {
  return value === undefined
    ? {}
    : ({ [name]: cut(value, maxLength) } as { [Key in Name]: string });
}

/** As a copy, which keeps nothing of the request alive: anybody may send one, and thousands are remembered. */
function cut(text: string, maxLength: number): string {
  const shown = text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
  return Buffer.from(shown).toString();
}
