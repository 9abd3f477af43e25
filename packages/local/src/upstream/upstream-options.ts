import type { LocalCredentials } from '../auth/local-credentials.js';

/**
 * The real service that requests are passed on to. What the environment says of endpoints is not looked at: it is
 * often this very service.
 */
export type UpstreamOptions = AwsUpstreamOptions | ApiKeyUpstreamOptions;

export interface AwsUpstreamOptions {
  surface: 'aws';
  /** Default: `us-east-1`. */
  region?: string | undefined;
  /** What the requests are signed with. Default: whatever the AWS SDK's provider chain finds, when it is first needed. */
  credentials?: LocalCredentials | (() => Promise<LocalCredentials>) | undefined;
  /** The profile of the provider chain. Default: AWS_PROFILE, or `default`. */
  profile?: string | undefined;
  /** Default: `https://nova-act.<region>.amazonaws.com`. */
  endpointUrl?: string | undefined;
  /** The workflow definition that runs of the API-key surface belong to there. Default: `default`. */
  workflowDefinitionName?: string | undefined;
  /** Default: the global one, or the way that HTTPS_PROXY, NO_PROXY and AWS_CA_BUNDLE name. */
  fetch?: typeof globalThis.fetch | undefined;
}

export interface ApiKeyUpstreamOptions {
  surface: 'api-key';
  /** Default: NOVA_ACT_API_KEY of the environment. */
  apiKey?: string | undefined;
  /** Default: `https://api.nova.amazon.com/agent`. */
  endpointUrl?: string | undefined;
  /** Default: the global one, or the way that HTTPS_PROXY, NO_PROXY and AWS_CA_BUNDLE name. */
  fetch?: typeof globalThis.fetch | undefined;
}
