import {
  type AssumeRoleOptions,
  type AwsCredentialProvider,
  type AwsCredentials,
  currentWorkflow,
  type Logger,
  type RetryOptions,
  type RunPath,
  type ServiceOptions,
  tryCurrentWorkflow,
  Workflow,
  type WorkflowBinding,
  type WorkflowOptions,
  withWorkflow,
} from '@nova-act/workflow';

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

/** Overloads and type parameters are those of the function that was wrapped. */
function read(id: number): Promise<number>;
function read(id: string): Promise<string>;
async function read(id: number | string): Promise<number | string> {
  return id;
}
const wrapped = withWorkflow(options, read);
export const overloaded: [Promise<number>, Promise<string>] = [wrapped(1), wrapped('a')];

const same = withWorkflow(options, async <T>(value: T): Promise<T> => value);
export const generic: Promise<'kept'> = same<'kept'>('kept');

const plain = withWorkflow(options, (count: number) => count * 2);
export const promised: Promise<number> = plain(2);

const shop = {
  name: 'lamps',
  read: withWorkflow(options, async function (this: { name: string }, suffix: string) {
    return this.name + suffix;
  }),
};
export const withThis: Promise<string> = shop.read('!');

/** What a program needs of types is in the package that it uses. */
export type FromWorkflowItself = [
  AssumeRoleOptions,
  AwsCredentialProvider,
  AwsCredentials,
  Logger,
  RetryOptions,
  RunPath,
  ServiceOptions,
  WorkflowBinding,
  WorkflowOptions,
];

/** A function written on the spot, which has no `this`, is called without one. */
const spot = withWorkflow(options, async function named(id: string) {
  return id;
});
export const calledPlainly: Promise<string> = spot('a');
