import { ActConflictError, ValidationError } from '@nova-act/core';
import {
  allItems,
  type CallOptions,
  type NovaActService,
  type RunPath,
  recordOf,
  refuseUnknown,
  type ServiceReads,
  systemClock,
  type WorkflowRunSummary,
} from '@nova-act/core/runtime';
import { planRun, type RunPlan } from '../plan-run.js';
import { dropLapsedLease, leaseOf } from '../run/lease.js';
import { livesHere } from '../run/live-runs.js';
import type { WorkflowSeams } from '../workflow-options.js';
import { ORPHAN_OPTIONS } from './known-options.js';
import type { OrphanedRun, OrphanOptions, OrphanReport } from './orphan-options.js';
import { type SignOfLife, signOfLife } from './sign-of-life.js';

/** What is on record of an act whose run was left behind. */
const LEFT_BEHIND = {
  message: 'The process of its run has gone without ending it',
  type: 'OrphanedRun',
};

type Reads = Pick<ServiceReads, 'listWorkflowRuns' | 'listActs'>;

/**
 * Ends the runs of a definition that were left behind `RUNNING`: their process was killed, ran out of
 * memory, or lost its machine. Each becomes `FAILED`, its acts that have no end first.
 *
 * Whether a run lives is judged by the age of its last act. That needs nothing of those who run: no
 * heartbeat that a busy process misses, no store that all machines share, and no version of this library,
 * so runs of other SDKs are judged alike. Its price is `olderThanMs`: a run that goes longer than that
 * without an act looks like one that nobody is in. Left alone are, besides,
 *
 * - runs of processes on this machine that live, however long they go without an act: each notes the runs
 *   it is in, in a folder `nova-act-runs-…` of the temporary files of its user;
 * - runs with an act that has no end and may still be going on, for an act lasts 30 minutes at most;
 *   unless its process was on this machine, has gone, and had not handed the run over.
 *
 * The age is taken by this machine's clock, which AWS lets differ by 5 minutes from its own.
 *
 * AWS only (`nova-act:ListWorkflowRuns`, `ListActs`, `UpdateWorkflowRun`, `UpdateAct`): the service of an
 * API key has no list of runs.
 *
 * @throws ValidationError; AuthError; ActServiceError when the runs cannot be listed; the reason of
 *   `signal`. What fails with one run is in the report's `failed`, and the others are gone on with.
 */
export async function endOrphanedRuns(options: OrphanOptions): Promise<OrphanReport> {
  refuseUnknown(options, ORPHAN_OPTIONS);
  const { olderThanMs, dryRun = false, ...run } = options;
  checkAge(olderThanMs);
  const plan = planRun(run);
  const reads = readsOf(plan.service);
  const { signal, workflowDefinitionName } = plan;
  const call: CallOptions = { signal };
  const { clock = systemClock } = run as WorkflowSeams;
  const report = {
    orphans: [] as OrphanedRun[],
    alive: 0,
    failed: [] as OrphanReport['failed'][number][],
  };
  for await (const summary of runningRuns(reads, workflowDefinitionName, call)) {
    const { workflowRunId, startedAt } = summary;
    const path = { workflowDefinitionName, workflowRunId };
    const lease = leaseOf(workflowRunId);
    if (lease === 'held' || livesHere(workflowRunId)) {
      report.alive++;
      continue;
    }
    try {
      const sign = await signOfLife(reads, { ...path, startedAt }, call);
      const mayAct = lease === 'unknown' && sign.mayActUntil > clock.now();
      if (mayAct || clock.now() - sign.lastActiveAt.getTime() < olderThanMs) report.alive++;
      else if (dryRun || (await end(plan, path, sign))) {
        report.orphans.push({ ...path, startedAt, lastActiveAt: sign.lastActiveAt });
      } else report.alive++;
    } catch (error) {
      signal?.throwIfAborted();
      report.failed.push({ workflowRunId, error });
    }
  }
  return report;
}

/** @throws ValidationError */
function checkAge(olderThanMs: unknown): void {
  if (typeof olderThanMs === 'number' && olderThanMs >= 1 && Number.isFinite(olderThanMs)) return;
  throw new ValidationError('is not a number of milliseconds', {
    field: 'olderThanMs',
    value: olderThanMs,
    remedy: 'Use more than a living run goes without an act, such as 3_600_000 (an hour).',
  });
}

/** @throws ValidationError where the service has no lists. */
function readsOf(service: NovaActService): Reads {
  const { listWorkflowRuns, listActs } = service;
  if (!listWorkflowRuns || !listActs) {
    throw new ValidationError('has no list of runs', {
      field: 'apiKey',
      remedy: 'Use IAM: only the AWS service can be asked which runs there are.',
    });
  }
  return {
    listWorkflowRuns: listWorkflowRuns.bind(service),
    listActs: listActs.bind(service),
  };
}

async function* runningRuns(
  { listWorkflowRuns }: Reads,
  workflowDefinitionName: string,
  call: CallOptions,
): AsyncGenerator<WorkflowRunSummary, void, undefined> {
  // From the oldest on: what begins meanwhile comes last, and moves nothing to another page.
  const of = { workflowDefinitionName, sortOrder: 'Ascending' as const };
  const runs = allItems('ListWorkflowRuns', async (nextToken) => {
    const { workflowRunSummaries, ...rest } = await listWorkflowRuns({ ...of, nextToken }, call);
    return { items: workflowRunSummaries, ...rest };
  });
  for await (const run of runs) if (run.status === 'RUNNING') yield run;
}

/** False when the run has ended by itself meanwhile: it was alive. */
async function end(plan: RunPlan, path: RunPath, { open }: SignOfLife): Promise<boolean> {
  const { service, logger } = plan;
  for (const { sessionId, actId } of open) {
    const act = { ...path, sessionId, actId };
    try {
      await service.updateAct({ ...act, status: 'FAILED', error: LEFT_BEHIND });
    } catch (error) {
      // It may have ended by itself; and the run is ended all the same.
      logger.warn('An act of a run that was left behind could not be ended', {
        ...act,
        error: String(error),
      });
    }
  }
  try {
    await recordOf(service, path, path.workflowRunId).end('FAILED');
    dropLapsedLease(path.workflowRunId);
    return true;
  } catch (error) {
    if (error instanceof ActConflictError) return false;
    throw error;
  }
}
