import { rulesModel } from '@nova-act/rules';
import type { LocalCredentials } from '../auth/local-credentials.js';
import { recordWith } from '../cassette/record/record-model.js';
import { openRecorder, type RecordOptions } from '../cassette/record/recorder.js';
import { type ReplayOptions, replayModel } from '../cassette/replay/replay-model.js';
import type { ServiceCore } from '../engine/service-core.js';
import type { LocalModel } from '../model/local-model.js';
import { runOperation } from '../operations/run-operation.js';
import { forwardOperations } from '../upstream/forward-operations.js';
import { connectUpstream } from '../upstream/upstream.js';
import type { LocalServiceOptions } from './local-service-options.js';

/** The service's own keys: kept out of cassettes. */
interface Keys {
  apiKeys: readonly string[];
  credentials: readonly LocalCredentials[];
}

/** What answers the steps: a model, a cassette, or the real service; recorded if that is asked for. */
export function answering(
  options: LocalServiceOptions,
  keys: Keys,
  now: () => number,
): Pick<ServiceCore, 'model' | 'operate'> {
  const upstream = options.upstream && connectUpstream(options.upstream);
  const record = decorator(options, now, () => [
    ...keys.apiKeys,
    ...keys.credentials.flatMap(secretsOf),
    ...(upstream?.secrets() ?? []),
  ]);
  if (upstream)
    return {
      model: { name: `upstream ${upstream.surface}`, step: refuseStep },
      operate: forwardOperations(upstream, record),
    };
  const model =
    options.replay === undefined
      ? (options.model ?? rulesModel({ now: () => new Date(now()) }))
      : replayModel(replayOptions(options.replay));
  return { model: record(model), operate: runOperation };
}

function decorator(
  { record }: LocalServiceOptions,
  now: () => number,
  secrets: () => readonly string[],
): (model: LocalModel) => LocalModel {
  if (record === undefined) return (model) => model;
  const options: RecordOptions = typeof record === 'string' ? { directory: record } : record;
  const recorder = openRecorder({ now, ...options }, secrets);
  return (model) => recordWith(recorder, model, now);
}

function replayOptions(replay: string | ReplayOptions): ReplayOptions {
  return typeof replay === 'string' ? { directory: replay } : replay;
}

function secretsOf({ accessKeyId, secretAccessKey, sessionToken }: LocalCredentials): string[] {
  return [accessKeyId, secretAccessKey, ...(sessionToken === undefined ? [] : [sessionToken])];
}

/** Every step goes to the upstream; this model has a name only. */
function refuseStep(): never {
  throw new Error('Steps of a service with an upstream are answered there');
}
