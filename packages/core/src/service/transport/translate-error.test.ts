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
    requestBytes: 6_123_456,
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

  it.each([
    [{ message: 'The body is larger than 5000000 bytes.' }, 'larger than 5000000 bytes. Make'],
    [
      { message: 'Request Too Long' },
      'Too Long (the limit is 5,000,000 bytes, as far as is known)',
    ],
    ['<html>413</html>', 'HTTP 413 (the limit is 5,000,000 bytes, as far as is known)'],
  ])('413 %j names the size, the limit and what helps', (body, limit) => {
    const error = translated(413, body);
    expect(error).toMatchObject({ name: 'ActRequestTooLargeError', requestBytes: 6_123_456 });
    expect(error.message).toContain('the request of 6,123,456 bytes is too large');
    expect(error.message).toContain(limit);
    expect(error.message).toMatch(/screen: .*captureDom.*tools return less/);
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

describe('a refusal of AWS', () => {
  const RUN = '11111111-1111-4111-8111-111111111111';
  const refused = (operation: string, errorType: string, body: object) =>
    translateError({
      operation,
      status: 400,
      headers: new Headers(type(errorType)),
      body: JSON.stringify({ message: 'No.', ...body }),
      attempt: 1,
      receivedAtMs: 0,
      requestBytes: 0,
    });

  it.each([
    [
      'a definition that is not there',
      'CreateWorkflowRun',
      'ResourceNotFoundException',
      { resourceId: 'flights', resourceType: 'WORKFLOW_DEFINITION' },
      'CreateWorkflowRun: No. Create it with new NovaActControl().ensureWorkflowDefinition({ name: "flights" }).',
    ],
    [
      'a definition, by its name alone',
      'CreateWorkflowRun',
      'ResourceNotFoundException',
      { resourceId: 'flights', resourceType: '?' },
      'ensureWorkflowDefinition({ name: "flights" })',
    ],
    [
      'a definition, by the operation alone',
      'GetWorkflowDefinition',
      'ResourceNotFoundException',
      {},
      'ensureWorkflowDefinition({ name: "…" })',
    ],
    [
      'a run that is not there',
      'CreateSession',
      'ResourceNotFoundException',
      { resourceId: RUN, resourceType: 'WorkflowRun' },
      'listWorkflowRuns() of NovaActControl',
    ],
    [
      'a session that is not there',
      'CreateAct',
      'ResourceNotFoundException',
      { resourceId: RUN, resourceType: 'session' },
      'listSessions() of NovaActControl',
    ],
    [
      'an act that is not there',
      'UpdateAct',
      'ResourceNotFoundException',
      { resourceId: RUN, resourceType: 'act' },
      'listActs() of NovaActControl',
    ],
    [
      'a definition that is there',
      'CreateWorkflowDefinition',
      'ConflictException',
      { resourceId: 'flights', resourceType: 'workflow-definition' },
      'ensureWorkflowDefinition() of NovaActControl takes the one that is there.',
    ],
    [
      'a missing permission',
      'ListWorkflowRuns',
      'AccessDeniedException',
      {},
      'It takes the permission nova-act:ListWorkflowRuns.',
    ],
    [
      'an unknown model',
      'CreateWorkflowRun',
      'ValidationException',
      { fieldList: [{ name: 'modelId', message: 'is unknown' }] },
      '(modelId: is unknown). listModels() of NovaActControl',
    ],
    [
      'a quota',
      'CreateSession',
      'ServiceQuotaExceededException',
      { serviceCode: 'nova-act', quotaCode: 'L-1234ABCD' },
      'The quota is L-1234ABCD of nova-act; a higher one is asked for at https://console.aws.amazon.com/servicequotas/home/services/nova-act/quotas/L-1234ABCD.',
    ],
    [
      'a throttle',
      'InvokeActStep',
      'ThrottlingException',
      { serviceCode: 'nova-act', quotaCode: 'L-5' },
      'The quota is L-5 of nova-act',
    ],
  ])('for %s names what mends it', (_what, operation, errorType, body, sentence) => {
    expect(refused(operation, errorType, body).message).toContain(sentence);
  });

  it('of a quota has the quota’s name as fields, too', () => {
    const facts = {
      resourceId: RUN,
      resourceType: 'session',
      serviceCode: 'nova-act',
      quotaCode: 'L-1234ABCD',
    };
    const error = refused('CreateSession', 'ServiceQuotaExceededException', facts);
    expect(error).toMatchObject({ code: 'ACT_SERVICE_QUOTA_EXCEEDED', ...facts });
    expect(error.toJSON()).toMatchObject(facts);
  });

  it.each([
    ['ConflictException', 'UpdateAct', { resourceId: RUN, resourceType: 'act' }],
    [
      'ConflictException',
      'CreateWorkflowDefinition',
      { resourceType: 'client-token', resourceId: RUN },
    ],
    ['ServiceQuotaExceededException', 'CreateSession', { serviceCode: '../x', quotaCode: 'L-1' }],
    ['ServiceQuotaExceededException', 'CreateSession', {}],
    ['InvalidSignatureException', 'CreateSession', {}],
    ['ResourceNotFoundException', 'CreateSession', { resourceId: RUN, resourceType: '?' }],
  ])('stands by itself where nothing more is known: %s of %s %j', (errorType, operation, body) => {
    expect(refused(operation, errorType, body).message).toBe(`${operation}: No.`);
  });
});
