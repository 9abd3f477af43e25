import { ActError, type ActErrorOptions } from './act-error.js';
import type { NovaActErrorCode } from './codes.js';

export interface ServiceErrorOptions extends ActErrorOptions {
  /** The operation that failed, such as `CreateWorkflowRun`. */
  operation: string;
  /** HTTP status; absent when no answer came. */
  status?: number | undefined;
  /** `x-amzn-requestid` or `x-amz-rid`: what support asks for. */
  requestId?: string | undefined;
  /** The service's own name for the error, such as `ThrottlingException`. */
  errorType?: string | undefined;
  /** The service's own reason, such as `FieldValidationFailed`. */
  reason?: string | undefined;
  /** The answer's body as received, cut at 10,000 characters. */
  rawResponse?: string | undefined;
  /** How often the request was sent in all. */
  attempts?: number | undefined;
  /** Whether the service may have carried out this request in one of its attempts. */
  mayHaveExecuted?: boolean | undefined;
  /** What the service asked to wait before another try. */
  retryAfterMs?: number | undefined;
  fields?: { name: string; message: string }[] | undefined;
  resourceId?: string | undefined;
  resourceType?: string | undefined;
  serviceCode?: string | undefined;
  quotaCode?: string | undefined;
}

/** A request to the service did not succeed. The two branches say whose fault it was. */
export class ActServiceError extends ActError {
  override readonly name: string = 'ActServiceError';
  override readonly code: NovaActErrorCode = 'ACT_SERVICE_ERROR';
  /** The operation that failed, such as `CreateWorkflowRun`. */
  readonly operation: string;
  /** HTTP status; absent when no answer came. */
  declare readonly status?: number | undefined;
  /** `x-amzn-requestid` or `x-amz-rid`: what support asks for. */
  declare readonly requestId?: string | undefined;
  /** The service's own name for the error, such as `ThrottlingException`. */
  declare readonly errorType?: string | undefined;
  /** The service's own reason, such as `FieldValidationFailed`. */
  declare readonly reason?: string | undefined;
  /** The answer's body as received, cut at 10,000 characters. */
  declare readonly rawResponse?: string | undefined;
  /** How often the request was sent in all. */
  declare readonly attempts?: number | undefined;
  /**
   * True when the service may have carried out the request all the same: one of its attempts, this or an
   * earlier one, was sent and got no answer, one of 5xx, or one that cannot be read. What was throttled, refused or never reached
   * the service was not carried out.
   */
  declare readonly mayHaveExecuted?: boolean | undefined;
  /** Of a refused terminal status: the one that is on record instead, where that is known. */
  declare recordedStatus?: string | undefined;
  /** Milliseconds that the service asked to wait before another try. */
  declare readonly retryAfterMs?: number | undefined;
  /** The members of the request that the service did not accept, and why. */
  declare readonly fields?:
    | {
        /** The member of the request, as the service names it. */
        name: string;
        /** Why the service did not accept it, in its own words. */
        message: string;
      }[]
    | undefined;
  /** The id of the resource that the error is about, where the service names it. */
  declare readonly resourceId?: string | undefined;
  /** The kind of that resource, such as `WorkflowRun`. */
  declare readonly resourceType?: string | undefined;
  /** Of a quota or a throttle: the service that Service Quotas lists it under. */
  declare readonly serviceCode?: string | undefined;
  /** Of a quota or a throttle: its name in Service Quotas, such as `L-1234ABCD`. */
  declare readonly quotaCode?: string | undefined;

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
  override readonly code: NovaActErrorCode = 'ACT_CLIENT_ERROR';
}

/** 400: a member of the request is not acceptable; `fields` names which. */
export class ActBadRequestError extends ActClientError {
  override readonly name: string = 'ActBadRequestError';
  override readonly code = 'ACT_BAD_REQUEST';
}

