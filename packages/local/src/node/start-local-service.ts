import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { apiKeyPrefix, isServicePath, surfaceOf } from '../contract/match-operation.js';
import { handleRequest } from '../engine/handle-request.js';
import { checkOptions } from '../service/check-options.js';
import type { Surroundings } from '../service/create-core.js';
import {
  createServiceParts,
  type LocalService,
  type ServiceParts,
} from '../service/create-local-service.js';
import { hideSecrets } from '../service/hide-secrets.js';
import type { LocalServiceOptions } from '../service/local-service-options.js';
import { openDataFolder } from '../sqlite/open-data-folder.js';
import { apiKeyFault } from '../surface/api-key-answer.js';
import { awsFault } from '../surface/aws-answer.js';
import { ServiceFault } from '../surface/service-fault.js';
import { type HostRules, isLoopback, refuseForeign } from './guard-host.js';
import { readRequest, sendAnswer } from './serve-answer.js';
import { type ServiceEnv, serviceEnv } from './service-env.js';

/** Options of `startLocalService`. */
export interface StartLocalServiceOptions extends LocalServiceOptions {
  /** Default: 0, any free port. */
  port?: number;
  /**
   * The address to listen on. Default: `127.0.0.1`. One that others can reach demands `apiKey` and `credentials`: who
   * knows them, and nobody else, may use the service.
   */
  host?: string;
  /**
   * Names, beside `localhost` and addresses, that a request's Host header may have: `name` with any port, or
   * `name:port`. Default: none.
   */
  allowedHosts?: readonly string[];
  /**
   * A folder to keep definitions, runs, acts and steps in, made if it isn't there; `maxObservationBytes` then does not
   * count. One service at a time may use it. Default: memory, for as long as the service runs.
   */
  dataDirectory?: string;
  /** Larger request bodies are refused with 413. Default: 33,554,432. */
  maxBodyBytes?: number;
}

/** A Nova Act service that listens on a port. */
export interface RunningLocalService extends LocalService, AsyncDisposable {
  /** The origin, such as `http://127.0.0.1:49152`: the endpoint of the AWS surface. */
  readonly url: string;
  /** The endpoint of the API-key surface. */
  readonly apiKeyUrl: string;
  /** Practice pages that are served beside the service. */
  readonly gymUrl: string;
  /**
   * What to set so that any Nova Act client uses this service: both endpoints, a key, AWS credentials and region, and
   * DOM capture. Holds both kinds of credentials; use {@link iamEnv} or {@link apiKeyEnv} where a client refuses to
   * guess between them.
   */
  readonly env: ServiceEnv;
  /** `env` without the API key. */
  readonly iamEnv: ServiceEnv;
  /** `env` without the AWS credentials. */
  readonly apiKeyEnv: ServiceEnv;
  /** Breaks off what is under way and frees the port. May be called again. */
  stop(): Promise<void>;
}

/**
 * Starts a Nova Act service on this machine.
 *
 * Rejects with a TypeError when an option is wrong, with Node's own error when the port can't be had, and with an Error
 * that says what to do when the data folder is in use or damaged.
 */
export async function startLocalService(
  options: StartLocalServiceOptions = {},
): Promise<RunningLocalService> {
  const { host = '127.0.0.1', port = 0, maxBodyBytes = 32 * 1024 * 1024 } = options;
  checkOptions(options);
  checkListening(options, host, port, maxBodyBytes);
  const { dataDirectory } = options;
  const persistence = dataDirectory === undefined ? undefined : await openDataFolder(dataDirectory);
  const parts = withPersistence(persistence, () =>
    createServiceParts(options, {
      pagesOpenToAll: isLoopback(host),
      ...(persistence ? { persistence } : {}),
    }),
  );
  const hostRules = { host, port, allowedHosts: options.allowedHosts ?? [] };
  const server = createServer(listener(parts, hostRules, maxBodyBytes));
  // Clients keep connections between the steps of an act, and a person may look at the page for minutes.
  server.keepAliveTimeout = 120_000;
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

function checkListening(
  options: StartLocalServiceOptions,
  host: string,
  port: number,
  maxBodyBytes: number,
): void {
  const refuse = (message: string): never => {
    throw new TypeError(`Local service options: ${message}`);
  };
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    refuse(`port must be from 0 to 65535, is ${port}`);
  if (!Number.isInteger(maxBodyBytes) || maxBodyBytes < 1)
    refuse(`maxBodyBytes must be a whole number above 0, is ${maxBodyBytes}`);
  if (!isLoopback(host) && (options.apiKey === undefined || options.credentials === undefined))
    refuse(
      `host ${host} can be reached by others: give apiKey and credentials, or leave host out to listen on 127.0.0.1`,
    );
}

function listener(parts: ServiceParts, hostRules: HostRules, maxBodyBytes: number) {
  const pages = getRequestListener(parts.app.fetch);
  return (request: IncomingMessage, response: ServerResponse) => {
    const refusal = refuseForeign(request, hostRules);
    if (refusal !== undefined) {
      response.writeHead(403, { 'content-type': 'text/plain', connection: 'close' });
      response.end(refusal);
      return;
    }
    const [path = '/'] = (request.url ?? '/').split('?');
    if (!isServicePath(path)) {
      void pages(request, response);
      return;
    }
    answer(parts, request, response, maxBodyBytes).catch((error: unknown) => {
      // A client that has gone needs no answer; anything else is a failure of the service's own.
      if (!response.destroyed) parts.core.onInternalError(error);
      response.destroy();
    });
  };
}

async function answer(
  { core }: ServiceParts,
  request: IncomingMessage,
  response: ServerResponse,
  maxBodyBytes: number,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort(new Error('The client has gone away'));
  });
  const raw = await readRequest(request, maxBodyBytes, gone.signal);
  if (raw) return sendAnswer(response, await handleRequest(core, raw));
  const { surface } = surfaceOf(request.url ?? '/');
  const fault = new ServiceFault(`The body is larger than ${maxBodyBytes} bytes`, {
    kind: 'too-large',
  });
  response.setHeader('connection', 'close');
  sendAnswer(response, (surface === 'aws' ? awsFault : apiKeyFault)(fault, core.newId()));
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
