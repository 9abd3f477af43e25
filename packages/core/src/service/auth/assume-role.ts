import { AuthError } from '../../errors/index.js';
import type { AssumeRoleOptions, AwsCredentialProvider } from './aws-credentials.js';

const DEFAULT_DURATION_S = 3_600;
/** The renewal serves several requests, so no single one's signal ends it: it has an end of its own. */
const STS_TIMEOUT_MS = 30_000;

/**
 * Credentials of a role, from STS in `region`. The endpoint can be changed as the AWS SDK has it:
 * `AWS_ENDPOINT_URL_STS`.
 */
export function assumedRole(
  role: AssumeRoleOptions,
  region: string,
  base: AwsCredentialProvider,
): AwsCredentialProvider {
  return async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = await base();
    const { STSClient, AssumeRoleCommand } = await import('@aws-sdk/client-sts');
    const client = new STSClient({
      region,
      credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
      maxAttempts: 2,
      requestHandler: { requestTimeout: STS_TIMEOUT_MS, connectionTimeout: STS_TIMEOUT_MS },
    });
    try {
      const { Credentials: given } = await client.send(
        new AssumeRoleCommand({
          RoleArn: role.roleArn,
          RoleSessionName: role.roleSessionName ?? 'nova-act',
          DurationSeconds: role.durationSeconds ?? DEFAULT_DURATION_S,
          ...(role.externalId === undefined ? {} : { ExternalId: role.externalId }),
        }),
      );
      if (!given?.AccessKeyId || !given.SecretAccessKey) throw new Error('STS gave no credentials');
      return {
        accessKeyId: given.AccessKeyId,
        secretAccessKey: given.SecretAccessKey,
        sessionToken: given.SessionToken,
        expiration: given.Expiration,
      };
    } catch (cause) {
      throw new AuthError(`The role ${role.roleArn} could not be assumed`, { cause: told(cause) });
    } finally {
      client.destroy();
    }
  };
}

/** The AWS error's name and message without the response objects that hang on it. */
function told(thrown: unknown): Error {
  if (!(thrown instanceof Error)) return new Error(String(thrown));
  const plain = new Error(thrown.message);
  plain.name = thrown.name;
  return plain;
}
