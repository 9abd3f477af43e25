import { knownOptions } from '../options/known-options.js';
import { localServiceOptionNames } from '../service/known-options.js';
import type { LocalServiceOptions } from '../service/local-service-options.js';
import { isLoopback } from './guard-host.js';
import type { ServerLimits } from './server-limits.js';

/** Options of `startLocalService`: those of the service, and where it listens, keeps its data and sets limits. */
export interface StartLocalServiceOptions extends LocalServiceOptions {
  /** The TCP port to listen on, 0 to 65,535. Default: 0, any free port. */
  port?: number | undefined;
  /**
   * The address to listen on. Default: `127.0.0.1`. One that others can reach demands `apiKey` and `credentials`: who
   * knows them, and nobody else, may use the service.
   */
  host?: string | undefined;
  /**
   * Names, beside `localhost` and addresses, that a request's Host header may have: `name` with any port, or
   * `name:port`. Default: none.
   */
  allowedHosts?: readonly string[] | undefined;
  /**
   * A folder to keep definitions, runs, acts and steps in, made if it isn't there; `maxObservationBytes` then does not
   * count. One service at a time may use it. Default: memory, for as long as the service runs.
   */
  dataDirectory?: string | undefined;
  /** Larger request bodies are refused with 413. Default: 5,000,000, as the service does. */
  maxBodyBytes?: number | undefined;
  /** What is taken from those who have not shown yet who they are, and for how long. */
  limits?: ServerLimits | undefined;
}

export const startOptions = knownOptions<StartLocalServiceOptions>(
  'Local service options',
  {
    ...localServiceOptionNames,
    port: true,
    host: true,
    allowedHosts: true,
    dataDirectory: true,
    maxBodyBytes: true,
    limits: knownOptions<ServerLimits>('Local service options', {
      maxConnections: true,
      maxUnauthenticatedBytes: true,
      headersTimeoutMs: true,
      requestTimeoutMs: true,
      idleTimeoutMs: true,
    }),
  },
  { data: 'Did you mean dataDirectory?' },
);

export function checkListening(
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
