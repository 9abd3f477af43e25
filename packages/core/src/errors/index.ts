export { ActError, type ActErrorOptions } from './act-error.js';
export type { ActCallRecord, ActMemoryRecord, ActMetadata, ActStepRecord } from './act-metadata.js';
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
export type { HandoffProblem, NovaActErrorCode } from './codes.js';
export { decodeError } from './decode-error.js';
export { type EncodedError, encodeError } from './encode-error.js';
export {
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
export { isAbortError } from './is-abort-error.js';
export { isNovaActError } from './is-nova-act-error.js';
export type { KnownNovaActError } from './known-error.js';
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
  ActRequestTooLargeError,
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
  type StopFailedErrorOptions,
  type StopFailure,
  type StopStep,
  TraceNotOpenedError,
  type TraceNotOpenedErrorOptions,
} from './session-errors.js';
export {
  BrowserSessionBusyError,
  type BrowserSessionBusyErrorOptions,
  type LockHolder,
  StorageError,
  type StorageErrorOptions,
} from './storage-errors.js';
export { suppress } from './suppress.js';
export { type InvalidField, ValidationError } from './validation-error.js';
export { WorkflowDefinitionMismatchError } from './workflow-definition-mismatch-error.js';
export {
  HandoffError,
  NoCurrentWorkflowError,
  ShutdownError,
  WorkflowCanceledError,
  WorkflowEndedError,
  WorkflowRunUpdateError,
} from './workflow-errors.js';
