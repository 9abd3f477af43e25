import { defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { timeText } from '../../output/times.js';
import { CONTROL_ARGUMENTS, controlOf } from '../../service/control.js';
import { LIST_ARGUMENTS, printList } from '../../service/listed.js';

export function definitionListCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'list', description: 'The workflow definitions of the account' },
    args: { ...LIST_ARGUMENTS, ...CONTROL_ARGUMENTS },
    run({ args }) {
      const { limit, json } = args;
      const control = controlOf(args, around);
      return printList(
        (options) => control.listWorkflowDefinitions({}, options),
        {
          limit,
          json,
          name: 'workflow definitions',
          columns: [
            ['NAME', (one) => one.workflowDefinitionName],
            ['STATUS', (one) => one.status],
            ['CREATED', (one) => timeText(one.createdAt)],
          ],
        },
        around,
      );
    },
  });
}
