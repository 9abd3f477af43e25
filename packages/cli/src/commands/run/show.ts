import { defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { asJson } from '../../output/json.js';
import { card, table } from '../../output/table.js';
import { timeText, tookText } from '../../output/times.js';
import { CONTROL_ARGUMENTS, controlOf } from '../../service/control.js';
import { RUN_PATH_ARGUMENTS, runPath } from './run-path.js';

/** Of a run with more acts, `act list --run` has them all. */
const MOST_ACTS = 100;

export function runShowCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'show', description: 'One run, with its acts' },
    args: { ...RUN_PATH_ARGUMENTS, ...CONTROL_ARGUMENTS },
    async run({ args }) {
      const control = controlOf(args, around);
      const path = runPath(args);
      const signal = around.stop();
      const run = await control.getWorkflowRun(path, { signal });
      const acts = await control
        .listActs({ ...path, sortOrder: 'Ascending' }, { limit: MOST_ACTS, signal })
        .toArray();
      if (args.json) return around.print(asJson({ ...run, acts }));
      const { workflowRunId, status, startedAt, endedAt, modelId, logGroupName } = run;
      around.print(
        card({
          run: workflowRunId,
          status,
          started: timeText(startedAt),
          ended: endedAt && timeText(endedAt),
          took: endedAt && tookText(startedAt, endedAt),
          model: modelId,
          logs: logGroupName,
        }),
      );
      if (acts.length === 0) return;
      around.print('\n');
      around.print(
        table(acts, [
          ['ACT', (act) => act.actId],
          ['STATUS', (act) => act.status],
          ['STARTED', (act) => timeText(act.startedAt)],
          ['TOOK', (act) => tookText(act.startedAt, act.endedAt)],
        ]),
      );
    },
  });
}
