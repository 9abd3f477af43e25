export {
  HandoffError,
  type HandoffProblem,
  NoCurrentWorkflowError,
  ShutdownError,
  WorkflowCanceledError,
  WorkflowEndedError,
  WorkflowRunUpdateError,
} from '@nova-act/core';
export { currentWorkflow, tryCurrentWorkflow } from './current-workflow.js';
export type { HandedCredentials, Handoff, HandoffOptions } from './handoff/handoff.js';
export type { JoinOptions } from './handoff/join-plan.js';
export { joinWorkflow } from './handoff/join-workflow.js';
export type { RunningWorkflow } from './running-workflow.js';
export { type ShutdownOptions, shutdownSignal } from './shutdown-signal.js';
export { withWorkflow } from './with-workflow.js';
export { Workflow } from './workflow.js';
export { type WorkflowDecorator, workflow } from './workflow-decorator.js';
export type { WorkflowOptions } from './workflow-options.js';
