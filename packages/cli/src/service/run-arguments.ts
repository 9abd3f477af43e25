import type { WorkflowOptions } from '@nova-act/workflow';
import type { ArgsDef, ParsedArgs } from 'citty';
import { UsageError } from '../arguments/usage-error.js';

/** Which service a run goes to, and as whom. */
export const RUN_ARGUMENTS = {
  auth: {
    type: 'enum',
    options: ['api-key', 'iam'],
    description: 'How to reach the service, where both ways are there',
  },
  definition: {
    type: 'string',
    description: 'Workflow definition of the runs, with AWS credentials',
  },
  model: { type: 'string', description: 'Model of the runs (nova-act-latest)' },
  region: { type: 'string', description: 'AWS region of the service (us-east-1)' },
  profile: { type: 'string', description: 'Profile of the AWS configuration' },
} as const satisfies ArgsDef;

export type RunArguments = Pick<ParsedArgs<typeof RUN_ARGUMENTS>, keyof typeof RUN_ARGUMENTS>;
export type Environment = Readonly<Record<string, string | undefined>>;

export const DEFAULT_REGION = 'us-east-1';

/**
 * Which service the runs go to, and as whom. A definition, a region or a profile means AWS; without one of
 * them a key that is set is used, as a session without a workflow uses it. Where both could be meant, it is
 * not guessed.
 * @param usual the definition with AWS credentials where none is named; undefined: one must be
 * @throws UsageError
 */
export function readRun(
  args: RunArguments,
  env: Environment,
  usual: string | undefined,
): WorkflowOptions {
  const { definition, model, region, profile } = args;
  const apiKey = env['NOVA_ACT_API_KEY'] || undefined;
  const forAws = namesOf({ definition, region, profile });
  const auth = args.auth ?? (env['NOVA_ACT_WORKFLOW_AUTH'] || undefined);
  const modelId = model === undefined ? {} : { modelId: model };
  if (auth !== undefined && auth !== 'api-key' && auth !== 'iam') {
    throw new UsageError(
      `NOVA_ACT_WORKFLOW_AUTH must be api-key or iam, is ${JSON.stringify(auth)}`,
    );
  }
  if (auth === undefined && apiKey !== undefined && forAws.length > 0) {
    throw new UsageError(
      `NOVA_ACT_API_KEY is set, and ${forAws.join(', ')} is for AWS credentials: say which with --auth api-key or --auth iam`,
    );
  }
  if (auth === 'api-key' || (auth === undefined && apiKey !== undefined)) {
    if (apiKey === undefined) throw new UsageError('--auth api-key needs NOVA_ACT_API_KEY');
    if (forAws.length > 0) {
      throw new UsageError(`${forAws.join(', ')} is for AWS credentials, and not used with a key`);
    }
    return { apiKey, ...modelId };
  }
  const workflowDefinitionName = definition ?? usual;
  if (workflowDefinitionName === undefined) {
    throw new UsageError(
      'It is not said which service is meant. Set NOVA_ACT_API_KEY; or name a workflow definition, for AWS ' +
        'credentials: --definition NAME; or use the service on this machine: --local',
    );
  }
  return {
    workflowDefinitionName,
    region: region ?? DEFAULT_REGION,
    ...(profile === undefined ? {} : { profile }),
    ...modelId,
  };
}

/** The arguments that are given, with their dashes. */
export function namesOf(args: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(args).flatMap(([name, value]) => (value ? [`--${name}`] : []));
}
