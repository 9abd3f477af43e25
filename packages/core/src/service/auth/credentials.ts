import type { Clock } from '../../deadline/clock.js';
import { AuthError } from '../../errors/index.js';
import { assumedRole } from './assume-role.js';
import type { AwsCredentialProvider, AwsCredentials } from './aws-credentials.js';
import { renewed } from './renewed.js';
import type { IamAuth } from './resolve-auth.js';

/** What finds the credentials. Nothing is loaded, read or asked before the first call. */
export function credentialProvider(auth: IamAuth, clock: Clock): AwsCredentialProvider {
  const base = baseProvider(auth, clock);
  if (!auth.assumeRole) return base;
  return renewed(assumedRole(auth.assumeRole, auth.region, base), clock);
}

function baseProvider({ credentials, profile, region }: IamAuth, clock: Clock) {
  if (typeof credentials === 'function') return renewed(() => called(credentials), clock);
  if (credentials) {
    const fixed = Promise.resolve(credentials);
    return () => fixed;
  }
  return renewed(() => fromChain(profile, region), clock);
}

async function called(provider: AwsCredentialProvider): Promise<AwsCredentials> {
  let given: unknown;
  try {
    given = await provider();
  } catch (cause) {
    throw new AuthError('The `credentials` function failed', { cause });
  }
  const { accessKeyId, secretAccessKey } = (given ?? {}) as Partial<AwsCredentials>;
  if (typeof accessKeyId === 'string' && typeof secretAccessKey === 'string') {
    return given as AwsCredentials;
  }
  throw new AuthError('The `credentials` function gave no accessKeyId and secretAccessKey');
}

/** The AWS SDK's own chain: environment, files and SSO of `profile`, container, instance. */
async function fromChain(profile: string | undefined, region: string): Promise<AwsCredentials> {
  const { defaultProvider } = await import('@aws-sdk/credential-provider-node');
  try {
    const chain = defaultProvider({ clientConfig: { region }, ...(profile ? { profile } : {}) });
    return await chain();
  } catch (cause) {
    throw new AuthError(
      `No AWS credentials were found${profile ? ` for the profile ${profile}` : ''}. Give one of: ` +
        '`credentials`, `profile`, AWS_PROFILE, AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY, ' +
        'a container or instance role; or, for the API-key surface, `apiKey`.',
      { cause },
    );
  }
}
