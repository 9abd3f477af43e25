import type { Answer } from './answer.js';
import type { FaultDetail, ServiceFault } from './service-fault.js';

interface ApiKeyError {
  status: number;
  body: Record<string, unknown>;
  retryAfterSeconds?: number | undefined;
}

/** A success on the API-key surface. */
export function apiKeyAnswer(status: number, output: object, requestId: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amz-rid': requestId },
    body: JSON.stringify(output),
    delivery: 'whole',
  };
}

/** A fault in the API-key surface's shape: the status tells the kind, the body the rest. */
export function apiKeyFault(fault: ServiceFault, requestId: string): Answer {
  const error = describe(fault.detail);
  return {
    status: error.status,
    headers: {
      'content-type': 'application/json',
      'x-amz-rid': requestId,
      ...(error.retryAfterSeconds === undefined
        ? {}
        : { 'retry-after': String(error.retryAfterSeconds) }),
    },
    body: JSON.stringify({ message: fault.message, ...error.body }),
    delivery: 'whole',
  };
}

function describe(detail: FaultDetail): ApiKeyError {
  switch (detail.kind) {
    case 'validation':
      return { status: 400, body: { reason: 'INVALID_INPUT', fields: detail.fields } };
    case 'conflict':
      // This surface has no 409.
      return { status: 400, body: { reason: 'INVALID_INPUT' } };
    case 'guardrail':
      return { status: 400, body: { reason: 'AGENT_GUARDRAILS_TRIGGERED' } };
    case 'not-found':
      return {
        status: 404,
        body: { resourceId: detail.resourceId, resourceType: detail.resourceType },
      };
    case 'throttled':
      return {
        status: 429,
        body: { throttleType: 'RATE_LIMIT_EXCEEDED' },
        retryAfterSeconds: detail.retryAfterSeconds,
      };
    case 'quota':
      return { status: 429, body: { throttleType: 'DAILY_QUOTA_LIMIT_EXCEEDED' } };
    case 'internal':
      return {
        status: detail.status ?? 500,
        body: detail.reason === undefined ? {} : { reason: detail.reason },
        retryAfterSeconds: detail.retryAfterSeconds,
      };
    case 'unauthenticated':
      return { status: detail.code === 'MissingApiKey' ? 401 : 403, body: {} };
    case 'unknown-operation':
      return { status: 404, body: {} };
    case 'too-large':
      return { status: 413, body: {} };
  }
}
