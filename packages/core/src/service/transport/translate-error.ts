import {
  ActAccessDeniedError,
  ActBadRequestError,
  ActBadResponseError,
  ActClientError,
  ActConflictError,
  ActDailyQuotaExceededError,
  type ActError,
  ActGuardrailsError,
  ActInternalServerError,
  ActInvalidModelGenerationError,
  ActNotFoundError,
  ActRequestThrottledError,
  ActServiceQuotaExceededError,
  type ServiceErrorOptions,
} from '../../errors/index.js';
import { type Answer, objectOf, requestIdOf } from './answer.js';
import { parseRetryAfter } from './retry-timing.js';

const MAX_RAW_LENGTH = 10_000;
const MAX_MESSAGE_LENGTH = 1_000;

/** The facts of an answer that every error about it carries. */
export function factsOf(answer: Answer): ServiceErrorOptions {
  const { operation, status, headers, body, attempt } = answer;
  const requestId = requestIdOf(headers);
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'), answer.receivedAtMs);
  return {
    operation,
    status,
    attempts: attempt,
    ...(body === '' ? {} : { rawResponse: body.slice(0, MAX_RAW_LENGTH) }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** The error that an answer other than 2xx stands for, on either surface. */
export function translateError(answer: Answer): ActError {
  const body = objectOf(answer.body) ?? {};
  const errorType = errorTypeOf(answer.headers, body);
  const reason = text(body['reason']) ?? text(body['throttleType']);
  const resourceId = text(body['resourceId']);
  const resourceType = text(body['resourceType']);
  const fields = fieldsOf(body['fieldList'] ?? body['fields']);
  const facts: ServiceErrorOptions = {
    ...factsOf(answer),
    ...(errorType === undefined ? {} : { errorType }),
    ...(reason === undefined ? {} : { reason }),
    ...(resourceId === undefined ? {} : { resourceId }),
    ...(resourceType === undefined ? {} : { resourceType }),
    ...(fields.length === 0 ? {} : { fields }),
  };
  const said = text(body['message']) ?? text(body['Message']) ?? `HTTP ${answer.status}`;
  const listed = fields.map(({ name, message }) => `${name}: ${message}`).join('; ');
  const skew = clockSkew(answer);
  const message = `${answer.operation}: ${said}${listed ? ` (${listed})` : ''}${skew}`;
  return errorOf(answer.status, message.slice(0, MAX_MESSAGE_LENGTH), facts);
}

type ServiceErrorClass = new (message: string, options: ServiceErrorOptions) => ActError;

const BY_TYPE: ReadonlyMap<string | undefined, ServiceErrorClass> = new Map([
  ['ThrottlingException', ActRequestThrottledError],
  ['ServiceQuotaExceededException', ActServiceQuotaExceededError],
  ['ValidationException', ActBadRequestError],
  ['ResourceNotFoundException', ActNotFoundError],
  ['ConflictException', ActConflictError],
  ['AccessDeniedException', ActAccessDeniedError],
]);

/** The API-key surface names no types; and AWS has some, for signatures say, that no model lists. */
const BY_STATUS: ReadonlyMap<number, ServiceErrorClass> = new Map([
  [400, ActBadRequestError],
  [401, ActAccessDeniedError],
  [402, ActServiceQuotaExceededError],
  [403, ActAccessDeniedError],
  [404, ActNotFoundError],
  [409, ActConflictError],
  [429, ActRequestThrottledError],
]);

const BY_REASON: ReadonlyMap<string | undefined, ServiceErrorClass> = new Map([
  ['GuardrailIntervened', ActGuardrailsError],
  ['AGENT_GUARDRAILS_TRIGGERED', ActGuardrailsError],
  ['DAILY_QUOTA_LIMIT_EXCEEDED', ActDailyQuotaExceededError],
]);

function errorOf(status: number, message: string, facts: ServiceErrorOptions): ActError {
  const { errorType, reason } = facts;
  const named = BY_REASON.get(reason) ?? BY_TYPE.get(errorType) ?? BY_STATUS.get(status);
  if (named) return new named(message, facts);
  if (status >= 500) return serverError(message, facts);
  return status >= 400 ? new ActClientError(message, facts) : unexpected(message, facts);
}

function serverError(message: string, facts: ServiceErrorOptions): ActError {
  const error = new ActInternalServerError(message, facts);
  if (facts.reason !== 'InvalidModelGeneration') return error;
  return new ActInvalidModelGenerationError(message, {
    cause: error,
    rawResponse: facts.rawResponse ?? '',
  });
}

/** Signatures are good for five minutes, and the refusal of a late one does not say whose clock is wrong. */
const MAX_SKEW_MS = 4 * 60_000;

function clockSkew({ status, headers, receivedAtMs }: Answer): string {
  const serviceMs = Date.parse(headers.get('date') ?? '');
  if ((status !== 403 && status !== 401) || Number.isNaN(serviceMs)) return '';
  const aheadMs = receivedAtMs - serviceMs;
  if (Math.abs(aheadMs) <= MAX_SKEW_MS) return '';
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  return ` (this machine's clock is ${minutes} minutes ${aheadMs > 0 ? 'ahead of' : 'behind'} the service's)`;
}

/** Redirects are not followed: the credentials are for the endpoint given, and for no other. */
function unexpected(message: string, facts: ServiceErrorOptions): ActError {
  const redirect = (facts.status ?? 0) >= 300;
  const hint = redirect ? ' (a redirect, which is not followed; check the endpoint URL)' : '';
  return new ActBadResponseError(`${message}${hint}`, facts);
}

/** `ns#Name:http://…` → `Name`. */
function errorTypeOf(headers: Headers, body: Record<string, unknown>): string | undefined {
  const given = headers.get('x-amzn-errortype') ?? text(body['__type']);
  const name = given?.replace(/^.*#/, '').replace(/:.*$/s, '').trim();
  return name || undefined;
}

function fieldsOf(value: unknown): { name: string; message: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const { name, message } = (item ?? {}) as Record<string, unknown>;
    return typeof name === 'string' && typeof message === 'string' ? [{ name, message }] : [];
  });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
