import type { Surface } from '../contract/match-operation.js';
import type { LocalModel } from '../model/local-model.js';
import type { ActStatus } from '../state/records.js';
import type { Store } from '../state/store.js';
import type { ModelCatalog } from './model-catalog.js';

/** The rules of a service that outlive one request. */
export interface ServiceRules {
  /** True when a run may be created under a definition that nobody has created. AWS surface only. */
  autoCreateDefinitions: boolean;
  region: string;
  /** Twelve digits, for ARNs. */
  accountId: string;
  /** An act that has run for longer is `TIMED_OUT`. */
  actTimeoutMs: number;
  /** A run that has run for longer is `TIMED_OUT`. */
  runTimeoutMs: number;
  /** How long something deleted stays visible as `DELETING`. */
  deletionDelayMs: number;
  models: ModelCatalog;
}

/** What one operation works with. */
export interface OperationScope {
  surface: Surface;
  store: Store;
  rules: ServiceRules;
  model: LocalModel;
  /** What an act keeps while the process lives. */
  live: LiveActs;
  now: () => number;
  newId: () => string;
  /** Aborted when the client has gone away. */
  signal: AbortSignal;
}

export interface LiveAct {
  memory: Record<string, unknown>;
  /** The step request that is being answered. */
  answering: AbortSignal | undefined;
  /** The status that the act had when that came. */
  before: ActStatus | undefined;
}

export type LiveActs = Map<string, LiveAct>;
