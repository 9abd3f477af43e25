import { WorkflowCanceledError, WorkflowEndedError, WorkflowRunUpdateError } from '@nova-act/core';
import {
  preempt,
  runInWorkflow,
  suppress,
  type TerminalRunStatus,
  type WorkflowBinding,
} from '@nova-act/core/runtime';
import { afterAbort } from './after-abort.js';
import type { RunEnd } from './run-life.js';
import { unrecorded } from './run-outcome.js';
import { isShutdown } from './shutdown-reason.js';

/** After an abort, how long the rejection waits for the run's end to be on record. */
const GRACE_MS = 100;
/** A program whose main promise rejects is gone, so when the process is to end, the end comes first. */
const SHUTDOWN_GRACE_MS = 15_000;

/** What ends a run early, and what ends it. */
export interface RunControl {
  /** The caller's signal. */
  readonly source: AbortSignal | undefined;
  /** Aborted with the error to reject with, when the run is canceled from outside. */
  readonly canceled: AbortSignal;
  end(status: TerminalRunStatus, reason: unknown): RunEnd;
}

/**
 * Runs `body` in the context of a started workflow and ends the run with the status that is true.
 * The first thing that goes wrong is thrown, as it is; what goes wrong after it is attached to it.
 */
export async function execute<T>(
  workflow: WorkflowBinding,
  control: RunControl,
  body: () => T,
): Promise<Awaited<T>> {
  const { canceled } = control;
  const running = runInWorkflow(workflow, async () => body()) as Promise<Awaited<T>>;
  let result: Awaited<T>;
  try {
    result = await preempt(running, canceled);
  } catch (error) {
    if (canceled.aborted && error === canceled.reason) {
      // A body that fails after the abort for a reason of its own still has something to say.
      running.catch((later: unknown) => {
        if (!causes(later, error)) suppress(error, later);
      });
    }
    return await failed(control, error);
  }
  return await succeeded(control, workflow.workflowRunId, result);
}

async function failed(control: RunControl, error: unknown): Promise<never> {
  const over = new WorkflowEndedError('The run has ended FAILED', { cause: error });
  const { recorded } = control.end('FAILED', over);
  try {
    await unlessLeft(control, recorded);
  } catch (failure) {
    suppress(error, failure);
  }
  throw error;
}

async function succeeded<T>(control: RunControl, workflowRunId: string, result: T): Promise<T> {
  const { canceled, source } = control;
  const over = new WorkflowEndedError('The run has ended SUCCEEDED');
  // The first status stands: the body may have said how the run ended, or an abort come just now.
  const { status, recorded } = control.end('SUCCEEDED', over);
  if (status === 'FAILED' && canceled.aborted) return await failed(control, canceled.reason);
  const facts = { workflowRunId, status, result };
  try {
    if ((await unlessLeft(control, recorded)) === 'recorded') return result;
  } catch (cause) {
    throw unrecorded('The body is done, but run', { ...facts, cause });
  }
  const what = `The body is done, but the abort came before run ${workflowRunId} was on record as ${status}`;
  throw new WorkflowRunUpdateError(what, { ...facts, cause: source?.reason });
}

/** Waits for the end to be on record; after an abort only for a short while. */
async function unlessLeft(
  { source }: RunControl,
  recorded: Promise<unknown>,
): Promise<'recorded' | 'left'> {
  const graceMs = isShutdown(source) ? SHUTDOWN_GRACE_MS : GRACE_MS;
  const left = afterAbort(source, graceMs);
  try {
    return await Promise.race([
      recorded.then(() => 'recorded' as const),
      left.elapsed.then(() => 'left' as const),
    ]);
  } finally {
    left.stop();
  }
}

/** True when `cause` is `error` or somewhere behind it: attaching one to the other would go round. */
function causes(error: unknown, cause: unknown): boolean {
  const seen = new Set<unknown>();
  for (let at = error; at instanceof Error && !seen.has(at); at = at.cause) {
    if (at === cause) return true;
    seen.add(at);
  }
  return error === cause;
}

/** The reason a run is cancelled with, for everything in it. */
export function canceledBy(source: AbortSignal | undefined): WorkflowCanceledError {
  return new WorkflowCanceledError('The workflow was canceled by its signal', {
    cause: source?.reason,
  });
}
