export {
  type AssumeRoleOptions,
  type AwsCredentialProvider,
  type AwsCredentials,
  HandoffError,
  type HandoffProblem,
  type Logger,
  NoCurrentWorkflowError,
  type NovaActService,
  type RetryOptions,
  type ServiceOptions,
  ShutdownError,
  type WorkflowBinding,
  WorkflowCanceledError,
  WorkflowEndedError,
  WorkflowRunUpdateError,
} from '@nova-act/core';
export type { RunPath } from '@nova-act/core/runtime';
export { currentWorkflow, tryCurrentWorkflow } from './current-workflow.js';
export type {
  HandedCredentials,
  Handoff,
  HandoffOptions,
  TransferredHandoff,
} from './handoff/handoff.js';
export type { JoinOptions } from './handoff/join-plan.js';
export { joinWorkflow } from './handoff/join-workflow.js';
export type { RunningWorkflow } from './handoff/running-workflow.js';
export { endOrphanedRuns } from './orphans/end-orphaned-runs.js';
export type { OrphanedRun, OrphanOptions, OrphanReport } from './orphans/orphan-options.js';
export { allRunsEnded } from './run/pending-ends.js';
export type { RunOutcome } from './run/run-outcome.js';
export { type ShutdownOptions, shutdownSignal } from './shutdown-signal.js';
export { type AsyncFunction, withWorkflow } from './with-workflow.js';
export { Workflow } from './workflow.js';
export { type WorkflowDecorator, workflow } from './workflow-decorator.js';
export type { WorkflowOptions } from './workflow-options.js';
