import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiKeyPrefix } from '../contract/match-operation.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import { checkOptions } from '../service/check-options.js';
import type { Surroundings } from '../service/create-core.js';
import { hideSecrets } from '../service/hide-secrets.js';
import { logInternalError } from '../service/log-internal-error.js';
import { createServiceParts, type ServiceParts } from '../service/service-parts.js';
import { openDataFolder } from '../sqlite/open-data-folder.js';
import { clientOptions } from './client-options.js';
import { isLoopback } from './guard-host.js';
import { HeldBytes } from './held-bytes.js';
import { limitConnections, lookEveryMs } from './limit-connections.js';
import { listener } from './listener.js';
import type { RunningLocalService } from './running-local-service.js';
import { serverLimits } from './server-limits.js';
import { serviceEnv } from './service-env.js';
import { checkListening, type StartLocalServiceOptions, startOptions } from './start-options.js';

/**
 * Starts a Nova Act service on this machine.
 *
 * Rejects with a TypeError when an option is wrong, with Node's own error when the port can't be had, and with an Error
 * that says what to do when the data folder is in use or damaged.
 */
export async function startLocalService(
  options: StartLocalServiceOptions = {},
): Promise<RunningLocalService> {
  refuseUnknown(options, startOptions);
  const { host = '127.0.0.1', port = 0, maxBodyBytes = 5_000_000 } = options;
  checkOptions(options);
  checkListening(options, host, port, maxBodyBytes);
  const limits = serverLimits(options.limits ?? {}, maxBodyBytes);
  const { dataDirectory } = options;
  const tell = options.onInternalError ?? logInternalError;
  const persistence =
    dataDirectory === undefined ? undefined : await openDataFolder(dataDirectory, tell);
  const parts = withPersistence(persistence, () =>
    createServiceParts(options, {
      pagesOpenToAll: isLoopback(host),
      ...(persistence ? { persistence } : {}),
    }),
  );
  const hostRules = { host, port, allowedHosts: options.allowedHosts ?? [] };
  const server = createServer({ connectionsCheckingInterval: lookEveryMs(limits) });
  const take = listener(parts, {
    host: hostRules,
    maxBodyBytes,
    held: new HeldBytes(limits.maxUnauthenticatedBytes),
    isSurplus: limitConnections(server, limits),
    answerTimeoutMs: limits.requestTimeoutMs,
  });
  server.on('request', (request, response) => take(request, response));
  // A client that asks before it sends its body, with `Expect: 100-continue`.
  server.on('checkContinue', (request, response) =>
    take(request, response, () => response.writeContinue()),
  );
  try {
    await listen(server, port, host);
  } catch (error) {
    parts.close();
    throw error;
  }
  const { port: bound } = server.address() as AddressInfo;
  hostRules.port = bound;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
  const stop = once(() => close(server, parts));
  const service: RunningLocalService = {
    ...parts.service,
    url,
    apiKeyUrl: `${url}${apiKeyPrefix}`,
    gymUrl: `${url}/gym`,
    ...serviceEnv(url, parts.service),
    ...clientOptions(url, parts.service),
    stop,
    [Symbol.asyncDispose]: stop,
  };
  return hideSecrets(service, { url, model: parts.core.model.name });
}

/** A cassette that can't be read must not leave the data folder locked. */
function withPersistence<T>(persistence: Surroundings['persistence'], create: () => T): T {
  try {
    return create();
  } catch (error) {
    persistence?.journal.close();
    throw error;
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server, parts: ServiceParts): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      parts.close();
      resolve();
    });
    server.closeAllConnections();
  });
}

function once<T>(fn: () => T): () => T {
  let done: { value: T } | undefined;
  return () => {
    done ??= { value: fn() };
    return done.value;
  };
}
