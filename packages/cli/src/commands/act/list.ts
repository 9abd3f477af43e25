import { defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { UsageError } from '../../arguments/usage-error.js';
import { timeText, tookText } from '../../output/times.js';
import { CONTROL_ARGUMENTS, controlOf, DEFINITION_ARGUMENT } from '../../service/control.js';
import { LIST_ARGUMENTS, printList } from '../../service/listed.js';

export function actListCommand(around: Surroundings) {
  return defineCommand({
    meta: {
      name: 'list',
      description: 'The acts of a definition, a run or a session, newest first',
    },
    args: {
      ...DEFINITION_ARGUMENT,
      run: { type: 'string', description: 'Only those of this run' },
      session: { type: 'string', description: 'Only those of this session; with --run' },
      ...LIST_ARGUMENTS,
      ...CONTROL_ARGUMENTS,
    },
    run({ args }) {
      const { definition, run, session, limit, json } = args;
      if (session !== undefined && run === undefined) {
        throw new UsageError('--session is of a run: give --run too');
      }
      const control = controlOf(args, around);
      const input = {
        workflowDefinitionName: definition,
        sortOrder: 'Descending' as const,
        ...(run === undefined ? {} : { workflowRunId: run }),
        ...(session === undefined ? {} : { sessionId: session }),
      };
      return printList(
        (options) => control.listActs(input, options),
        {
          limit,
          json,
          name: 'acts',
          columns: [
            ['ACT', (act) => act.actId],
            ['STATUS', (act) => act.status],
            ['STARTED', (act) => timeText(act.startedAt)],
            ['TOOK', (act) => tookText(act.startedAt, act.endedAt)],
            ['RUN', (act) => act.workflowRunId],
          ],
        },
        around,
      );
    },
  });
}
