import type { ModelObservation } from '../model/local-model.js';
import type { RunRecord } from '../state/records.js';
import { runDetail, stepDetail } from './views.js';

/** Grows when a reader of the old form could not read the new one. */
const version = 1;

/**
 * A run as one JSON text, in pieces: `{ format, version, run, steps }`, where `steps` are those of all its
 * acts in their order, each with its `actId`, what the page showed and, where it is kept, its picture as a
 * data URL and its DOM capture.
 */
export function* exportRun(
  run: RunRecord,
  seenIn: (stepId: string) => ModelObservation | undefined,
): Generator<string> {
  const head = JSON.stringify({ format: 'nova-act-local-run', version, run: runDetail(run) });
  yield `${head.slice(0, -1)},"steps":[`;
  let isFirst = true;
  for (const session of run.sessions) {
    for (const act of session.acts) {
      for (const step of act.steps) {
        const seen = seenIn(step.stepId);
        const whole = {
          ...stepDetail(step, seen),
          ...(seen ? { screenshot: seen.screenshotBase64, dom: seen.simplifiedDOM } : {}),
        };
        yield `${isFirst ? '' : ','}\n${JSON.stringify(whole)}`;
        isFirst = false;
      }
    }
  }
  yield ']}\n';
}
