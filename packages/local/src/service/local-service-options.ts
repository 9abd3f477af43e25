import type { LocalCredentials } from '../auth/local-credentials.js';
import type { RecordOptions } from '../cassette/recorder.js';
import type { ReplayOptions } from '../cassette/replay-model.js';
import type { Fault } from '../faults/fault.js';
import type { LocalModel } from '../model/local-model.js';
import type { ModelCatalog } from '../operations/model-catalog.js';
import type { UpstreamOptions } from '../upstream/upstream-options.js';

/** Options of `createLocalService`. All have defaults. */
export interface LocalServiceOptions {
  /** What answers the steps. Default: {@link rulesModel}. */
  model?: LocalModel;
  /** Answers from a cassette instead of a model: its directory, or more than that. */
  replay?: string | ReplayOptions;
  /**
   * Passes what clients ask on to the real service, signed with credentials of its own, in place of a model. The real
   * service is sent no DOM capture; with `record`, what stood under each box is still kept. Operations that the real
   * service's surface does not have are answered from here.
   */
  upstream?: UpstreamOptions;
  /**
   * Writes every answered step to a cassette: its directory, or more than that. Works with `model` and `upstream`. The
   * service's own keys and those of `upstream` are kept out of it.
   */
  record?: string | RecordOptions;
  /** The key of the API-key surface. Default: a random one of 36 characters, as real ones are. */
  apiKey?: string;
  /** What the AWS surface accepts. Default: a random pair. */
  credentials?: LocalCredentials | readonly LocalCredentials[];
  /** The region that requests must be signed for. Default: `us-east-1`. */
  region?: string;
  /** Twelve digits, seen in ARNs. Default: `000000000000`. */
  accountId?: string;
  /** Workflow definitions of the AWS surface that exist from the start. */
  workflowDefinitions?: readonly string[];
  /**
   * True: a run on the AWS surface creates its workflow definition if there is none, so that a first program needs no
   * set-up. False: `ResourceNotFoundException`, as the real service answers.
   * Default: true, unless `workflowDefinitions` is given.
   */
  autoCreateDefinitions?: boolean;
  /** Faults to make on purpose from the start. More can be added while the service runs. */
  faults?: readonly Fault[];
  /** After this an act is `TIMED_OUT`. Default: 1,800,000 (the longest that the service allows an act). */
  actTimeoutMs?: number;
  /** After this a run is `TIMED_OUT`. Default: 86,400,000 (a day). */
  runTimeoutMs?: number;
  /** How long something deleted is still seen, as `DELETING`. Default: 1,000. */
  deletionDelayMs?: number;
  /** The models of `ListModels`. Default: those of the public documentation. */
  models?: ModelCatalog;
  /** How many bytes of observations (screenshots) to keep in memory; the oldest go first. Default: 134,217,728. */
  maxObservationBytes?: number;
  /** How many of the newest requests `requests()` remembers. Default: 10,000. */
  maxRequests?: number;
  /** Told of failures of the service itself. Default: writes them to stderr. */
  onInternalError?: (error: unknown) => void;
  /** Epoch milliseconds. For tests. */
  now?: () => number;
  /** From 0 up to 1, for the probability of faults. For tests. */
  random?: () => number;
  /** Waits, for `latency` faults; rejects when the signal aborts. For tests. */
  pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}
