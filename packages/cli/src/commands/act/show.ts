import type { ActSummary, NovaActControl } from '@nova-act/core';
import { defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { NotFoundError } from '../../failure/not-found-error.js';
import { asJson } from '../../output/json.js';
import { card } from '../../output/table.js';
import { timeText, tookText } from '../../output/times.js';
import { CONTROL_ARGUMENTS, controlOf, DEFINITION_ARGUMENT } from '../../service/control.js';

/** The service has no operation for one act: it is looked for among those of the definition, or of its run. */
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
      const act = await find(controlOf(args, around), { actId, definition, run, signal });
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

interface Wanted {
  readonly actId: string;
  readonly definition: string;
  readonly run: string | undefined;
  readonly signal: AbortSignal;
}

/** @throws NotFoundError */
async function find(
  control: NovaActControl,
  { actId, definition, run, signal }: Wanted,
): Promise<ActSummary> {
  const of = {
    workflowDefinitionName: definition,
    sortOrder: 'Descending' as const,
    ...(run === undefined ? {} : { workflowRunId: run }),
  };
  for await (const act of control.listActs(of, { signal })) if (act.actId === actId) return act;
  const where = run === undefined ? `the definition ${definition}` : `the run ${run}`;
  throw new NotFoundError(
    `There is no act ${actId} in ${where}`,
    `nova-act act list --definition ${definition} has those that there are.`,
  );
}
