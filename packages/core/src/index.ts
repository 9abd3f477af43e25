export type { ActOptions, ActStep, MemoryMode, PlannedStep } from './act/act-options.js';
export type { ActEvent, CallView, EventListener, NovaActEvent } from './act/events.js';
export type { ActGetResult, ActResult } from './act/result.js';
export {
  type NovaActAsTool,
  type NovaActToolInput,
  type NovaActToolOutput,
  novaActTool,
} from './as-tool/nova-act-tool.js';
export type { NovaActToolOptions } from './as-tool/tool-options.js';
export type {
  Actuator,
  Box,
  BrowserRecorder,
  ClickOptions,
  ClickType,
  PageNotes,
  ScrollDirection,
  ScrollOptions,
  SettleReport,
  TypeOptions,
} from './browser/actuator.js';
export type {
  BrowserOptions,
  CdpEndpointFunction,
  CdpHeadersFunction,
  DialogAnswer,
  DialogView,
  PopupAnswer,
  PopupView,
  ProxyOptions,
  ScreenOptions,
  SecurityOptions,
} from './browser/browser-options.js';
export type {
  BrowserSession,
  RestoreOptions,
  SavedCookie,
  SavedKind,
  SavedOrigin,
  StorageState,
} from './browser/browser-session/browser-session.js';
export { LocalFileBrowserSession } from './browser/browser-session/local-file-browser-session.js';
export {
  S3BrowserSession,
  type S3BrowserSessionOptions,
} from './browser/browser-session/s3-browser-session.js';
export type { DownloadView } from './browser/download-options.js';
export { type SharedBrowserOptions, sharedBrowser } from './browser/open/share-browser.js';
export type { PlaywrightContext, PlaywrightPage } from './browser/playwright-shapes.js';
export type { PageProblem } from './browser/problems/page-problem.js';
export {
  type ChromeProfile,
  type ChromeProfileOptions,
  chromeProfile,
} from './browser/profile/chrome-profile.js';
export type {
  Described,
  Found,
  FramePlace,
  Glimpse,
  PageFacts,
  Recall,
  Surroundings,
  Target,
} from './browser/recall.js';
export type {
  RemoteBrowser,
  RemoteBrowserRequest,
  RemoteBrowserSession,
} from './browser/remote-browser.js';
export type { SharedBrowser } from './browser/shared-browser.js';
export type {
  BrowserPermission,
  Geolocation,
} from './browser/surroundings/surroundings-options.js';
export { type ToPlaywrightOptions, toPlaywright } from './codegen/to-playwright.js';
export type {
  CreateWorkflowDefinitionInput,
  EnsureWorkflowDefinitionInput,
} from './control/definition-input.js';
export type { Listing, ListingPage, ListOptions } from './control/listing.js';
export { NovaActControl, type WorkflowDefinitionPath } from './control/nova-act-control.js';
export type { ReadTraceOptions, Traced, TraceFile } from './control/trace/read-trace.js';
export {
  ActAccessDeniedError,
  ActActuationError,
  ActAgentError,
  ActAgentFailedError,
  ActApproveCanceledError,
  ActBadRequestError,
  ActBadResponseError,
  ActBrowserCrashedError,
  type ActCallRecord,
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
  type ActMemoryRecord,
  type ActMetadata,
  ActNotFoundError,
  ActNotRememberedError,
  ActRateLimitExceededError,
  ActRequestThrottledError,
  ActRequestTooLargeError,
  ActResponseMismatchError,
  ActServerError,
  ActServiceError,
  ActServiceQuotaExceededError,
  ActServiceUnavailableError,
  ActStateGuardrailError,
  ActStatusUpdateError,
  type ActStepRecord,
  ActTimeoutError,
  ActToolError,
  ActUiTakeoverCanceledError,
  AgentRedirectError,
  AuthError,
  BrowserSessionBusyError,
  decodeError,
  type EncodedError,
  type ErrorJson,
  encodeError,
  HandoffError,
  type HandoffProblem,
  isAbortError,
  isNovaActError,
  type KnownNovaActError,
  type LockHolder,
  NoCurrentWorkflowError,
  NotStartedError,
  NovaActError,
  type NovaActErrorCode,
  SessionBusyError,
  ShutdownError,
  StartFailedError,
  StopFailedError,
  type StopFailedErrorOptions,
  type StopFailure,
  type StopStep,
  StorageError,
  TraceNotOpenedError,
  type TraceNotOpenedErrorOptions,
  ValidationError,
  WorkflowCanceledError,
  WorkflowDefinitionMismatchError,
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
export { type FileMemoryOptions, fileMemory } from './memory/file-memory.js';
export type { Memory, MemoryKey } from './memory/memory.js';
export type {
  PageMarks,
  RecordedAction,
  RecordedStep,
  RecordedVariable,
  Recording,
} from './memory/recording.js';
export {
  type TerminalHumanInputOptions,
  terminalHumanInput,
} from './people/terminal-human-input.js';
export {
  type HumanQuestion,
  type WebHumanInputOptions,
  webHumanInput,
} from './people/web/web-human-input.js';
export { agentCoreBrowser } from './remote/agent-core/agent-core-browser.js';
export type {
  AgentCoreBrowserOptions,
  AgentCoreBrowserSession,
  AgentCoreCertificate,
  AgentCoreEnterprisePolicy,
  AgentCoreExtension,
  AgentCoreProfile,
  AgentCoreProxy,
  AgentCoreProxyConfiguration,
  AgentCoreS3Location,
} from './remote/agent-core/agent-core-options.js';
export {
  booleanSchema,
  type JsonSchema,
  type Schema,
  type SchemaOutput,
  stringSchema,
  withJsonSchema,
} from './schema/index.js';
export type { Secrets } from './secrets/check-secrets.js';
export type { Secret } from './secrets/secret.js';
export { type SecretOptions, type SecretSource, secret } from './secrets/secret.js';
export type {
  AssumeRoleOptions,
  AwsCredentialProvider,
  AwsCredentials,
  MfaCodeProvider,
} from './service/auth/aws-credentials.js';
export type { CallOptions } from './service/nova-act-service.js';
export { NovaActService } from './service/public-service.js';
export type { ServiceOptions } from './service/service-options.js';
export type { RetryOptions } from './service/transport/retry-options.js';
export type { ActStream } from './session/act-stream.js';
export type { DownloadsOptions } from './session/downloads-of.js';
export type { GoToUrlOptions } from './session/go-to-url-options.js';
export type { NovaActOptions, StopHook } from './session/nova-act.js';
export { NovaAct } from './session/nova-act.js';
export type { OwnRunOptions } from './session/own-run-options.js';
export type { SessionState } from './session/session-life.js';
export type { StopHookStart } from './session/session-options.js';
export type { SessionSummary } from './session/session-summary.js';
export type { ScreenshotOptions } from './session/take-screenshot.js';
export type { SessionTraceFiles } from './session/trace/session-trace-files.js';
export type { S3Options } from './storage/s3/s3-options.js';
export {
  type S3TraceWriter,
  s3TraceWriter,
  type TracedSession,
} from './storage/traces/s3-trace-writer.js';
export type { S3TraceWriterOptions } from './storage/traces/trace-writer-options.js';
export type { McpClient, McpTool } from './tools/mcp/mcp-client.js';
export { type McpToolsOptions, mcpTools } from './tools/mcp/mcp-tools.js';
export type { StrandsTool } from './tools/strands/strands-tool.js';
export { type StrandsToolsOptions, strandsTools } from './tools/strands/strands-tools.js';
export { tool } from './tools/tool.js';
export type { ToolContext } from './tools/tool-context.js';
export type { NovaActTool, ToolDefinition } from './tools/tool-definition.js';
export {
  type ActTrace,
  logEvents,
  type OpenTelemetryApi,
  type OpenTelemetryOptions,
  type OpenTelemetrySpan,
  openTelemetry,
  type ProgressOptions,
  progressReporter,
  type RunningTelemetry,
  type SessionTrace,
  type TraceWriter,
  type TraceWriterOptions,
  traceToHtml,
  traceToJson,
  traceWriter,
} from './trace/index.js';
export type {
  ModelAlias,
  ModelCatalog,
  ModelStatus,
  ModelSummary,
  WorkflowDefinition,
  WorkflowDefinitionStatus,
  WorkflowDefinitionSummary,
  WorkflowExportConfig,
} from './wire/catalog.js';
export type { JsonObject, JsonValue } from './wire/json.js';
export type { Observation } from './wire/observation.js';
export type {
  ActStatus,
  ActSummary,
  TraceLocation,
  WorkflowRunRecord,
  WorkflowRunStatus,
  WorkflowRunSummary,
} from './wire/records.js';
export type { WorkflowBinding } from './workflow-binding.js';
