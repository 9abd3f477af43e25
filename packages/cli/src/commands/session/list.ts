import { defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { CONTROL_ARGUMENTS, controlOf, DEFINITION_ARGUMENT } from '../../service/control.js';
import { LIST_ARGUMENTS, printList } from '../../service/listed.js';

export function sessionListCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'list', description: 'The sessions of a run' },
    args: {
      ...DEFINITION_ARGUMENT,
      run: { type: 'string', required: true, description: 'Id of the run' },
      ...LIST_ARGUMENTS,
      ...CONTROL_ARGUMENTS,
    },
    run({ args }) {
      const { definition: workflowDefinitionName, run: workflowRunId, limit, json } = args;
      const control = controlOf(args, around);
      return printList(
        (options) => control.listSessions({ workflowDefinitionName, workflowRunId }, options),
        { limit, json, name: 'sessions', columns: [['SESSION', ({ sessionId }) => sessionId]] },
        around,
      );
    },
  });
}
