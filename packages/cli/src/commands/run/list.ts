import { defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { timeText, tookText } from '../../output/times.js';
import { CONTROL_ARGUMENTS, controlOf, DEFINITION_ARGUMENT } from '../../service/control.js';
import { LIST_ARGUMENTS, printList } from '../../service/listed.js';

const STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'DELETING'] as const;

export function runListCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'list', description: 'The runs of a definition, newest first' },
    args: {
      ...DEFINITION_ARGUMENT,
      status: { type: 'enum', options: [...STATUSES], description: 'Only those' },
      ...LIST_ARGUMENTS,
      ...CONTROL_ARGUMENTS,
    },
    run({ args }) {
      const { definition: workflowDefinitionName, status, limit, json } = args;
      const control = controlOf(args, around);
      return printList(
        (options) =>
          control.listWorkflowRuns({ workflowDefinitionName, sortOrder: 'Descending' }, options),
        {
          limit,
          json,
          name: 'runs',
          keep: (run) => status === undefined || run.status === status,
          columns: [
            ['RUN', (run) => run.workflowRunId],
            ['STATUS', (run) => run.status],
            ['STARTED', (run) => timeText(run.startedAt)],
            ['TOOK', (run) => tookText(run.startedAt, run.endedAt)],
          ],
        },
        around,
      );
    },
  });
}
