import { currentWorkflow, tryCurrentWorkflow, Workflow, withWorkflow } from '@nova-act/workflow';

const options = { workflowDefinitionName: 'jobs', modelId: 'nova-act-latest' };

/** Arguments and result keep their types. */
const double = withWorkflow(options, async (count: number, unit?: string) => ({ count, unit }));
export const doubled: Promise<{ count: number; unit: string | undefined }> = double(2);

// @ts-expect-error A text is not a number.
export const wrong = double('2');

export const scoped: Promise<number> = Workflow.run(options, async (workflow) => {
  const id: string = workflow.workflowRunId;
  const same: boolean = currentWorkflow() === workflow && tryCurrentWorkflow() !== undefined;
  return same ? id.length : 0;
});

export async function block(): Promise<void> {
  await using workflow = await Workflow.start(options);
  const signal: AbortSignal = workflow.signal;
  if (!signal.aborted) await workflow.succeed();
}
