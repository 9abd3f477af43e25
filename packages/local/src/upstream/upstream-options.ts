import type { LocalCredentials } from '../auth/local-credentials.js';

/**
 * The real service that requests are passed on to. What the environment says of endpoints is not looked at: it is
 * often this very service.
 */
export type UpstreamOptions = AwsUpstreamOptions | ApiKeyUpstreamOptions;

/** The real service on its AWS surface, which requests are signed for anew. */
export interface AwsUpstreamOptions {
  /** `aws`: the service with IAM, at the cost of the account whose credentials sign. */
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

/** The real service on its API-key surface. */
export interface ApiKeyUpstreamOptions {
  /** `api-key`: the service with an API key instead of AWS credentials. */
  surface: 'api-key';
  /** Default: NOVA_ACT_API_KEY of the environment. */
  apiKey?: string | undefined;
  /** Default: `https://api.nova.amazon.com/agent`. */
  endpointUrl?: string | undefined;
  /** Default: the global one, or the way that HTTPS_PROXY, NO_PROXY and AWS_CA_BUNDLE name. */
  fetch?: typeof globalThis.fetch | undefined;
}
