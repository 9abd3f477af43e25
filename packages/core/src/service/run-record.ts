import { onAbort } from '../deadline/on-abort.js';
import { pause } from '../deadline/pause.js';
import { preempt } from '../deadline/pre-empt.js';
import { errorTypeOf } from '../diagnostics/error-type.js';
import { runs } from '../diagnostics/run-notice.js';
import type { CreateWorkflowRunInput, RunPath, TerminalRunStatus } from '../wire/operations.js';
import type { CallOptions, NovaActService } from './nova-act-service.js';
import { ownOrThrow } from './on-record.js';

/** The end of a run is not cut off by what ended it, but neither may it hang. */
const END_TIMEOUT_MS = 130_000;

/** A run that exists on the service and is owed exactly one terminal status. */
export interface RunRecord {
  /** The id of the run on the service. */
  readonly workflowRunId: string;
  /**
   * Puts the terminal status on record. The first status wins; called again it gives the same
   * outcome. Bounded in time, and deaf to the signal the run was opened with; `options`
   * may bound it more narrowly. Resolves only when the
   * service has this status on record, and rejects with what it has instead as `recordedStatus`.
   */
  end(status: TerminalRunStatus, options?: CallOptions): Promise<void>;
}

export interface OpenRunOptions {
  /** Ends the wait for the run at once. A run that comes to be all the same is ended `FAILED`. */
  signal?: AbortSignal | undefined;
  /**
   * Told what becomes of such a late run: resolves with its status when it is ended, or with undefined when
   * it never came to be; rejects when it could not be ended.
   */
  onLate?: ((ended: Promise<TerminalRunStatus | undefined>) => void) | undefined;
}

/** Creates a run. @throws the reason of `signal` as it is; what the service's operation throws. */
export async function openRun(
  service: NovaActService,
  input: CreateWorkflowRunInput,
  { signal, onLate }: OpenRunOptions = {},
): Promise<RunRecord> {
  signal?.throwIfAborted();
  // Not given the caller's signal: cut off, the service might hold a run that nobody ends.
  const atMs = Date.now();
  const creating = service.createWorkflowRun(input);
  if (!signal) return begun(service, input, (await creating).workflowRunId, atMs);
  try {
    const { workflowRunId } = await preempt(creating, signal);
    return begun(service, input, workflowRunId, atMs);
  } catch (error) {
    if (signal.aborted) {
      const late = endLate(service, input, creating);
      // Where nobody listens, a failure to end it is no unhandled rejection.
      late.catch(() => undefined);
      onLate?.(late);
    }
    throw error;
  }
}

function begun(
  service: NovaActService,
  input: CreateWorkflowRunInput,
  workflowRunId: string,
  atMs: number,
): RunRecord {
  const { workflowDefinitionName, modelId } = input;
  const ids = { workflowDefinitionName, workflowRunId };
  runs.tell(() => ({ type: 'run.started', atMs, ...ids, modelId }));
  return recordOf(service, input, workflowRunId);
}

/** A run that was created elsewhere, to be ended here. */
export function recordOf(
  service: NovaActService,
  { workflowDefinitionName }: Pick<CreateWorkflowRunInput, 'workflowDefinitionName'>,
  workflowRunId: string,
): RunRecord {
  let ending: Promise<void> | undefined;
  const send = async (status: TerminalRunStatus, { signal, attemptTimeoutMs }: CallOptions) => {
    const bound = new AbortController();
    const off = onAbort(signal, () => bound.abort(signal?.reason));
    const timer = new AbortController();
    pause(END_TIMEOUT_MS, timer.signal).then(
      () => bound.abort(new Error(`The run's end was not answered after ${END_TIMEOUT_MS} ms`)),
      () => undefined, // It was answered first.
    );
    const input = { workflowDefinitionName, workflowRunId, status };
    const within = { signal: bound.signal, attemptTimeoutMs };
    const update = async () => {
      try {
        await service.updateWorkflowRun(input, within);
      } catch (error) {
        const read = service.getWorkflowRun && (() => statusOf(service, input, within));
        await ownOrThrow(error, { status, id: workflowRunId }, read);
      }
    };
    try {
      await preempt(update(), bound.signal);
    } finally {
      timer.abort();
      off();
    }
  };
  const told = (status: TerminalRunStatus, error?: string) => {
    const ids = { workflowDefinitionName, workflowRunId };
    runs.tell(() => ({ type: 'run.ended', atMs: Date.now(), ...ids, status, error }));
  };
  const end = async (status: TerminalRunStatus, options: CallOptions) => {
    try {
      await send(status, options);
      told(status);
    } catch (error) {
      told('FAILED', errorTypeOf(error));
      throw error;
    }
  };
  return {
    workflowRunId,
    end(status, options = {}) {
      ending ??= end(status, options);
      return ending;
    },
  };
}

async function statusOf(
  service: NovaActService,
  { workflowDefinitionName, workflowRunId }: RunPath,
  options: CallOptions,
): Promise<string | undefined> {
  const run = { workflowDefinitionName, workflowRunId };
  return (await service.getWorkflowRun?.(run, options))?.status;
}

async function endLate(
  service: NovaActService,
  input: CreateWorkflowRunInput,
  creating: Promise<{ workflowRunId: string }>,
): Promise<TerminalRunStatus | undefined> {
  let created: { workflowRunId: string };
  try {
    created = await creating;
  } catch {
    // It never came to be: there is nothing to end, and the caller has its own error already.
    return undefined;
  }
  await recordOf(service, input, created.workflowRunId).end('FAILED');
  return 'FAILED';
}
