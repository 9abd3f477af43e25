import type { LocalModel } from '../../model/local-model.js';
import { openRecorder, type Recorder, type RecordOptions } from './recorder.js';

/**
 * Wraps a model so that all it answers is written to a cassette, from which `replayModel` answers without it.
 *
 * One file an act, written anew after each step, so that it is whole at any moment. What stands under each box is kept
 * beside it when the client captures the DOM (`NOVA_ACT_CAPTURE_DOM=1`); without that a replay needs the same page in
 * the same place. One process at a time may record into a directory. Throws a CassetteError when the directory holds
 * something else.
 */
export function recordModel(inner: LocalModel, options: RecordOptions): LocalModel {
  return recordWith(openRecorder(options), inner, options.now);
}

/** The same with a recorder that is open already. */
export function recordWith(
  recorder: Recorder,
  inner: LocalModel,
  now: () => number = Date.now,
): LocalModel {
  return {
    name: inner.name,
    async step(step) {
      const startedAtMs = now();
      const calls = await inner.step(step);
      await recorder.record(step, calls, inner.name, now() - startedAtMs);
      return calls;
    },
  };
}
