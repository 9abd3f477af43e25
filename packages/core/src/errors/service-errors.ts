import { ActError, type ActErrorOptions } from './act-error.js';

export interface ServiceErrorOptions extends ActErrorOptions {
  /** The operation that failed, such as `CreateWorkflowRun`. */
  operation: string;
  /** HTTP status; absent when no answer came. */
  status?: number;
  /** `x-amzn-requestid` or `x-amz-rid`: what support asks for. */
  requestId?: string;
  /** The service's own name for the error, such as `ThrottlingException`. */
  errorType?: string;
  /** The service's own reason, such as `FieldValidationFailed`. */
  reason?: string;
  /** The answer's body as received, cut at 10,000 characters. */
  rawResponse?: string;
  /** How often the request was sent in all. */
  attempts?: number;
  /** What the service asked to wait before another try. */
  retryAfterMs?: number;
  fields?: { name: string; message: string }[];
  resourceId?: string;
  resourceType?: string;
}

/** A request to the service did not succeed. The two branches say whose fault it was. */
export class ActServiceError extends ActError {
  override readonly name: string = 'ActServiceError';
  override readonly code: string = 'ACT_SERVICE_ERROR';
  readonly operation: string;
  declare readonly status?: number;
  declare readonly requestId?: string;
  declare readonly errorType?: string;
  declare readonly reason?: string;
  declare readonly rawResponse?: string;
  declare readonly attempts?: number;
  declare readonly retryAfterMs?: number;
  declare readonly fields?: { name: string; message: string }[];
  declare readonly resourceId?: string;
  declare readonly resourceType?: string;

  constructor(message: string, options: ServiceErrorOptions) {
    super(message, options);
    const { cause: _cause, metadata: _metadata, operation, ...facts } = options;
    this.operation = operation;
    Object.assign(this, facts);
  }
}

/** The request was refused (4xx): sending it again unchanged will not help. */
export class ActClientError extends ActServiceError {
  override readonly name: string = 'ActClientError';
  override readonly code: string = 'ACT_CLIENT_ERROR';
}

/** 400: a member of the request is not acceptable; `fields` names which. */
export class ActBadRequestError extends ActClientError {
  override readonly name: string = 'ActBadRequestError';
  override readonly code: string = 'ACT_BAD_REQUEST';
}

/** 401 or 403: the credentials are missing, wrong, expired or not allowed to do this. */
export class ActAccessDeniedError extends ActClientError {
  override readonly name: string = 'ActAccessDeniedError';
  override readonly code: string = 'ACT_ACCESS_DENIED';
}

/** 404: the workflow definition, run, session or act does not exist. */
export class ActNotFoundError extends ActClientError {
  override readonly name: string = 'ActNotFoundError';
  override readonly code: string = 'ACT_NOT_FOUND';
}

/** 409: the resource's state does not allow this (an ended run, a second terminal status). */
export class ActConflictError extends ActClientError {
  override readonly name: string = 'ActConflictError';
  override readonly code: string = 'ACT_CONFLICT';
}

/** The service's guardrails stopped the prompt or the page's content. */
export class ActGuardrailsError extends ActClientError {
  override readonly name: string = 'ActGuardrailsError';
  override readonly code: string = 'ACT_GUARDRAILS_TRIGGERED';
}

/** 429: too many requests. Also the root of the two quota errors. */
export class ActRateLimitExceededError extends ActClientError {
  override readonly name: string = 'ActRateLimitExceededError';
  override readonly code: string = 'ACT_RATE_LIMIT_EXCEEDED';
}

/** 429: throttled for the moment; a later try can succeed. */
export class ActRequestThrottledError extends ActRateLimitExceededError {
  override readonly name: string = 'ActRequestThrottledError';
  override readonly code: string = 'ACT_REQUEST_THROTTLED';
}

/** 429: the day's quota is used up; no retry today will succeed. */
export class ActDailyQuotaExceededError extends ActRateLimitExceededError {
  override readonly name: string = 'ActDailyQuotaExceededError';
  override readonly code: string = 'ACT_DAILY_QUOTA_EXCEEDED';
}

/** 402: a quota of the AWS account (concurrent sessions, definitions) is used up. */
export class ActServiceQuotaExceededError extends ActRateLimitExceededError {
  override readonly name: string = 'ActServiceQuotaExceededError';
  override readonly code: string = 'ACT_SERVICE_QUOTA_EXCEEDED';
}

/** The service or the way to it failed. */
export class ActServerError extends ActServiceError {
  override readonly name: string = 'ActServerError';
  override readonly code: string = 'ACT_SERVER_ERROR';
}

/** 5xx. */
export class ActInternalServerError extends ActServerError {
  override readonly name: string = 'ActInternalServerError';
  override readonly code: string = 'ACT_INTERNAL_SERVER_ERROR';
}

/** No answer: the connection failed, broke, or stayed silent for `requestTimeoutMs`. */
export class ActServiceUnavailableError extends ActServerError {
  override readonly name: string = 'ActServiceUnavailableError';
  override readonly code: string = 'ACT_SERVICE_UNAVAILABLE';
}

/** A 2xx answer that is not what the contract says: not JSON, not an object, members missing. */
export class ActBadResponseError extends ActServerError {
  override readonly name: string = 'ActBadResponseError';
  override readonly code: string = 'ACT_BAD_RESPONSE';
}
