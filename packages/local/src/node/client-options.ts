import { apiKeyPrefix } from '../contract/match-operation.js';
import type { LocalService } from '../service/local-service.js';

/** Options of a workflow that uses a local service. */
export interface LocalWorkflowOptions {
  /** Origin of the service, such as `http://127.0.0.1:49152`: its AWS surface. */
  readonly endpointUrl: string;
  /** The region that the service wants requests signed for: its `region` option, `us-east-1` by default. */
  readonly region: string;
  /** The first of the credentials that the service accepts. They are worth nothing elsewhere. */
  readonly credentials: {
    /** Named in the clear in each signature. */
    readonly accessKeyId: string;
    /** What requests are signed with; never sent. */
    readonly secretAccessKey: string;
    /** Sent as `x-amz-security-token`. Absent unless the service was given credentials with one. */
    readonly sessionToken?: string | undefined;
  };
}

/** Options of a session that uses a local service. */
export interface LocalNovaActOptions {
  /** The embedded model reads the page's HTML, not its picture. */
  readonly captureDom: true;
  /** For a session outside of any workflow. */
  readonly ownRun: {
    /** The key that the service's API-key surface takes. */
    readonly apiKey: string;
    /** The API-key surface, such as `http://127.0.0.1:49152/agent`. */
    readonly endpointUrl: string;
  };
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
