import { defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { UsageError } from '../../arguments/usage-error.js';
import { asJson } from '../../output/json.js';
import { CONTROL_ARGUMENTS, controlOf } from '../../service/control.js';

export function definitionCreateCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'create', description: 'Create a workflow definition' },
    args: {
      name: {
        type: 'positional',
        required: true,
        description: 'Up to 40 letters, digits, _ and -',
      },
      description: { type: 'string', description: 'What it is for' },
      bucket: { type: 'string', description: 'S3 bucket that its runs are exported to' },
      prefix: { type: 'string', description: 'What the keys there begin with; with --bucket' },
      'if-missing': {
        type: 'boolean',
        description: 'Take the one of this name that there is, if it exports to the same place',
      },
      ...CONTROL_ARGUMENTS,
    },
    async run({ args }) {
      const { name, description, bucket, prefix } = args;
      if (prefix !== undefined && bucket === undefined) {
        throw new UsageError('--prefix is of a bucket: give --bucket too');
      }
      const s3KeyPrefix = prefix === undefined ? {} : { s3KeyPrefix: prefix };
      const input = {
        name,
        ...(description === undefined ? {} : { description }),
        ...(bucket === undefined ? {} : { exportConfig: { s3BucketName: bucket, ...s3KeyPrefix } }),
      };
      const control = controlOf(args, around);
      const call = { signal: around.stop() };
      const { status } = args['if-missing']
        ? await control.ensureWorkflowDefinition(input, call)
        : await control.createWorkflowDefinition(input, call);
      around.print(args.json ? asJson({ name, status }) : `${name} ${status}\n`);
    },
  });
}
