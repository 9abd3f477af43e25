// What `@nova-act/workflow` needs of this package, and programs do not.
export { type Config, type Environment, readConfig } from './config.js';
export { bindContext, runInWorkflow, tryGetWorkflow } from './context.js';
export { type Clock, systemClock } from './deadline/clock.js';
export { onAbort } from './deadline/on-abort.js';
export { pause } from './deadline/pause.js';
export { preempt } from './deadline/pre-empt.js';
export { suppress } from './errors/index.js';
export { silentLogger } from './logger.js';
export type {
  AssumeRoleOptions,
  AwsCredentialProvider,
  AwsCredentials,
} from './service/auth/aws-credentials.js';
export {
  type ApiKeyAuth,
  type AuthOptions,
  type IamAuth,
  resolveAuth,
} from './service/auth/resolve-auth.js';
export { checkDefinitionName } from './service/check-input.js';
export { createNovaActService } from './service/create-service.js';
export { API_KEY_DEFINITION } from './service/http-service.js';
export type { NovaActService } from './service/nova-act-service.js';
export { openRun, type RunRecord, recordOf } from './service/run-record.js';
export type { ServiceOptions, ServiceSeams } from './service/service-options.js';
export type { RetryOptions } from './service/transport/retry-options.js';
export type { RunPath, TerminalRunStatus } from './wire/operations.js';
export type { RunResident, WorkflowBinding } from './workflow-binding.js';
