import type { Hono } from 'hono';
import { isServicePath } from '../contract/match-operation.js';
import { handleRequest } from '../engine/handle-request.js';
import { runView } from '../engine/run-view.js';
import type { ServiceCore } from '../engine/service-core.js';
import { pagesApp } from '../pages/pages-app.js';
import { checkOptions } from './check-options.js';
import { createCore, type Surroundings } from './create-core.js';
import { hideSecrets } from './hide-secrets.js';
import { fetchInMemory } from './in-memory-fetch.js';
import type { LocalService } from './local-service.js';
import type { LocalServiceOptions } from './local-service-options.js';

/** The service with its innards, for the transports of this package. */
export interface ServiceParts {
  service: LocalService;
  core: ServiceCore;
  /** Everything that is not an operation. */
  app: Hono;
  close(): void;
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
        ? fetchInMemory(request, (raw) => handleRequest(core, raw), init?.signal ?? undefined)
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
