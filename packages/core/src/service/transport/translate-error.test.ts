import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translateError } from './translate-error.js';

function translated(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return translateError({
    operation: 'InvokeActStep',
    status,
    headers: new Headers(headers),
    body: text,
    attempt: 1,
    receivedAtMs: 0,
  });
}

const type = (name: string) => ({ 'x-amzn-errortype': name });

describe('translateError', () => {
  it.each([
    ['ActRequestThrottledError', 429, 'ThrottlingException', {}],
    ['ActServiceQuotaExceededError', 402, 'ServiceQuotaExceededException', {}],
    ['ActBadRequestError', 400, 'ValidationException', { reason: 'FieldValidationFailed' }],
    ['ActBadRequestError', 400, 'ValidationException', { reason: 'InvalidStatus' }],
    ['ActGuardrailsError', 400, 'ValidationException', { reason: 'GuardrailIntervened' }],
    ['ActAccessDeniedError', 403, 'AccessDeniedException', {}],
    ['ActAccessDeniedError', 403, 'InvalidSignatureException', {}],
    ['ActAccessDeniedError', 400, 'AccessDeniedException', {}],
    ['ActNotFoundError', 404, 'ResourceNotFoundException', {}],
    ['ActConflictError', 409, 'ConflictException', {}],
    ['ActInternalServerError', 500, 'InternalServerException', {}],
    [
      'ActInternalServerError',
      500,
      'InternalServerException',
      { reason: 'RequestTokenLimitExceeded' },
    ],
    [
      'ActInvalidModelGenerationError',
      500,
      'InternalServerException',
      { reason: 'InvalidModelGeneration' },
    ],
    ['ActClientError', 418, 'TeapotException', {}],
  ])('AWS: %s is %i %s %j', (name, status, errorType, body) => {
    expect(translated(status, { message: 'm', ...body }, type(errorType)).name).toBe(name);
    const typed = { __type: `com.amazonaws#${errorType}:http://x/`, Message: 'm', ...body };
    expect(translated(status, typed).name).toBe(name);
  });

  it.each([
    ['ActBadRequestError', 400, { reason: 'INVALID_INPUT' }],
    ['ActGuardrailsError', 400, { reason: 'AGENT_GUARDRAILS_TRIGGERED' }],
    ['ActAccessDeniedError', 401, {}],
    ['ActNotFoundError', 404, { resourceId: 'r', resourceType: 'run' }],
    ['ActRequestThrottledError', 429, { throttleType: 'RATE_LIMIT_EXCEEDED' }],
    ['ActDailyQuotaExceededError', 429, { throttleType: 'DAILY_QUOTA_LIMIT_EXCEEDED' }],
    ['ActRequestThrottledError', 429, {}],
    ['ActInvalidModelGenerationError', 500, { reason: 'InvalidModelGeneration' }],
    ['ActInternalServerError', 504, '<html>gateway</html>'],
    ['ActClientError', 410, 'gone'],
    ['ActBadResponseError', 302, ''],
    ['ActAccessDeniedError', 403, '[1]'],
  ])('API key: %s is %i %j', (name, status, body) => {
    expect(translated(status, body).name).toBe(name);
  });

  it.each(['fieldList', 'fields'])('names the fields of %s', (member) => {
    const fields = [{ name: 'task', message: 'is too long' }];
    const error = translated(400, { message: 'Invalid', [member]: [...fields, null, 'x'] });
    expect(error).toMatchObject({ fields, message: 'InvokeActStep: Invalid (task: is too long)' });
  });

  it('keeps an unusable generation as it came, and the service error as its cause', () => {
    const body = { message: 'bad', reason: 'InvalidModelGeneration' };
    expect(translated(500, body, { 'x-amz-rid': 'r-1' })).toMatchObject({
      rawResponse: JSON.stringify(body),
      cause: { name: 'ActInternalServerError', status: 500, requestId: 'r-1' },
    });
  });

  it.each([
    [12, /clock is 12 minutes behind/],
    [-9, /clock is 9 minutes ahead/],
    [3, /^InvokeActStep: m$/],
  ])("says when the machine's clock is %i minutes from the service's", (minutes, message) => {
    const date = new Date(minutes * 60_000).toUTCString();
    const refused = translated(
      403,
      { message: 'm' },
      { date, ...type('InvalidSignatureException') },
    );
    expect(refused.message).toMatch(message);
  });

  it('cuts a raw answer at 10,000 characters', () => {
    expect(translated(500, 'x'.repeat(20_000))).toMatchObject({ rawResponse: 'x'.repeat(10_000) });
  });

  const model = new URL(
    '../../../../../../shared/contract/nova-act-2025-08-22.service-2.json',
    import.meta.url,
  );
  it.skipIf(!existsSync(model))(
    'knows every error of the service model (skipped where the contract is not at hand)',
    () => {
      const { shapes } = JSON.parse(readFileSync(model, 'utf8')) as {
        shapes: Record<string, { exception?: boolean; error?: { httpStatusCode: number } }>;
      };
      const errors = Object.entries(shapes).filter(([, shape]) => shape.exception);
      expect(errors).toHaveLength(7);
      for (const [name, { error }] of errors) {
        const byType = translated(error?.httpStatusCode ?? 0, {}, type(name)).name;
        expect(translated(error?.httpStatusCode ?? 0, {}).name).toBe(byType);
        expect(byType).not.toMatch(/^Act(Client|Server|BadResponse)Error$/);
      }
    },
  );
});
