import { defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { asJson } from '../../output/json.js';
import { card } from '../../output/table.js';
import { timeText } from '../../output/times.js';
import { CONTROL_ARGUMENTS, controlOf } from '../../service/control.js';

export function definitionShowCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'show', description: 'One workflow definition' },
    args: {
      name: { type: 'positional', required: true, description: 'Name of the workflow definition' },
      ...CONTROL_ARGUMENTS,
    },
    async run({ args }) {
      const path = { workflowDefinitionName: args.name };
      const signal = around.stop();
      const found = await controlOf(args, around).getWorkflowDefinition(path, { signal });
      const { name, status, createdAt, description, exportConfig, arn } = found;
      if (args.json) return around.print(asJson(found));
      const { s3BucketName, s3KeyPrefix } = exportConfig ?? {};
      around.print(
        card({
          name,
          status,
          created: timeText(createdAt),
          description,
          'exports to':
            s3BucketName && ['s3:/', s3BucketName, s3KeyPrefix].filter(Boolean).join('/'),
          arn,
        }),
      );
    },
  });
}
