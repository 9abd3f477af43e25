import { defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { asJson } from '../../output/json.js';
import { card } from '../../output/table.js';
import { timeText, tookText } from '../../output/times.js';
import { CONTROL_ARGUMENTS, controlOf, DEFINITION_ARGUMENT } from '../../service/control.js';
import { findAct } from '../../service/find-act.js';

export function actShowCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'show', description: 'One act of a definition; found sooner with --run' },
    args: {
      act: { type: 'positional', required: true, description: 'Id of the act' },
      ...DEFINITION_ARGUMENT,
      run: { type: 'string', description: 'Id of its run' },
      ...CONTROL_ARGUMENTS,
    },
    async run({ args }) {
      const { act: actId, definition, run, json } = args;
      const signal = around.stop();
      const act = await findAct(controlOf(args, around), { actId, definition, run, signal });
      if (json) return around.print(asJson(act));
      around.print(
        card({
          act: act.actId,
          status: act.status,
          started: timeText(act.startedAt),
          ended: act.endedAt && timeText(act.endedAt),
          took: act.endedAt && tookText(act.startedAt, act.endedAt),
          run: act.workflowRunId,
          session: act.sessionId,
          trace: act.traceLocation?.location,
        }),
      );
    },
  });
}
