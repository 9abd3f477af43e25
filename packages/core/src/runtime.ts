// What `@nova-act/workflow` needs of this package, and programs do not.
export { type Config, type Environment, readConfig } from './config.js';
export { bindContext, runInWorkflow, tryGetWorkflow } from './context.js';
export { type Clock, systemClock } from './deadline/clock.js';
export { onAbort } from './deadline/on-abort.js';
export { pause } from './deadline/pause.js';
export { preempt } from './deadline/pre-empt.js';
export { Turns } from './deadline/turns.js';
export { suppress } from './errors/index.js';
export { insteadOnRecord, recordedStatusOf } from './errors/recorded-status.js';
export { redactUrl } from './errors/redact-url.js';
export { guardedLogger, silentLogger } from './logger.js';
export { type KnownOptions, knownOptions } from './options/known-options.js';
export { refuseUnknown } from './options/refuse-unknown.js';
export { allItems } from './service/all-pages.js';
export type {
  AssumeRoleOptions,
  AwsCredentialProvider,
  AwsCredentials,
} from './service/auth/aws-credentials.js';
export { readExpiration } from './service/auth/read-expiration.js';
export {
  type ApiKeyAuth,
  type AuthOptions,
  type IamAuth,
  resolveAuth,
} from './service/auth/resolve-auth.js';
export { checkDefinitionName } from './service/check-input.js';
export { type Connection, connect } from './service/connect.js';
export { createNovaActService } from './service/create-service.js';
export { API_KEY_DEFINITION } from './service/http-service.js';
export {
  SEAM_NAMES,
  SERVICE_ELSEWHERE,
  SERVICE_OPTION_NAMES,
} from './service/known-options.js';
export { isLoopback } from './service/network/is-loopback.js';
export { type NetworkSettings, networkSettings } from './service/network/network-settings.js';
export { whyUnreachable } from './service/network/why-unreachable.js';
export type { CallOptions, NovaActService, ServiceReads } from './service/nova-act-service.js';
export { openRun, type RunRecord, recordOf } from './service/run-record.js';
export type { ServiceOptions, ServiceSeams } from './service/service-options.js';
export type { RetryOptions } from './service/transport/retry-options.js';
export {
  type CallerIdentity,
  type CredentialReport,
  credentialReport,
} from './service/who-am-i.js';
export { makeFolder } from './storage/make-folder.js';
export type { RunPath, TerminalRunStatus } from './wire/operations.js';
export type { ActSummary, WorkflowRunStatus, WorkflowRunSummary } from './wire/records.js';
export type { RunResident, WorkflowBinding } from './workflow-binding.js';
