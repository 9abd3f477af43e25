import { type EventListener, type NovaActEvent, progressReporter } from '@nova-act/core';
import type { Surroundings } from '../arguments/surroundings.js';
import { FailedInRunError, type RunPlace } from '../failure/failed-in-run.js';
import { asJson, asLine } from '../output/json.js';
import type { ActPlan } from './act-arguments.js';
import type { ActReport } from './report.js';
import { type Asked, runAct } from './run-act.js';
import { stepLines } from './step-lines.js';

/**
 * Does an act and tells it: how it goes on standard error, what it came to on standard output, so that a
 * pipe has the answer alone.
 */
export async function toldAct(plan: ActPlan, asked: Asked, around: Surroundings): Promise<void> {
  const { output } = plan;
  const place = placeOfRun();
  const listen = listener(output, around);
  const report = await runAct(plan, asked, {
    signal: around.stop(),
    // Told at once: an act that is ended from outside is found by it.
    onRun: (workflowRunId) => {
      place.began(workflowRunId);
      if (output === 'ndjson') around.print(asLine({ type: 'run', workflowRunId }));
      else around.printError(`run ${workflowRunId}\n`);
    },
    onEvent: (event) => {
      place.heard(event);
      return listen(event);
    },
    service: around.service,
  }).catch((error: unknown) => {
    throw place.of(error);
  });
  if (output === 'json') return around.print(asJson(report));
  if (output === 'ndjson') return around.print(asLine({ type: 'result', ...withoutSteps(report) }));
  const { answer = report.response, workflowRunId, actId, tracePath } = report;
  if (answer !== undefined)
    around.print(typeof answer === 'string' ? `${answer}\n` : asJson(answer));
  around.printError(
    `run ${workflowRunId} SUCCEEDED${actId === undefined ? '' : `, act ${actId}`}\n`,
  );
  if (tracePath !== undefined) around.printError(`trace ${tracePath}\n`);
}

/** Where the act is on record, as far as that has come. */
function placeOfRun() {
  let place: RunPlace | undefined;
  return {
    began(workflowRunId: string): void {
      place = { workflowRunId };
    },
    heard(event: NovaActEvent): void {
      if (!place) return;
      const { sessionId } = event;
      place = { ...place, sessionId, ...('actId' in event ? { actId: event.actId } : {}) };
    },
    of: (error: unknown): unknown => (place ? new FailedInRunError(error, place) : error),
  };
}

function listener(output: ActPlan['output'], around: Surroundings): EventListener {
  if (output === 'ndjson') return stepLines((line) => around.print(asLine(line)));
  if (output === 'json') return () => {};
  const tell = progressReporter({
    write: (line) => around.printError(`${line}\n`),
    colors: around.errorColors,
  });
  // Why it failed is the command's last word, in full; once is enough.
  return (event) =>
    tell(
      event.type === 'act.finished' && event.error
        ? { ...event, error: { ...event.error, message: '' } }
        : event,
    );
}

/** Each has been told when it was done. */
function withoutSteps({ steps: _, ...rest }: ActReport): Omit<ActReport, 'steps'> {
  return rest;
}
