import { NoCurrentWorkflowError } from '@nova-act/core';
import { tryGetWorkflow } from '@nova-act/core/runtime';
import type { RunningWorkflow } from './handoff/running-workflow.js';

/** The workflow this code runs in, or undefined outside of one. */
export function tryCurrentWorkflow(): RunningWorkflow | undefined {
  // Only this package puts workflows into the context, be it another copy of it.
  return tryGetWorkflow() as RunningWorkflow | undefined;
}

/**
 * The workflow this code runs in.
 * @throws NoCurrentWorkflowError outside of one.
 */
export function currentWorkflow(): RunningWorkflow {
  const workflow = tryCurrentWorkflow();
  if (workflow) return workflow;
  throw new NoCurrentWorkflowError(
    'There is no current workflow here. Call this inside of withWorkflow(), Workflow.run() or ' +
      'joinWorkflow(), or pass the workflow explicitly. A worker or another process is outside: ' +
      'give it workflow.handoff(). A handler registered before the workflow began is outside too.',
  );
}