/** 401 or 403: the credentials are missing, wrong, expired or not allowed to do this. */
export class ActAccessDeniedError extends ActClientError {
  override readonly name: string = 'ActAccessDeniedError';
  override readonly code = 'ACT_ACCESS_DENIED';
}

/** 404: the workflow definition, run, session or act does not exist. */
export class ActNotFoundError extends ActClientError {
  override readonly name: string = 'ActNotFoundError';
  override readonly code = 'ACT_NOT_FOUND';
}

/** 409: the resource's state does not allow this (an ended run, a second terminal status). */
export class ActConflictError extends ActClientError {
  override readonly name: string = 'ActConflictError';
  override readonly code = 'ACT_CONFLICT';
}

/**
 * 413: a request is larger than the service takes (5 MB, as far as is known), most often a step with a large picture,
 * DOM capture or tool results. `requestBytes` is its size; the message says the limit, if the service did.
 */
export class ActRequestTooLargeError extends ActClientError {
  override readonly name: string = 'ActRequestTooLargeError';
  override readonly code = 'ACT_REQUEST_TOO_LARGE';
  /** The size of the request, in bytes. */
  readonly requestBytes: number;

  constructor(message: string, options: ServiceErrorOptions & { requestBytes: number }) {
    const { requestBytes, ...facts } = options;
    super(message, facts);
    this.requestBytes = requestBytes;
  }
}

/** The service's guardrails stopped the prompt or the page's content. */
export class ActGuardrailsError extends ActClientError {
  override readonly name: string = 'ActGuardrailsError';
  override readonly code = 'ACT_GUARDRAILS_TRIGGERED';
}

/** 429: too many requests. Also the root of the two quota errors. */
export class ActRateLimitExceededError extends ActClientError {
  override readonly name: string = 'ActRateLimitExceededError';
  override readonly code: NovaActErrorCode = 'ACT_RATE_LIMIT_EXCEEDED';
}

/** 429: throttled for the moment; a later try can succeed. */
export class ActRequestThrottledError extends ActRateLimitExceededError {
  override readonly name: string = 'ActRequestThrottledError';
  override readonly code = 'ACT_REQUEST_THROTTLED';
}

/** 429: the day's quota is used up; no retry today will succeed. */
export class ActDailyQuotaExceededError extends ActRateLimitExceededError {
  override readonly name: string = 'ActDailyQuotaExceededError';
  override readonly code = 'ACT_DAILY_QUOTA_EXCEEDED';
}

/**
 * 402: a quota of the AWS account (concurrent sessions, definitions) is used up. `quotaCode` and
 * `serviceCode` name it, `resourceType` and `resourceId` what it was used up by, and the message says
 * where a higher one is asked for.
 */
export class ActServiceQuotaExceededError extends ActRateLimitExceededError {
  override readonly name: string = 'ActServiceQuotaExceededError';
  override readonly code = 'ACT_SERVICE_QUOTA_EXCEEDED';
}

/** The service or the way to it failed. */
export class ActServerError extends ActServiceError {
  override readonly name: string = 'ActServerError';
  override readonly code: NovaActErrorCode = 'ACT_SERVER_ERROR';
}

/** 5xx: the service failed. Whether it may have carried the request out all the same says `mayHaveExecuted`. */
export class ActInternalServerError extends ActServerError {
  override readonly name: string = 'ActInternalServerError';
  override readonly code = 'ACT_INTERNAL_SERVER_ERROR';
}

/** No answer: the connection failed, broke, or stayed silent for `requestTimeoutMs`. */
export class ActServiceUnavailableError extends ActServerError {
  override readonly name: string = 'ActServiceUnavailableError';
  override readonly code = 'ACT_SERVICE_UNAVAILABLE';
}

/** A 2xx answer that is not what the contract says: not JSON, not an object, members missing. */
export class ActBadResponseError extends ActServerError {
  override readonly name: string = 'ActBadResponseError';
  override readonly code = 'ACT_BAD_RESPONSE';
}
