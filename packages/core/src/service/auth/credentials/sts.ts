import type { FoundCredentials } from '../aws-credentials.js';
import { configuredEndpoint } from '../aws-files/configured-endpoint.js';
import type { SourceContext } from './credential-source.js';
import { SourceError } from './source-error.js';

/** For one try; STS takes well under a second. */
export const STS_TIMEOUT_MS = 10_000;

/**
 * Where STS is configured to be. The SDK looks by itself, but in the profile of `AWS_PROFILE` alone,
 * whichever is asked for.
 */
export function stsEndpoint(
  profile: string | undefined,
  { env }: SourceContext,
): { endpoint?: string } {
  const found = configuredEndpoint('sts', profile, env);
  return found ? { endpoint: found.url } : {};
}

/** An answer of AWS that is an error, as the SDK throws it. */
export interface AwsError {
  readonly name: string;
  readonly message: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

interface StsCredentials {
  readonly AccessKeyId?: string | undefined;
  readonly SecretAccessKey?: string | undefined;
  readonly SessionToken?: string | undefined;
  readonly Expiration?: Date | undefined;
}

export function fromSts(given: StsCredentials | undefined): FoundCredentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given ?? {};
  if (!AccessKeyId || !SecretAccessKey) {
    throw new SourceError('could not be assumed: the answer of STS has no credentials');
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(SessionToken ? { sessionToken: SessionToken } : {}),
    ...(Expiration ? { expiration: Expiration } : {}),
  };
}
