import { apiKeyPrefix } from '../contract/match-operation.js';
import type { LocalService } from '../service/local-service.js';

/** Options of a workflow that uses a local service. */
export interface LocalWorkflowOptions {
  readonly endpointUrl: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string | undefined;
  };
}

/** Options of a session that uses a local service. */
export interface LocalNovaActOptions {
  /** The embedded model reads the page's HTML, not its picture. */
  readonly captureDom: true;
  /** For a session outside of any workflow. */
  readonly ownRun: { readonly apiKey: string; readonly endpointUrl: string };
}

/** What to spread into a client's options so that it uses the service at `url`. */
export function clientOptions(
  url: string,
  { apiKey, credentials, region }: Pick<LocalService, 'apiKey' | 'credentials' | 'region'>,
): { workflowOptions: LocalWorkflowOptions; novaActOptions: LocalNovaActOptions } {
  return {
    workflowOptions: { endpointUrl: url, region, credentials: { ...credentials } },
    novaActOptions: {
      captureDom: true,
      ownRun: { apiKey, endpointUrl: `${url}${apiKeyPrefix}` },
    },
  };
}
