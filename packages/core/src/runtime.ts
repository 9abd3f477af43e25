// What `@nova-act/workflow` needs of this package, and programs do not.
export { type Config, type Environment, readConfig } from './config.js';
export { bindContext, runInWorkflow, tryGetWorkflow } from './context.js';
export { pause } from './deadline/pause.js';
export { preempt } from './deadline/pre-empt.js';
export { suppress } from './errors/index.js';
export { type AuthOptions, resolveAuth } from './service/auth/resolve-auth.js';
export { createNovaActService } from './service/create-service.js';
export { API_KEY_DEFINITION } from './service/http-service.js';
export { openRun, type RunRecord, recordOf } from './service/run-record.js';
export type { ServiceOptions, ServiceSeams } from './service/service-options.js';
export type { TerminalRunStatus } from './wire/operations.js';
