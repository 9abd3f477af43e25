import {
  type ActSummary,
  allItems,
  type CallOptions,
  type RunPath,
  type ServiceReads,
} from '@nova-act/core/runtime';

/** The longest that an act may last: https://docs.aws.amazon.com/nova-act/ (`timeout`, 1,800 s). */
const MAX_ACT_MS = 1_800_000;

export interface SignOfLife {
  readonly lastActiveAt: Date;
  /** Acts without a terminal status, newest first. */
  readonly open: readonly ActSummary[];
  /** Until when one of them may be going on, in epoch milliseconds; 0 without any. */
  readonly mayActUntil: number;
}

/** Acts that the service is not told of any more: the whole list, for any of them may be the last to end. */
export async function signOfLife(
  service: Pick<ServiceReads, 'listActs'>,
  run: RunPath & { readonly startedAt: Date },
  options: CallOptions,
): Promise<SignOfLife> {
  const { workflowDefinitionName, workflowRunId, startedAt } = run;
  const of = { workflowDefinitionName, workflowRunId, sortOrder: 'Descending' as const };
  let lastMs = startedAt.getTime();
  const open: ActSummary[] = [];
  const acts = allItems('ListActs', async (nextToken) => {
    const { actSummaries, ...rest } = await service.listActs({ ...of, nextToken }, options);
    return { items: actSummaries, ...rest };
  });
  for await (const act of acts) {
    lastMs = Math.max(lastMs, act.startedAt.getTime(), act.endedAt?.getTime() ?? 0);
    if (isOpen(act)) open.push(act);
  }
  const until = open.map((act) => act.startedAt.getTime() + MAX_ACT_MS);
  return { lastActiveAt: new Date(lastMs), open, mayActUntil: Math.max(0, ...until) };
}

const TERMINAL = new Set(['SUCCEEDED', 'FAILED', 'TIMED_OUT']);
const isOpen = ({ status }: ActSummary) => !TERMINAL.has(status);
