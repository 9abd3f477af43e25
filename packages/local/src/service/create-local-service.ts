import type { Hono } from 'hono';
import type { LocalCredentials } from '../auth/local-credentials.js';
import { isServicePath } from '../contract/match-operation.js';
import { handleRequest } from '../engine/handle-request.js';
import { type RunView, runView } from '../engine/run-view.js';
import type { ServiceCore } from '../engine/service-core.js';
import type { Faults } from '../faults/fault-plan.js';
import { pagesApp } from '../pages/pages-app.js';
import type { RequestRecord } from '../state/request-log.js';
import { checkOptions } from './check-options.js';
import { createCore, type Surroundings } from './create-core.js';
import { hideSecrets } from './hide-secrets.js';
import { fetchInMemory } from './in-memory-fetch.js';
import type { LocalServiceOptions } from './local-service-options.js';

/** A Nova Act service without a network. */
export interface LocalService {
  /** Answers a request as the service would. Give it to a client in place of the global `fetch`. */
  fetch(input: Request | string | URL, init?: RequestInit): Promise<Response>;
  /** The key that the API-key surface takes. */
  readonly apiKey: string;
  /** Credentials that the AWS surface takes. */
  readonly credentials: LocalCredentials;
  readonly region: string;
  /** Faults made on purpose: add, list, remove. */
  readonly faults: Faults;
  /** All runs with their sessions, acts and steps, oldest first: what the service saw, for tests. */
  runs(): readonly RunView[];
  /** Every request, oldest first, those that were refused too. */
  requests(): readonly RequestRecord[];
}

/** The service with its innards, for the transports of this package. */
export interface ServiceParts {
  service: LocalService;
  core: ServiceCore;
  /** Everything that is not an operation. */
  app: Hono;
  close(): void;
}

/**
 * Makes a Nova Act service that answers in memory: no port, no network.
 *
 * The AWS surface is at the root of any origin, the API-key surface below `/agent`. Throws a TypeError that names each
 * option that is wrong.
 */
export function createLocalService(options: LocalServiceOptions = {}): LocalService {
  return createServiceParts(options).service;
}

export function createServiceParts(
  options: LocalServiceOptions,
  surroundings: Surroundings = {},
): ServiceParts {
  checkOptions(options);
  const core = createCore(options, surroundings);
  const app = pagesApp(core);
  const [credentials] = core.credentials;
  const [apiKey] = core.apiKeys;
  if (!credentials || apiKey === undefined)
    throw new TypeError('Local service options: credentials must not be an empty list');
  const service: LocalService = {
    async fetch(input, init) {
      const request = new Request(input, init);
      return isServicePath(new URL(request.url).pathname)
        ? fetchInMemory(request, (raw) => handleRequest(core, raw))
        : app.fetch(request);
    },
    apiKey,
    credentials,
    region: core.rules.region,
    faults: core.faults,
    runs: () => core.store.runs().map((run) => runView(core, run)),
    requests: () => core.requests.list().map((record) => ({ ...record })),
  };
  return {
    service: hideSecrets(service, { model: core.model.name, region: core.rules.region }),
    core,
    app,
    close: () => core.store.close(),
  };
}
