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
        ...kindOfStatus(detail.status ?? 500),
        status: detail.status ?? 500,
        ...(detail.reason === undefined ? {} : { body: { reason: detail.reason } }),
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

const NOTHING = {
  resourceId: '00000000-0000-0000-0000-000000000000',
  resourceType: 'made-up',
};

/** What answers with a status that was asked for by itself: the model's own error of it, else AWS's usual one. */
const KINDS: Readonly<Record<number, Pick<AwsError, 'type' | 'body'>>> = {
  400: {
    type: 'ValidationException',
    body: { reason: 'FieldValidationFailed', fieldList: [] },
  },
  401: { type: 'UnrecognizedClientException', body: {} },
  402: {
    type: 'ServiceQuotaExceededException',
    body: { ...NOTHING, serviceCode: 'nova-act', quotaCode: 'L-LOCAL' },
  },
  403: { type: 'AccessDeniedException', body: {} },
  404: { type: 'ResourceNotFoundException', body: NOTHING },
  408: { type: 'RequestTimeoutException', body: {} },
  409: { type: 'ConflictException', body: NOTHING },
  413: { type: 'RequestEntityTooLargeException', body: {} },
  429: { type: 'ThrottlingException', body: { serviceCode: 'nova-act' } },
  500: { type: 'InternalServerException', body: {} },
  503: { type: 'ServiceUnavailableException', body: {} },
};

/** A status that AWS has no error for has one of its own, so that no client takes it for another. */
function kindOfStatus(status: number): Pick<AwsError, 'type' | 'body'> {
  return KINDS[status] ?? { type: `Status${status}Exception`, body: {} };
}

function retryAfter(seconds: number | undefined): Record<string, string> {
  return seconds === undefined ? {} : { 'retry-after': String(seconds) };
}
