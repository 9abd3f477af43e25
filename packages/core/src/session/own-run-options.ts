import type { ServiceOptions } from '../service/service-options.js';

/**
 * How a session outside of any workflow reaches the service, for a run of its own: all that a workflow
 * can be told of it, on the API-key service.
 */
export type OwnRunOptions = Pick<
  ServiceOptions,
  'apiKey' | 'endpointUrl' | 'retry' | 'requestTimeoutMs' | 'proxy' | 'fetch'
>;
