import type { LocalCredentials } from '../auth/local-credentials.js';
import type { RecordOptions } from '../cassette/record/recorder.js';
import type { ReplayOptions } from '../cassette/replay/replay-model.js';
import type { Fault } from '../faults/fault.js';
import type { LocalModel } from '../model/local-model.js';
import type { ModelCatalog } from '../operations/model-catalog.js';
import type { UpstreamOptions } from '../upstream/upstream-options.js';

/** Options of `createLocalService`. All have defaults. */
export interface LocalServiceOptions {
  /** What answers the steps. Default: {@link rulesModel}. */
  model?: LocalModel | undefined;
  /** Answers from a cassette instead of a model: its directory, or more than that. */
  replay?: string | ReplayOptions | undefined;
  /**
   * Passes what clients ask on to the real service, signed with credentials of its own, in place of a model. The real
   * service is sent no DOM capture; with `record`, what stood under each box is still kept. Operations that the real
   * service's surface does not have are answered from here.
   */
  upstream?: UpstreamOptions | undefined;
  /**
   * Writes every answered step to a cassette: its directory, or more than that. Works with `model` and `upstream`. The
   * service's own keys and those of `upstream` are kept out of it.
   */
  record?: string | RecordOptions | undefined;
  /**
   * The key of the API-key surface, printable ASCII without blanks. Default: a random one of 36 characters, as real
   * ones are.
   */
  apiKey?: string | undefined;
  /** What the AWS surface accepts. Default: a random pair. */
  credentials?: LocalCredentials | readonly LocalCredentials[] | undefined;
  /** The region that requests must be signed for. Default: `us-east-1`. */
  region?: string | undefined;
  /** Twelve digits, seen in ARNs. Default: `000000000000`. */
  accountId?: string | undefined;
  /**
   * Workflow definitions of the AWS surface that exist from the start, each 1–40 letters, digits, `_` or `-`.
   * Default: none.
   */
  workflowDefinitions?: readonly string[] | undefined;
  /**
   * True: a run on the AWS surface creates its workflow definition if there is none, so that a first program needs no
   * set-up. False: `ResourceNotFoundException`, as the real service answers.
   * Default: true, unless `workflowDefinitions` is given.
   */
  autoCreateDefinitions?: boolean | undefined;
  /** Faults to make on purpose from the start. More can be added while the service runs. */
  faults?: readonly Fault[] | undefined;
  /** After this an act is `TIMED_OUT`. Default: 1,800,000 (the longest that the service allows an act). */
  actTimeoutMs?: number | undefined;
  /** After this a run is `TIMED_OUT`. Default: 86,400,000 (a day). */
  runTimeoutMs?: number | undefined;
  /** How long something deleted is still seen, as `DELETING`. Default: 1,000. */
  deletionDelayMs?: number | undefined;
  /** The models of `ListModels`. Default: those of the public documentation. */
  models?: ModelCatalog | undefined;
  /** How many bytes of observations (screenshots) to keep in memory; the oldest go first. Default: 134,217,728. */
  maxObservationBytes?: number | undefined;
  /** How many of the newest requests `requests()` remembers. Default: 10,000. */
  maxRequests?: number | undefined;
  /**
   * Told of failures of the service itself, and of what is damaged in its data folder, with the name of the file.
   * Default: writes them to stderr.
   */
  onInternalError?: ((error: unknown) => void) | undefined;
  /** The time, in epoch milliseconds, by which all is dated and times out. Default: `Date.now`. For tests. */
  now?: (() => number) | undefined;
  /** From 0 up to 1, for the probability of faults. Default: `Math.random`. For tests. */
  random?: (() => number) | undefined;
  /** Waits, for `latency` faults; rejects when the signal aborts. For tests. */
  pause?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
}
