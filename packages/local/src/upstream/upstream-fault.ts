import { isRecord } from '../contract/validate.js';
import { type FaultDetail, ServiceFault } from '../surface/service-fault.js';

/** An error answer of the upstream, to be given on to the client in the shape of its own surface. */
export function upstreamFault(
  surface: 'aws' | 'api-key',
  response: Pick<Response, 'status' | 'headers'>,
  text: string,
  hide: (text: string) => string,
): ServiceFault {
  const body = parseObject(text);
  const type = errorType(response, body);
  const given = body['message'] ?? body['Message'];
  const said = hide(typeof given === 'string' && given !== '' ? given : `HTTP ${response.status}`);
  const detail = surface === 'aws' ? awsDetail(type, response, body) : apiKeyDetail(response, body);
  if (detail.kind === 'unauthenticated')
    return new ServiceFault(
      `The upstream does not accept the credentials that this local service was given: ${said}`,
      detail,
    );
  return new ServiceFault(said, detail);
}

function errorType({ headers }: Pick<Response, 'headers'>, body: Record<string, unknown>): string {
  const raw = headers.get('x-amzn-errortype') ?? body['__type'];
  const name = typeof raw === 'string' ? raw : '';
  return name.replace(/:.*$/s, '').replace(/^.*#/s, '');
}

function awsDetail(
  type: string,
  response: Pick<Response, 'status' | 'headers'>,
  body: Record<string, unknown>,
): FaultDetail {
  switch (type) {
    case 'ValidationException':
      if (body['reason'] === 'GuardrailIntervened') return { kind: 'guardrail' };
      return {
        kind: 'validation',
        reason: body['reason'] === 'InvalidStatus' ? 'InvalidStatus' : 'FieldValidationFailed',
        fields: fieldsOf(body['fieldList']),
      };
    case 'ResourceNotFoundException':
    case 'ConflictException':
      return {
        kind: type === 'ConflictException' ? 'conflict' : 'not-found',
        ...resourceOf(body),
      };
    case 'ThrottlingException':
      return throttled(response);
    case 'ServiceQuotaExceededException':
      return { kind: 'quota' };
  }
  if (response.status === 401 || response.status === 403)
    return { kind: 'unauthenticated', code: 'AccessDeniedException' };
  return otherDetail(response, body);
}

function apiKeyDetail(
  response: Pick<Response, 'status' | 'headers'>,
  body: Record<string, unknown>,
): FaultDetail {
  switch (response.status) {
    case 400:
      if (body['reason'] === 'AGENT_GUARDRAILS_TRIGGERED') return { kind: 'guardrail' };
      return {
        kind: 'validation',
        reason: 'FieldValidationFailed',
        fields: fieldsOf(body['fields']),
      };
    case 401:
    case 403:
      return { kind: 'unauthenticated', code: 'AccessDeniedException' };
    case 404:
      return { kind: 'not-found', ...resourceOf(body) };
    case 429:
      if (body['throttleType'] === 'DAILY_QUOTA_LIMIT_EXCEEDED') return { kind: 'quota' };
      return throttled(response);
  }
  return otherDetail(response, body);
}

function otherDetail(
  response: Pick<Response, 'status' | 'headers'>,
  body: Record<string, unknown>,
): FaultDetail {
  if (response.status === 429) return throttled(response);
  if (response.status === 413) return { kind: 'too-large' };
  const { reason } = body;
  return {
    kind: 'internal',
    // Anything that is no failure of its own is a bad answer to this gateway.
    status: response.status >= 500 ? response.status : 502,
    ...(reason === 'InvalidModelGeneration' || reason === 'RequestTokenLimitExceeded'
      ? { reason }
      : {}),
    ...retryAfter(response),
  };
}

function throttled(response: Pick<Response, 'headers'>): FaultDetail {
  return { kind: 'throttled', ...retryAfter(response) };
}

function retryAfter({ headers }: Pick<Response, 'headers'>): { retryAfterSeconds?: number } {
  const value = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(value)) return { retryAfterSeconds: Number(value) };
  const dateMs = Date.parse(value);
  return Number.isNaN(dateMs)
    ? {}
    : { retryAfterSeconds: Math.max(0, Math.ceil((dateMs - Date.now()) / 1000)) };
}

function resourceOf(body: Record<string, unknown>): { resourceId: string; resourceType: string } {
  return {
    resourceId: String(body['resourceId'] ?? ''),
    resourceType: String(body['resourceType'] ?? ''),
  };
}

function fieldsOf(value: unknown): { name: string; message: string }[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .map(({ name, message }) => ({ name: String(name ?? ''), message: String(message ?? '') }));
}

/** The body of an answer that should be a JSON object; an empty one when it is none. */
export function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
