import type { LocalCredentials } from '../auth/local-credentials.js';
import type { FaultPlan } from '../faults/fault-plan.js';
import type { LocalModel } from '../model/local-model.js';
import type { Operate } from '../operations/run-operation.js';
import type { LiveActs, ServiceRules } from '../operations/scope.js';
import type { RequestLog } from '../state/request-log.js';
import type { Store } from '../state/store.js';

/** Everything that answering a request needs, put together once from the options. */
export interface ServiceCore {
  store: Store;
  requests: RequestLog;
  faults: FaultPlan;
  rules: ServiceRules;
  model: LocalModel;
  /** Carries an operation out: here, or at an upstream first. */
  operate: Operate;
  live: LiveActs;
  apiKeys: readonly string[];
  credentials: readonly LocalCredentials[];
  /** True when whoever reaches the service may read its console: on a loopback address, and in memory. */
  pagesOpenToAll: boolean;
  now: () => number;
  newId: () => string;
  /** Resolves after `ms`; rejects when `signal` aborts. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Told of failures that are the service's own. */
  onInternalError: (error: unknown) => void;
}
