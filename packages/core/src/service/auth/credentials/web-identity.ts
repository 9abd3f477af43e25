import { readFile } from 'node:fs/promises';
import { askSource, isTransient } from './ask-source.js';
import { clientConfig, withoutProcessWarning } from './aws-client.js';
import { ASKED_MS, type CredentialSource, type SourceContext } from './credential-source.js';
import { SourceError } from './source-error.js';
import { type AwsError, fromSts, STS_TIMEOUT_MS, stsEndpoint } from './sts.js';

export interface WebIdentity {
  /** Where the role is named: `AWS_ROLE_ARN`, `the profile pod`. */
  readonly from: string;
  readonly roleArn: string;
  readonly tokenFile: string;
  readonly sessionName: string | undefined;
  readonly region: string;
  /** Where an endpoint of STS may be configured. */
  readonly profile?: string;
}

/** A role that a token from a file stands for, as EKS and CI systems write it; read anew each time. */
export function webIdentity(identity: WebIdentity, context: SourceContext): CredentialSource {
  const { from, roleArn, tokenFile } = identity;
  const name = `the web identity role ${roleArn} (${from})`;
  const ask = async (signal: AbortSignal) => {
    const token = await readToken(tokenFile);
    const { STSClient, AssumeRoleWithWebIdentityCommand } = await import('@aws-sdk/client-sts');
    const client = new STSClient({
      ...clientConfig(context, signal),
      ...stsEndpoint(identity.profile, context),
      region: identity.region,
      // Nothing to sign with, and nothing to look for: the token is all.
      credentials: { accessKeyId: '-', secretAccessKey: '-' },
    });
    const { Credentials } = await client.send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: roleArn,
        RoleSessionName: identity.sessionName ?? 'nova-act',
        WebIdentityToken: token,
      }),
    );
    return fromSts(Credentials);
  };
  return {
    name,
    undatedMs: ASKED_MS,
    provide: () =>
      askSource(
        {
          name,
          timeoutMs: STS_TIMEOUT_MS,
          ask: (signal) => withoutProcessWarning(() => ask(signal)),
          explain: refusal,
        },
        context,
      ),
  };
}

async function readToken(path: string): Promise<string> {
  let token: string;
  try {
    token = (await readFile(path, 'utf8')).trim();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new SourceError(`has a token file that cannot be read: ${path} (${code})`, { cause });
  }
  if (token) return token;
  throw new SourceError(`has a token file that is empty: ${path}`, { transient: true });
}

function refusal(error: unknown): SourceError | undefined {
  const { name, message, $metadata } = error as AwsError;
  if ($metadata?.httpStatusCode === undefined) return undefined;
  return new SourceError(`could not be assumed. STS answered ${name}: ${message}`, {
    cause: error,
    transient: isTransient(error),
  });
}
