import type { ActOutcome } from '../../act/run-act.js';
import type { BrowserRecorder } from '../../browser/actuator.js';
import { preempt } from '../../deadline/pre-empt.js';
import { ActError, type ActMetadata, ActTimeoutError } from '../../errors/index.js';
import type { TraceWriter } from '../../trace/index.js';

export interface RecordedWith {
  readonly recorder: BrowserRecorder;
  readonly traces: TraceWriter | undefined;
  /** What ends the act early, beside its time. */
  readonly ends: readonly AbortSignal[];
}

/** An act of which the browser is recorded meanwhile, into a file beside its page, under its name. */
export async function recordedAct(
  work: () => Promise<ActOutcome>,
  { recorder, traces, ends }: RecordedWith,
): Promise<ActOutcome> {
  const end = (metadata: ActMetadata | undefined) => {
    const page = metadata?.actId === undefined ? undefined : traces?.pathOf(metadata.actId);
    return recorder.end(page?.replace(/\.html$/, '.zip'));
  };
  await preempt(recorder.begin(), AbortSignal.any([...ends]));
  try {
    const outcome = await work();
    await end(outcome.metadata);
    return outcome;
  } catch (error) {
    const saved = end(error instanceof ActError ? error.metadata : undefined);
    // What ends the act early ends it at once; the browser waits for the file when it is closed.
    const isCut = ends.some((signal) => signal.aborted) || error instanceof ActTimeoutError;
    if (!isCut) await saved;
    throw error;
  }
}
