import { endOrphanedRuns, type OrphanReport } from '@nova-act/workflow';
import { type ArgsDef, defineCommand } from 'citty';
import type { Surroundings } from '../../arguments/surroundings.js';
import { UsageError } from '../../arguments/usage-error.js';
import { wholeNumber } from '../../arguments/whole-number.js';
import { asJson } from '../../output/json.js';
import { table } from '../../output/table.js';
import { timeText } from '../../output/times.js';
import { CONTROL_ARGUMENTS, controlOf, controlOptions } from '../../service/control.js';
import { RUN_PATH_ARGUMENTS, runPath } from './run-path.js';

const ARGUMENTS = {
  ...RUN_PATH_ARGUMENTS,
  run: { ...RUN_PATH_ARGUMENTS.run, required: false },
  status: {
    type: 'enum',
    options: ['FAILED', 'SUCCEEDED'],
    default: 'FAILED',
    description: 'What is on record of it from then on',
  },
  orphans: {
    type: 'boolean',
    description: 'End all runs of the definition that nobody is in any more',
  },
  'idle-minutes': {
    type: 'string',
    default: '60',
    description:
      'With --orphans: minutes without an act, 1 to 10080; more than a living run pauses',
  },
  'dry-run': { type: 'boolean', description: 'With --orphans: only say which they are' },
  ...CONTROL_ARGUMENTS,
} as const satisfies ArgsDef;

/** `nova-act run end ID`, and `nova-act run end --orphans`. */
export function runEndCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'end', description: 'End a run that goes on, or all that were left behind' },
    args: ARGUMENTS,
    async run({ args }) {
      const { run, status, orphans = false, 'dry-run': dryRun = false, json = false } = args;
      if (orphans === (run !== undefined)) {
        throw new UsageError('Give the id of the run to end, or --orphans for those left behind');
      }
      if (dryRun && !orphans) throw new UsageError('--dry-run is of --orphans');
      const minutes = wholeNumber('idle-minutes', args['idle-minutes'], 1, 10_080);
      const signal = around.stop();
      if (run !== undefined) {
        const path = runPath({ ...args, run });
        await controlOf(args, around).updateWorkflowRun({ ...path, status }, { signal });
        return around.print(json ? asJson({ workflowRunId: run, status }) : `${run} ${status}\n`);
      }
      if (status !== 'FAILED') {
        throw new UsageError(
          '--status SUCCEEDED is for one run: nobody knows how those left behind went',
        );
      }
      const report = await endOrphanedRuns({
        ...controlOptions(args, around),
        workflowDefinitionName: args.definition,
        olderThanMs: minutes * 60_000,
        dryRun,
        signal,
      });
      tell(report, { dryRun, json }, around);
    },
  });
}

function tell(
  { orphans, alive, failed }: OrphanReport,
  { dryRun, json }: { dryRun: boolean; json: boolean },
  { print, printError }: Surroundings,
): void {
  const failures = failed.map(({ workflowRunId, error }) => ({
    workflowRunId,
    message: error instanceof Error ? error.message : String(error),
  }));
  if (json) print(asJson({ orphans, alive, failed: failures, dryRun }));
  else if (orphans.length > 0) {
    print(
      table(orphans, [
        ['RUN', (run) => run.workflowRunId],
        ['STARTED', (run) => timeText(run.startedAt)],
        ['LAST ACTIVE', (run) => timeText(run.lastActiveAt)],
      ]),
    );
  }
  printError(`${tellOrphans(orphans.length, dryRun)}; ${alive} live.\n`);
  const [first] = failures;
  if (!first) return;
  throw new Error(
    `${failures.length} could not be looked at or ended; ${first.workflowRunId}: ${first.message}`,
  );
}

function tellOrphans(count: number, dryRun: boolean): string {
  if (count === 0) return 'No run was left behind';
  const [were, are] = count === 1 ? ['was', 'is'] : ['were', 'are'];
  return `${count} ${were} left behind${dryRun ? '' : `, and ${are} FAILED now`}`;
}
