export { ActError, type ActErrorOptions, type ActMetadata } from './act-error.js';
export {
  ActStatusUpdateError,
  type ActStatusUpdateErrorOptions,
} from './act-status-update-error.js';
export {
  ActAgentError,
  ActAgentFailedError,
  ActExceededMaxStepsError,
  ActInvalidModelGenerationError,
  ActResponseMismatchError,
} from './agent-errors.js';
export { AgentRedirectError } from './agent-redirect-error.js';
export { AuthError } from './auth-error.js';
export { decodeError } from './decode-error.js';
export { type EncodedError, encodeError } from './encode-error.js';
export {
  ActActuationError,
  ActApproveCanceledError,
  ActBrowserCrashedError,
  ActCanceledError,
  ActExecutionError,
  ActStateGuardrailError,
  ActTimeoutError,
  ActToolError,
  ActUiTakeoverCanceledError,
} from './execution-errors.js';
export { type ErrorJson, NovaActError } from './nova-act-error.js';
export { registerErrors } from './registry.js';
export {
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
  ActServerError,
  ActServiceError,
  ActServiceQuotaExceededError,
  ActServiceUnavailableError,
  type ServiceErrorOptions,
} from './service-errors.js';
export {
  NotStartedError,
  SessionBusyError,
  StartFailedError,
  StopFailedError,
} from './session-errors.js';
export { suppress } from './suppress.js';
export { type InvalidField, ValidationError } from './validation-error.js';
export {
  HandoffError,
  type HandoffProblem,
  NoCurrentWorkflowError,
  ShutdownError,
  WorkflowCanceledError,
  WorkflowEndedError,
  WorkflowRunUpdateError,
} from './workflow-errors.js';
