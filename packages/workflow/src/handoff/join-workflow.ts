import { refuseUnknown } from '@nova-act/core/runtime';
import { canceledBy, execute } from '../run/execute.js';
import type { Handoff } from './handoff.js';
import { type JoinOptions, planJoin } from './join-plan.js';
import { JoinedWorkflow } from './joined-workflow.js';
import { JOIN_OPTIONS } from './known-options.js';
import { readHandoff } from './read-handoff.js';
import type { RunningWorkflow } from './running-workflow.js';

/**
 * Runs `fn` inside of a run that another thread, process or machine has begun: sessions and acts land
 * in the same run. When `fn` is done its sessions are closed, and the run goes on, for it is its
 * owner's to end; one handed over with `ownership: 'transfer'` is ended here, with the status
 * that is true, also when the look-up of the run fails before `fn`. It is left to whoever handed it over
 * (`takeBack`) when it cannot even be looked up: with options that are refused, without credentials, or
 * with a signal that was aborted beforehand.
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
  refuseUnknown(options, JOIN_OPTIONS);
  const { signal } = options;
  if (signal?.aborted) throw canceledBy(signal);
  const handed = readHandoff(handoff);
  const plan = planJoin(handed, options);
  const workflow = new JoinedWorkflow(handed, plan);
  const control = workflow.control(signal);
  try {
    return await execute(workflow, control, async () => {
      await workflow.verify(signal);
      return fn(workflow);
    });
  } finally {
    control.stop();
  }
}
