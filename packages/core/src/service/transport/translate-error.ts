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
  ActRequestTooLargeError,
  ActServiceQuotaExceededError,
  type ServiceErrorOptions,
} from '../../errors/index.js';
import { dateOf, MAX_SKEW_MS } from '../auth/refusal.js';
import { type Answer, objectOf, requestIdOf } from './answer.js';
import { remedyFor } from './remedy-for.js';
import { parseRetryAfter } from './retry-timing.js';

const MAX_RAW_LENGTH = 10_000;
const MAX_MESSAGE_LENGTH = 1_000;
const MAX_FIELDS = 100;

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
  const errorType = errorTypeOf(answer);
  const reason = text(body['reason']) ?? text(body['throttleType']);
  const resourceId = text(body['resourceId']);
  const resourceType = text(body['resourceType']);
  const serviceCode = text(body['serviceCode']);
  const quotaCode = text(body['quotaCode']);
  const fields = fieldsOf(body['fieldList'] ?? body['fields']);
  const facts: ServiceErrorOptions = {
    ...factsOf(answer),
    ...(errorType === undefined ? {} : { errorType }),
    ...(reason === undefined ? {} : { reason }),
    ...(resourceId === undefined ? {} : { resourceId }),
    ...(resourceType === undefined ? {} : { resourceType }),
    ...(serviceCode === undefined ? {} : { serviceCode }),
    ...(quotaCode === undefined ? {} : { quotaCode }),
    ...(fields.length === 0 ? {} : { fields }),
  };
  const said = text(body['message']) ?? text(body['Message']);
  if (answer.status === 413) return tooLarge(answer, said, facts);
  const listed = fields.map(({ name, message }) => `${name}: ${message}`).join('; ');
  const skew = clockSkew(answer);
  const message = `${answer.operation}: ${said ?? `HTTP ${answer.status}`}${listed ? ` (${listed})` : ''}${skew}`;
  const remedy = remedyFor(facts);
  const told = message.slice(0, MAX_MESSAGE_LENGTH);
  return errorOf(answer.status, remedy ? `${told.replace(/[.]$/, '')}. ${remedy}` : told, facts);
}

/** What the service has been seen to take; its model does not say. */
const USUAL_LIMIT = 'the limit is 5,000,000 bytes, as far as is known';

/** Whoever says it: the service, a gateway before it, a proxy on the way. */
function tooLarge(answer: Answer, said: string | undefined, facts: ServiceErrorOptions): ActError {
  const { operation, requestBytes } = answer;
  const size = requestBytes.toLocaleString('en-US');
  const theirs = said?.slice(0, MAX_MESSAGE_LENGTH / 2).replace(/\.$/, '') ?? 'HTTP 413';
  const limit = /\d/.test(said ?? '') ? theirs : `${theirs} (${USUAL_LIMIT})`;
  const message = `${operation}: the request of ${size} bytes is too large: ${limit}. ${SMALLER}`;
  return new ActRequestTooLargeError(message, { ...facts, requestBytes });
}

const SMALLER =
  'Make the screen smaller (screen: { width, height }), turn captureDom off, let tools return less, or give the agent fewer of them.';

type ServiceErrorClass = new (message: string, options: ServiceErrorOptions) => ActError;

const BY_TYPE: ReadonlyMap<string | undefined, ServiceErrorClass> = new Map<
  string | undefined,
  ServiceErrorClass
>([
  ['ThrottlingException', ActRequestThrottledError],
  ['ServiceQuotaExceededException', ActServiceQuotaExceededError],
  ['ValidationException', ActBadRequestError],
  ['ResourceNotFoundException', ActNotFoundError],
  ['ConflictException', ActConflictError],
  ['AccessDeniedException', ActAccessDeniedError],
]);

/** The API-key surface names no types; and AWS has some, for signatures say, that no model lists. */
const BY_STATUS: ReadonlyMap<number, ServiceErrorClass> = new Map<number, ServiceErrorClass>([
  [400, ActBadRequestError],
  [401, ActAccessDeniedError],
  [402, ActServiceQuotaExceededError],
  [403, ActAccessDeniedError],
  [404, ActNotFoundError],
  [409, ActConflictError],
  [429, ActRequestThrottledError],
]);

const BY_REASON: ReadonlyMap<string | undefined, ServiceErrorClass> = new Map<
  string | undefined,
  ServiceErrorClass
>([
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

/** The refusal of a late signature does not say whose clock is wrong. */
function clockSkew({ status, headers, receivedAtMs }: Answer): string {
  const serviceMs = dateOf(headers);
  if ((status !== 403 && status !== 401) || serviceMs === undefined) return '';
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
export function errorTypeOf({ headers, body: sent }: Answer): string | undefined {
  const body = objectOf(sent) ?? {};
  const given = headers.get('x-amzn-errortype') ?? text(body['__type']);
  const name = given?.replace(/^.*#/, '').replace(/:.*$/s, '').trim();
  return name || undefined;
}

function fieldsOf(value: unknown): { name: string; message: string }[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_FIELDS).flatMap((item: unknown) => {
    const { name, message } = (item ?? {}) as Record<string, unknown>;
    return typeof name === 'string' && typeof message === 'string'
      ? [{ name: name.slice(0, MAX_MESSAGE_LENGTH), message: message.slice(0, MAX_MESSAGE_LENGTH) }]
      : [];
  });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, MAX_MESSAGE_LENGTH) : undefined;
}
