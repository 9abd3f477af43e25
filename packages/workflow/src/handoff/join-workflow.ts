import { preempt } from '@nova-act/core/runtime';
import { canceledBy, execute } from '../run/execute.js';
import type { RunningWorkflow } from '../running-workflow.js';
import type { Handoff } from './handoff.js';
import { type JoinOptions, planJoin } from './join-plan.js';
import { JoinedWorkflow } from './joined-workflow.js';
import { readHandoff } from './read-handoff.js';
import { verifyRun } from './verify-run.js';

/**
 * Runs `fn` inside of a run that another thread, process or machine has begun: sessions and acts land
 * in the same run. When `fn` is done its sessions are closed, and the run goes on, for it is its
 * owner's to end; one handed over with `ownership: 'transfer'` is ended here, with the status
 * that is true.
 *
 * @param handoff what `workflow.handoff()` gave, or its JSON text.
 * @throws HandoffError when it is of another version, altered, or its run unknown or ended already,
 *   which the service is asked; AuthError; ValidationError; ActServiceError; WorkflowCanceledError; what
 *   `fn` throws, as it is; WorkflowRunUpdateError when the run was transferred.
 */
export async function joinWorkflow<T>(
  handoff: Handoff | string,
  fn: (workflow: RunningWorkflow) => T,
  options: JoinOptions = {},
): Promise<Awaited<T>> {
  const { signal } = options;
  if (signal?.aborted) throw canceledBy(signal);
  const handed = readHandoff(handoff);
  const plan = planJoin(handed, options);
  let workflow: JoinedWorkflow;
  try {
    const verifying = verifyRun(plan.service, handed, signal);
    const service = await (signal ? preempt(verifying, signal) : verifying);
    workflow = new JoinedWorkflow(handed, plan, service);
  } catch (error) {
    throw signal?.aborted ? canceledBy(signal) : error;
  }
  const control = workflow.control(signal);
  try {
    return await execute(workflow, control, () => fn(workflow));
  } finally {
    control.stop();
  }
}
