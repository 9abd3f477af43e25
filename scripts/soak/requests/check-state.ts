import type { RunningLocalService, RunView } from '@nova-act/local';
import { stepsOfALife } from './use-service.js';

const ended = new Set(['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'DELETING']);
/** The longest that is remembered of a request. */
const maxRecordLength = 6_000;

/** What is not as it must be, whatever was asked for. */
export function checkState(service: RunningLocalService, mine: readonly string[]): string[] {
  const findings: string[] = [];
  const runs = service.runs();
  for (const id of mine) {
    const run = runs.find(({ workflowRunId }) => workflowRunId === id);
    const steps = run?.acts[0]?.steps.filter((step) => !step.superseded).length;
    if (run?.status !== 'SUCCEEDED' || steps !== stepsOfALife)
      findings.push(`the run of a client that did all right is ${run?.status} with ${steps} steps`);
  }
  for (const run of runs) findings.push(...checkRun(run));
  if ('polluted' in {}) findings.push('Object.prototype was changed');
  for (const record of service.requests()) {
    const { length } = JSON.stringify(record);
    if (length > maxRecordLength) findings.push(`${length} characters are kept of one request`);
    if (record.executed && record.status >= 400)
      findings.push(`${record.operation} was carried out and answered ${record.status}`);
  }
  return findings;
}

function checkRun(run: RunView): string[] {
  const findings: string[] = [];
  const demand = (holds: boolean, what: string) => {
    if (!holds) findings.push(`${run.workflowRunId}: ${what}`);
  };
  demand(ended.has(run.status) === (run.endedAtMs !== undefined), `${run.status}, ended or not`);
  demand(run.updates.filter(({ accepted }) => accepted).length <= 1, 'ended twice');
  for (const act of run.acts) {
    demand(
      ended.has(act.status) === (act.endedAtMs !== undefined),
      `act ${act.status}, ended or not`,
    );
    demand(act.updates.filter(({ accepted }) => accepted).length <= 1, 'act ended twice');
    const steps = act.steps.filter((step) => !step.superseded);
    demand(
      steps.every(
        (step, at) => step.step === at + 1 && step.previousStepId === steps[at - 1]?.stepId,
      ),
      'steps out of order',
    );
    const calls = act.steps.flatMap((step) => step.calls.map(({ callId }) => callId));
    demand(new Set(calls).size === calls.length, 'two calls of one id');
  }
  return findings;
}
