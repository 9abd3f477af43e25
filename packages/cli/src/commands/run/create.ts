import { defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { asJson } from '../../output/json.js';
import { CONTROL_ARGUMENTS, controlOf, DEFINITION_ARGUMENT } from '../../service/control.js';

export function runCreateCommand(around: Surroundings) {
  return defineCommand({
    meta: {
      name: 'create',
      description: 'Create a run by hand, which somebody must end: nova-act run end',
    },
    args: {
      ...DEFINITION_ARGUMENT,
      model: { type: 'string', default: 'nova-act-latest', description: 'Model of the run' },
      'log-group': { type: 'string', description: 'CloudWatch log group of the run' },
      ...CONTROL_ARGUMENTS,
    },
    async run({ args }) {
      const { definition: workflowDefinitionName, model: modelId, 'log-group': logGroup } = args;
      const logGroupName = logGroup === undefined ? {} : { logGroupName: logGroup };
      const input = { workflowDefinitionName, modelId, ...logGroupName };
      const signal = around.stop();
      const run = await controlOf(args, around).createWorkflowRun(input, { signal });
      around.print(args.json ? asJson(run) : `${run.workflowRunId}\n`);
    },
  });
}
