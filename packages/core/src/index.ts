export type { ActOptions, ActStep } from './act/act-options.js';
export type { CallView, EventListener, NovaActEvent } from './act/events.js';
export type { ActGetResult, ActResult } from './act/result.js';
export type {
  Actuator,
  Box,
  ClickOptions,
  ClickType,
  ScrollDirection,
  ScrollOptions,
  SettleReport,
  TypeOptions,
} from './browser/actuator.js';
export type {
  BrowserOptions,
  DialogAnswer,
  DialogView,
  ProxyOptions,
  ScreenOptions,
  SecurityOptions,
} from './browser/browser-options.js';
export type { BrowserSession, StorageState } from './browser/browser-session/browser-session.js';
export { LocalFileBrowserSession } from './browser/browser-session/local-file-browser-session.js';
export {
  S3BrowserSession,
  type S3BrowserSessionOptions,
} from './browser/browser-session/s3-browser-session.js';
export {
  type SharedBrowser,
  type SharedBrowserOptions,
  sharedBrowser,
} from './browser/open/shared-browser.js';
export {
  ActAccessDeniedError,
  ActActuationError,
  ActAgentError,
  ActAgentFailedError,
  ActApproveCanceledError,
  ActBadRequestError,
  ActBadResponseError,
  ActBrowserCrashedError,
  ActCanceledError,
  ActClientError,
  ActConflictError,
  ActDailyQuotaExceededError,
  ActError,
  ActExceededMaxStepsError,
  ActExecutionError,
  ActGuardrailsError,
  ActInternalServerError,
  ActInvalidModelGenerationError,
  type ActMetadata,
  ActNotFoundError,
  ActRateLimitExceededError,
  ActRequestThrottledError,
  ActResponseMismatchError,
  ActServerError,
  ActServiceError,
  ActServiceQuotaExceededError,
  ActServiceUnavailableError,
  ActStateGuardrailError,
  ActStatusUpdateError,
  ActTimeoutError,
  ActToolError,
  ActUiTakeoverCanceledError,
  AgentRedirectError,
  AuthError,
  decodeError,
  type EncodedError,
  type ErrorJson,
  encodeError,
  HandoffError,
  type HandoffProblem,
  NoCurrentWorkflowError,
  NotStartedError,
  NovaActError,
  SessionBusyError,
  ShutdownError,
  StartFailedError,
  StopFailedError,
  ValidationError,
  WorkflowCanceledError,
  WorkflowEndedError,
  WorkflowRunUpdateError,
} from './errors/index.js';
export type {
  GuardrailDecision,
  GuardrailState,
  StateGuardrail,
} from './guardrails/state-guardrail.js';
export type { HumanInput, HumanInputContext } from './human/human-input.js';
export type { Logger } from './logger.js';
export {
  booleanSchema,
  type JsonSchema,
  type Schema,
  type SchemaOutput,
  stringSchema,
} from './schema/index.js';
export type {
  AssumeRoleOptions,
  AwsCredentialProvider,
  AwsCredentials,
} from './service/auth/aws-credentials.js';
export { NovaActService } from './service/public-service.js';
export type { ServiceOptions } from './service/service-options.js';
export type { RetryOptions } from './service/transport/retry-options.js';
export { NovaAct } from './session/nova-act.js';
export type { NovaActOptions, StopHook } from './session/nova-act-options.js';
export { type NovaActTool, type ToolContext, type ToolDefinition, tool } from './tools/tool.js';
export {
  type ActTrace,
  logEvents,
  type OpenTelemetryApi,
  type OpenTelemetrySpan,
  openTelemetryListener,
  type ProgressOptions,
  progressReporter,
  type TraceWriter,
  type TraceWriterOptions,
  traceToHtml,
  traceToJson,
  traceWriter,
} from './trace/index.js';
export type { JsonObject, JsonValue } from './wire/json.js';
export type { Observation } from './wire/observation.js';
export type { WorkflowBinding } from './workflow-binding.js';
