import type { ActSummary, NovaActControl } from '@nova-act/core';
import { NotFoundError } from '../failure/not-found-error.js';

export interface WantedAct {
  readonly actId: string;
  readonly definition: string;
  readonly run?: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * The service has no operation for one act: it is looked for among those of the definition, or of its run.
 * @throws NotFoundError
 */
export async function findAct(
  control: NovaActControl,
  { actId, definition, run, signal }: WantedAct,
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
