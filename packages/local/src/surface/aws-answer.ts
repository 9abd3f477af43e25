import type { Answer } from './answer.js';
import type { FaultDetail, ServiceFault } from './service-fault.js';

interface AwsError {
  type: string;
  status: number;
  body: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** A success on the AWS surface. */
export function awsAnswer(status: number, output: object, requestId: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-requestid': requestId },
    body: JSON.stringify(output),
    delivery: 'whole',
  };
}

/** A fault in the shape AWS REST-JSON services give: `x-amzn-errortype`, and the members in the body. */
export function awsFault(fault: ServiceFault, requestId: string): Answer {
  const error = describe(fault.detail);
  return {
    status: error.status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': requestId,
      'x-amzn-errortype': error.type,
      ...error.headers,
    },
    body: JSON.stringify({ __type: error.type, message: fault.message, ...error.body }),
    delivery: 'whole',
  };
}

function describe(detail: FaultDetail): AwsError {
  switch (detail.kind) {
    case 'validation':
      return {
        type: 'ValidationException',
        status: 400,
        body: { reason: detail.reason, fieldList: detail.fields },
      };
    case 'guardrail':
      return {
        type: 'ValidationException',
        status: 400,
        body: { reason: 'GuardrailIntervened', fieldList: [] },
      };
    case 'not-found':
    case 'conflict':
      return {
        type: detail.kind === 'conflict' ? 'ConflictException' : 'ResourceNotFoundException',
        status: detail.kind === 'conflict' ? 409 : 404,
        body: { resourceId: detail.resourceId, resourceType: detail.resourceType },
      };
    case 'throttled':
      return {
        type: 'ThrottlingException',
        status: 429,
        body: { serviceCode: 'nova-act' },
        headers: retryAfter(detail.retryAfterSeconds),
      };
    case 'quota':
      return {
        type: 'ServiceQuotaExceededException',
        status: 402,
        body: {
          resourceId: 'local',
          resourceType: 'account',
          serviceCode: 'nova-act',
          quotaCode: 'L-LOCAL',
        },
      };
    case 'internal':
      return {
        type: 'InternalServerException',
        status: detail.status ?? 500,
        body: detail.reason === undefined ? {} : { reason: detail.reason },
        headers: retryAfter(detail.retryAfterSeconds),
      };
    case 'unauthenticated':
      return { type: detail.code, status: 403, body: {} };
    case 'unknown-operation':
      return { type: 'UnknownOperationException', status: 404, body: {} };
    case 'too-large':
      return { type: 'RequestEntityTooLargeException', status: 413, body: {} };
  }
}

function retryAfter(seconds: number | undefined): Record<string, string> {
  return seconds === undefined ? {} : { 'retry-after': String(seconds) };
}
