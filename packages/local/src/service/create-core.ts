import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomCredentials } from '../auth/random-credentials.js';
import type { ServiceCore } from '../engine/service-core.js';
import { createFaultPlan } from '../faults/fault-plan.js';
import { defaultCatalog } from '../operations/model-catalog.js';
import { type Journal, noJournal } from '../state/journal.js';
import { type Observations, observationsInMemory } from '../state/observations.js';
import { RequestLog } from '../state/request-log.js';
import { Store } from '../state/store.js';
import { answering } from './answering.js';
import type { LocalServiceOptions } from './local-service-options.js';
import { logInternalError } from './log-internal-error.js';

/** What a transport adds to the options. */
export interface Surroundings {
  /** Default: true. */
  pagesOpenToAll?: boolean;
  /** Default: memory. */
  persistence?: { journal: Journal; observations: Observations };
}

/** Puts the options together, with their defaults. */
export function createCore(
  options: LocalServiceOptions,
  { pagesOpenToAll = true, persistence }: Surroundings,
): ServiceCore {
  const now = options.now ?? Date.now;
  const credentials = [options.credentials ?? randomCredentials()].flat();
  const apiKeys = [options.apiKey ?? randomUUID()];
  const store = new Store(
    persistence?.journal ?? noJournal,
    persistence?.observations ??
      observationsInMemory(options.maxObservationBytes ?? 128 * 1024 * 1024),
  );
  const onInternalError = options.onInternalError ?? logInternalError;
  for (const damage of store.damages) onInternalError(damage);
  for (const name of options.workflowDefinitions ?? [])
    if (!store.definition('aws', name))
      store.savedDefinition({
        surface: 'aws',
        name,
        createdAtMs: now(),
        sequence: store.nextSequence(),
      });
  return {
    store,
    requests: new RequestLog(options.maxRequests ?? 10_000),
    faults: createFaultPlan(options.faults ?? [], options.random ?? Math.random),
    rules: {
      autoCreateDefinitions:
        options.autoCreateDefinitions ?? options.workflowDefinitions === undefined,
      region: options.region ?? 'us-east-1',
      accountId: options.accountId ?? '000000000000',
      actTimeoutMs: options.actTimeoutMs ?? 1_800_000,
      runTimeoutMs: options.runTimeoutMs ?? 86_400_000,
      deletionDelayMs: options.deletionDelayMs ?? 1_000,
      models: options.models ?? defaultCatalog,
    },
    ...answering(options, { apiKeys, credentials }, now),
    live: new Map(),
    apiKeys,
    credentials,
    pagesOpenToAll,
    now,
    newId: randomUUID,
    pause: options.pause ?? ((ms, signal) => sleep(ms, undefined, { signal })),
    onInternalError,
  };
}
