import { defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { asJson } from '../../output/json.js';
import { agreed, YES_ARGUMENT } from '../../service/agreed.js';
import { CONTROL_ARGUMENTS, controlOf } from '../../service/control.js';
import { RUN_PATH_ARGUMENTS, runPath } from './run-path.js';

export function runDeleteCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'delete', description: 'Delete the record of a run with its sessions and acts' },
    args: { ...RUN_PATH_ARGUMENTS, ...YES_ARGUMENT, ...CONTROL_ARGUMENTS },
    async run({ args }) {
      const { run: workflowRunId } = args;
      const control = controlOf(args, around);
      const question = `Delete run ${workflowRunId} with its acts? This cannot be undone.`;
      if (!(await agreed(question, args, around))) return;
      const { status } = await control.deleteWorkflowRun(runPath(args), { signal: around.stop() });
      around.print(args.json ? asJson({ workflowRunId, status }) : `${workflowRunId} ${status}\n`);
    },
  });
}
