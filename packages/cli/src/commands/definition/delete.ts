import { defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { asJson } from '../../output/json.js';
import { agreed, YES_ARGUMENT } from '../../service/agreed.js';
import { CONTROL_ARGUMENTS, controlOf } from '../../service/control.js';

export function definitionDeleteCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'delete', description: 'Delete a workflow definition with all of its runs' },
    args: {
      name: { type: 'positional', required: true, description: 'Name of the workflow definition' },
      ...YES_ARGUMENT,
      ...CONTROL_ARGUMENTS,
    },
    async run({ args }) {
      const { name } = args;
      const control = controlOf(args, around);
      const question = `Delete ${name} with all of its runs? This cannot be undone.`;
      if (!(await agreed(question, args, around))) return;
      const path = { workflowDefinitionName: name };
      const { status } = await control.deleteWorkflowDefinition(path, { signal: around.stop() });
      around.print(args.json ? asJson({ name, status }) : `${name} ${status}\n`);
    },
  });
}
