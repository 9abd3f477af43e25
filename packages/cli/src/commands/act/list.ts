import type { ActSummary } from '@nova-act/core';
import { defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { UsageError } from '../../arguments/usage-error.js';
import type { Column } from '../../output/table.js';
import { timeText, tookText } from '../../output/times.js';
import { CONTROL_ARGUMENTS, controlOf, DEFINITION_ARGUMENT } from '../../service/control.js';
import { LIST_ARGUMENTS, printList } from '../../service/listed.js';

const RUN: readonly Column<ActSummary>[] = [['RUN', (act) => act.workflowRunId]];

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
            // Two ids do not fit a terminal of 80 columns: that of the run only where it is not known.
            ...(run === undefined ? RUN : []),
          ],
        },
        around,
      );
    },
  });
}
