import type { Clock } from '../deadline/clock.js';
import { pause } from '../deadline/pause.js';
import { preempt } from '../deadline/pre-empt.js';
import { ActTimeoutError } from '../errors/index.js';
import { thrownText } from '../errors/thrown-text.js';
import { findAct } from '../service/find-act.js';
import type { NovaActService } from '../service/nova-act-service.js';
import { ownOrThrow } from '../service/on-record.js';
import type { CreateActInput } from '../wire/operations.js';
import type { TerminalActStatus } from '../wire/records.js';
import type { LooseEnds } from './loose-ends.js';

/** After an abort, how long the act's rejection waits for its status update to be on record. */
const GRACE_MS = 100;
const MAX_ERROR_MESSAGE = 10_000;
const MAX_ERROR_TYPE = 100;

/** An act that exists on the service and is owed exactly one terminal status. */
export interface ActRecord {
  /** The id of the act on the service. */
  readonly actId: string;
  /**
   * Sends the terminal status, once. Resolves with undefined when it is on record, else with why it is
   * not: the failure of the update, or the reason of `signal` when that was aborted before there was an
   * answer. The update then goes on as a loose end.
   */
  end(status: TerminalActStatus, error: unknown, signal: AbortSignal): Promise<unknown>;
}

/** Creates the act. When aborted meanwhile, an act that comes to be all the same is ended. */
export async function openAct(
  service: NovaActService,
  input: CreateActInput,
  signal: AbortSignal,
  { looseEnds, clock }: { looseEnds: LooseEnds; clock: Clock },
): Promise<ActRecord> {
  signal.throwIfAborted();
  // Not given the act's own signal: cut off, the service might have an act that nobody ends.
  const creating = service.createAct(input, { signal: looseEnds.signal });
  const update = (actId: string, status: TerminalActStatus, error: unknown) =>
    updateOnce(service, { ...pathOf(input), actId }, status, error, looseEnds.signal);
  let actId: string;
  try {
    ({ actId } = await preempt(creating, signal));
  } catch (error) {
    if (signal.aborted) {
      const late = creating.then((act) =>
        update(act.actId, statusOf(signal.reason), signal.reason),
      );
      looseEnds.add('Ending an act whose creation was answered after its abort', late);
    }
    throw error;
  }
  return {
    actId,
    async end(status, error, endSignal) {
      const updating = update(actId, status, error).then(
        () => undefined,
        (failure: unknown) => failure,
      );
      const inTime = await Promise.race([
        updating.then((failure) => ({ failure })),
        graceAfterAbort(endSignal, clock),
      ]);
      if (inTime) return inTime.failure;
      const rest = updating.then((failure) => {
        if (failure !== undefined) throw failure;
      });
      looseEnds.add('The status update of an act', rest);
      return endSignal.reason;
    },
  };
}

/** The status that is true of an act which ended with this error. */
export function statusOf(error: unknown): TerminalActStatus {
  return error instanceof ActTimeoutError ? 'TIMED_OUT' : 'FAILED';
}

async function graceAfterAbort(signal: AbortSignal, clock: Clock): Promise<undefined> {
  if (!signal.aborted) {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  }
  await pause(GRACE_MS, undefined, clock);
  return undefined;
}

function pathOf({ workflowDefinitionName, workflowRunId, sessionId }: CreateActInput) {
  return { workflowDefinitionName, workflowRunId, sessionId };
}

async function updateOnce(
  service: NovaActService,
  path: ReturnType<typeof pathOf> & { actId: string },
  status: TerminalActStatus,
  error: unknown,
  signal: AbortSignal,
): Promise<void> {
  const failed = status === 'SUCCEEDED' ? {} : { error: wireError(error) };
  try {
    await service.updateAct({ ...path, status, ...failed }, { signal });
  } catch (failure) {
    const { listActs } = service;
    // Called on the service: it may be anybody's double, with a `this` of its own.
    const read =
      listActs &&
      (async () => {
        const act = await findAct((...args) => listActs.apply(service, args), path, { signal });
        return act?.status;
      });
    await ownOrThrow(failure, { status, id: path.actId }, read);
  }
}

function wireError(error: unknown): { message: string; type: string } {
  const known = error instanceof Error ? error : new Error(thrownText(error));
  const message = known.message || known.name;
  return {
    message: message.slice(0, MAX_ERROR_MESSAGE),
    type: (known.name || 'Error').slice(0, MAX_ERROR_TYPE),
  };
}
