import { runInNewContext } from 'node:vm';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import type { NovaActErrorCode } from './codes.js';
import * as errors from './index.js';

/** The class of each code. The compiler sees to it that none is missing. */
const CLASSES = {
  NOVA_ACT: 'NovaActError',
  ACT_FAILED: 'ActError',
  ACT_STATUS_UPDATE_FAILED: 'ActStatusUpdateError',
  ACT_AGENT_ERROR: 'ActAgentError',
  ACT_AGENT_FAILED: 'ActAgentFailedError',
  ACT_EXCEEDED_MAX_STEPS: 'ActExceededMaxStepsError',
  ACT_INVALID_MODEL_GENERATION: 'ActInvalidModelGenerationError',
  ACT_RESPONSE_MISMATCH: 'ActResponseMismatchError',
  AGENT_REDIRECT: 'AgentRedirectError',
  AUTH_NOT_RESOLVED: 'AuthError',
  BROWSER_SESSION_BUSY: 'BrowserSessionBusyError',
  ACT_EXECUTION_ERROR: 'ActExecutionError',
  ACT_ACTUATION_FAILED: 'ActActuationError',
  ACT_BROWSER_CRASHED: 'ActBrowserCrashedError',
  ACT_TIMEOUT: 'ActTimeoutError',
  ACT_CANCELED: 'ActCanceledError',
  ACT_APPROVE_CANCELED: 'ActApproveCanceledError',
  ACT_UI_TAKEOVER_CANCELED: 'ActUiTakeoverCanceledError',
  ACT_STATE_GUARDRAIL: 'ActStateGuardrailError',
  ACT_NOT_REMEMBERED: 'ActNotRememberedError',
  ACT_TOOL_FAILED: 'ActToolError',
  ACT_SERVICE_ERROR: 'ActServiceError',
  ACT_CLIENT_ERROR: 'ActClientError',
  ACT_BAD_REQUEST: 'ActBadRequestError',
  ACT_ACCESS_DENIED: 'ActAccessDeniedError',
  ACT_NOT_FOUND: 'ActNotFoundError',
  ACT_CONFLICT: 'ActConflictError',
  ACT_REQUEST_TOO_LARGE: 'ActRequestTooLargeError',
  ACT_GUARDRAILS_TRIGGERED: 'ActGuardrailsError',
  ACT_RATE_LIMIT_EXCEEDED: 'ActRateLimitExceededError',
  ACT_REQUEST_THROTTLED: 'ActRequestThrottledError',
  ACT_DAILY_QUOTA_EXCEEDED: 'ActDailyQuotaExceededError',
  ACT_SERVICE_QUOTA_EXCEEDED: 'ActServiceQuotaExceededError',
  ACT_SERVER_ERROR: 'ActServerError',
  ACT_INTERNAL_SERVER_ERROR: 'ActInternalServerError',
  ACT_SERVICE_UNAVAILABLE: 'ActServiceUnavailableError',
  ACT_BAD_RESPONSE: 'ActBadResponseError',
  START_FAILED: 'StartFailedError',
  STOP_FAILED: 'StopFailedError',
  NOT_STARTED: 'NotStartedError',
  SESSION_BUSY: 'SessionBusyError',
  STORAGE_FAILED: 'StorageError',
  TRACE_NOT_OPENED: 'TraceNotOpenedError',
  VALIDATION_FAILED: 'ValidationError',
  WORKFLOW_CANCELED: 'WorkflowCanceledError',
  WORKFLOW_DEFINITION_MISMATCH: 'WorkflowDefinitionMismatchError',
  WORKFLOW_ENDED: 'WorkflowEndedError',
  NO_CURRENT_WORKFLOW: 'NoCurrentWorkflowError',
  WORKFLOW_RUN_UPDATE_FAILED: 'WorkflowRunUpdateError',
  SHUTDOWN: 'ShutdownError',
} satisfies Record<Exclude<NovaActErrorCode, errors.HandoffProblem>, string>;

type AnyClass = new (message: string, options: object) => errors.NovaActError;

describe('codes', () => {
  it('are those that the errors of their classes have', () => {
    for (const [code, name] of Object.entries(CLASSES)) {
      const known = errors as unknown as Record<string, AnyClass>;
      const made = new (known[name] as AnyClass)('x', { field: 'f', remedy: 'r', operation: 'O' });
      expect([made.code, made.name]).toEqual([code, name]);
    }
  });

  it('are all of every class that is exported', () => {
    const classes = Object.values(errors)
      .filter((value) => typeof value === 'function')
      .filter((value) => (value as AnyClass).prototype instanceof errors.NovaActError)
      .map(({ name }) => name);
    expect(Object.values(CLASSES)).toEqual(
      expect.arrayContaining(classes.filter((name) => name !== 'HandoffError')),
    );
  });

  it('narrow to their class in a switch', () => {
    const error: unknown = new errors.ActToolError('x', { toolName: 'clock' });
    if (!errors.isNovaActError(error)) throw error;
    switch (error.code) {
      case 'ACT_TOOL_FAILED':
        expectTypeOf(error.toolName).toEqualTypeOf<string>();
        expect(error.toolName).toBe('clock');
        return;
      case 'ACT_ACCESS_DENIED':
        expectTypeOf(error.operation).toEqualTypeOf<string>();
        break;
      case 'VALIDATION_FAILED':
        expectTypeOf(error.field).toEqualTypeOf<string>();
        break;
      case 'HANDOFF_RUN_ENDED':
        expectTypeOf(error).toExtend<errors.HandoffError>();
        break;
      // @ts-expect-error: there is no such code.
      case 'ACT_TIMED_OUT':
        break;
      default:
        // @ts-expect-error: what is left has no tool.
        error.toolName;
    }
    throw new Error('not the right case');
  });
});

describe('isNovaActError', () => {
  it('knows every class of this copy, also after a thread', () => {
    const error = new errors.ActTimeoutError('x');
    expect(errors.isNovaActError(error)).toBe(true);
    expect(errors.isNovaActError(errors.decodeError(errors.encodeError(error)))).toBe(true);
  });

  it('knows the errors of another copy, for which instanceof does not hold', async () => {
    vi.resetModules();
    const other = (await import('./index.js')) as typeof errors;
    const error = new other.ActTimeoutError('x');
    expect(error instanceof errors.NovaActError).toBe(false);
    expect(errors.isNovaActError(error)).toBe(true);
    expect(other.isNovaActError(new errors.ValidationError('x', { field: 'f', remedy: 'r' }))).toBe(
      true,
    );
  });

  it.each([
    undefined,
    null,
    'ACT_TIMEOUT',
    new Error('x'),
    Object.assign(new Error('x'), { code: 'ACT_TIMEOUT', name: 'ActTimeoutError' }),
    { code: 'ACT_TIMEOUT' },
    runInNewContext('new Error("x")'),
  ])('takes nothing else for one: %o', (value) => {
    expect(errors.isNovaActError(value)).toBe(false);
  });
});
