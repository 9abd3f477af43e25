import type { ActPath } from '../wire/operations.js';
import type { ActSummary } from '../wire/records.js';
import { allItems } from './all-pages.js';
import type { CallOptions, NovaActService } from './nova-act-service.js';

/**
 * The act as the service has it, or undefined when it is not in the list of its session. Newest first:
 * the one that is asked for has just ended.
 */
export async function findAct(
  listActs: NonNullable<NovaActService['listActs']>,
  { actId, ...session }: ActPath,
  options?: CallOptions,
): Promise<ActSummary | undefined> {
  const { workflowDefinitionName, workflowRunId, sessionId } = session;
  const of = { workflowDefinitionName, workflowRunId, sessionId, sortOrder: 'Descending' as const };
  const acts = allItems('ListActs', async (nextToken) => {
    const { actSummaries: items, ...rest } = await listActs({ ...of, nextToken }, options);
    return { items, ...rest };
  });
  for await (const act of acts) if (act.actId === actId) return act;
  return undefined;
}
