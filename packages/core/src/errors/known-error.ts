import type { ActError } from './act-error.js';
import type { ActStatusUpdateError } from './act-status-update-error.js';
import type {
  ActAgentError,
  ActAgentFailedError,
  ActExceededMaxStepsError,
  ActInvalidModelGenerationError,
  ActResponseMismatchError,
} from './agent-errors.js';
import type { AgentRedirectError } from './agent-redirect-error.js';
import type { AuthError } from './auth-error.js';
import type { HandoffProblem, NovaActErrorCode } from './codes.js';
import type {
  ActActuationError,
  ActApproveCanceledError,
  ActBrowserCrashedError,
  ActCanceledError,
  ActExecutionError,
  ActNotRememberedError,
  ActStateGuardrailError,
  ActTimeoutError,
  ActToolError,
  ActUiTakeoverCanceledError,
} from './execution-errors.js';
import type { NovaActError } from './nova-act-error.js';
import type {
  ActAccessDeniedError,
  ActBadRequestError,
  ActBadResponseError,
  ActClientError,
  ActConflictError,
  ActDailyQuotaExceededError,
  ActGuardrailsError,
  ActInternalServerError,
  ActNotFoundError,
  ActRateLimitExceededError,
  ActRequestThrottledError,
  ActRequestTooLargeError,
  ActServerError,
  ActServiceError,
  ActServiceQuotaExceededError,
  ActServiceUnavailableError,
} from './service-errors.js';
import type {
  NotStartedError,
  SessionBusyError,
  StartFailedError,
  StopFailedError,
  TraceNotOpenedError,
} from './session-errors.js';
import type { BrowserSessionBusyError, StorageError } from './storage-errors.js';
import type { ValidationError } from './validation-error.js';
import type { WorkflowDefinitionMismatchError } from './workflow-definition-mismatch-error.js';
import type {
  HandoffError,
  NoCurrentWorkflowError,
  ShutdownError,
  WorkflowCanceledError,
  WorkflowEndedError,
  WorkflowRunUpdateError,
} from './workflow-errors.js';

/** Every code and the class that has it. A handoff fails for several reasons, each a code. */
interface ClassByCode extends Record<HandoffProblem, HandoffError> {
  ACT_FAILED: ActError;
  ACT_STATUS_UPDATE_FAILED: ActStatusUpdateError;
  ACT_AGENT_ERROR: ActAgentError;
  ACT_AGENT_FAILED: ActAgentFailedError;
  ACT_EXCEEDED_MAX_STEPS: ActExceededMaxStepsError;
  ACT_INVALID_MODEL_GENERATION: ActInvalidModelGenerationError;
  ACT_RESPONSE_MISMATCH: ActResponseMismatchError;
  AGENT_REDIRECT: AgentRedirectError;
  AUTH_NOT_RESOLVED: AuthError;
  BROWSER_SESSION_BUSY: BrowserSessionBusyError;
  ACT_EXECUTION_ERROR: ActExecutionError;
  ACT_ACTUATION_FAILED: ActActuationError;
  ACT_BROWSER_CRASHED: ActBrowserCrashedError;
  ACT_TIMEOUT: ActTimeoutError;
  ACT_CANCELED: ActCanceledError;
  ACT_APPROVE_CANCELED: ActApproveCanceledError;
  ACT_UI_TAKEOVER_CANCELED: ActUiTakeoverCanceledError;
  ACT_STATE_GUARDRAIL: ActStateGuardrailError;
  ACT_TOOL_FAILED: ActToolError;
  ACT_NOT_REMEMBERED: ActNotRememberedError;
  NOVA_ACT: NovaActError;
  ACT_SERVICE_ERROR: ActServiceError;
  ACT_CLIENT_ERROR: ActClientError;
  ACT_BAD_REQUEST: ActBadRequestError;
  ACT_ACCESS_DENIED: ActAccessDeniedError;
  ACT_NOT_FOUND: ActNotFoundError;
  ACT_CONFLICT: ActConflictError;
  ACT_REQUEST_TOO_LARGE: ActRequestTooLargeError;
  ACT_GUARDRAILS_TRIGGERED: ActGuardrailsError;
  ACT_RATE_LIMIT_EXCEEDED: ActRateLimitExceededError;
  ACT_REQUEST_THROTTLED: ActRequestThrottledError;
  ACT_DAILY_QUOTA_EXCEEDED: ActDailyQuotaExceededError;
  ACT_SERVICE_QUOTA_EXCEEDED: ActServiceQuotaExceededError;
  ACT_SERVER_ERROR: ActServerError;
  ACT_INTERNAL_SERVER_ERROR: ActInternalServerError;
  ACT_SERVICE_UNAVAILABLE: ActServiceUnavailableError;
  ACT_BAD_RESPONSE: ActBadResponseError;
  START_FAILED: StartFailedError;
  STOP_FAILED: StopFailedError;
  NOT_STARTED: NotStartedError;
  SESSION_BUSY: SessionBusyError;
  STORAGE_FAILED: StorageError;
  TRACE_NOT_OPENED: TraceNotOpenedError;
  VALIDATION_FAILED: ValidationError;
  WORKFLOW_CANCELED: WorkflowCanceledError;
  WORKFLOW_DEFINITION_MISMATCH: WorkflowDefinitionMismatchError;
  WORKFLOW_ENDED: WorkflowEndedError;
  NO_CURRENT_WORKFLOW: NoCurrentWorkflowError;
  WORKFLOW_RUN_UPDATE_FAILED: WorkflowRunUpdateError;
  SHUTDOWN: ShutdownError;
}

/**
 * Any error of this library, told apart by its `code`: in `switch (error.code)` each case has the fields
 * of its own class.
 */
export type KnownNovaActError = {
  [Code in NovaActErrorCode]: ClassByCode[Code] & {
    /** Which error it is; stable across versions. */
    readonly code: Code;
  };
}[NovaActErrorCode];
