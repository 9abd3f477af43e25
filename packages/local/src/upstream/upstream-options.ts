import type { LocalCredentials } from '../auth/local-credentials.js';

/**
 * The real service that requests are passed on to. What the environment says of endpoints is not looked at: it is
 * often this very service.
 */
export type UpstreamOptions = AwsUpstreamOptions | ApiKeyUpstreamOptions;

export interface AwsUpstreamOptions {
  surface: 'aws';
  /** Default: `us-east-1`. */
  region?: string;
  /** What the requests are signed with. Default: whatever the AWS SDK's provider chain finds, when it is first needed. */
  credentials?: LocalCredentials | (() => Promise<LocalCredentials>);
  /** The profile of the provider chain. Default: AWS_PROFILE, or `default`. */
  profile?: string;
  /** Default: `https://nova-act.<region>.amazonaws.com`. */
  endpointUrl?: string;
  /** The workflow definition that runs of the API-key surface belong to there. Default: `default`. */
  workflowDefinitionName?: string;
  /** Default: the global one. */
  fetch?: typeof globalThis.fetch;
}

export interface ApiKeyUpstreamOptions {
  surface: 'api-key';
  /** Default: NOVA_ACT_API_KEY of the environment. */
  apiKey?: string;
  /** Default: `https://api.nova.amazon.com/agent`. */
  endpointUrl?: string;
  /** Default: the global one. */
  fetch?: typeof globalThis.fetch;
}
