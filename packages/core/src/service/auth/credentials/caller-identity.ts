import type { FoundCredentials } from '../aws-credentials.js';
import { askSource, isTransient } from './ask-source.js';
import { clientConfig, withoutProcessWarning } from './aws-client.js';
import type { SourceContext } from './credential-source.js';
import { SourceError } from './source-error.js';
import { type AwsError, STS_TIMEOUT_MS, stsEndpoint } from './sts.js';

/** Who AWS takes the holder of credentials for. */
export interface CallerIdentity {
  /** Twelve digits. */
  readonly account: string;
  /** `arn:aws:sts::123456789012:assumed-role/name/session`. */
  readonly arn: string;
}

/**
 * Asks STS whose these credentials are. Nobody needs a permission for it.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 * @throws AuthError
 */
export function callerIdentity(
  credentials: FoundCredentials,
  profile: string | undefined,
  context: SourceContext,
): Promise<CallerIdentity> {
  return askSource(
    {
      name: 'the identity of these credentials',
      timeoutMs: STS_TIMEOUT_MS,
      ask: (signal) => withoutProcessWarning(() => ask(credentials, profile, context, signal)),
      explain: refusal,
    },
    context,
  );
}

async function ask(
  { accessKeyId, secretAccessKey, sessionToken }: FoundCredentials,
  profile: string | undefined,
  context: SourceContext,
  signal: AbortSignal,
): Promise<CallerIdentity> {
  const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  const client = new STSClient({
    ...clientConfig(context, signal),
    region: context.region,
    systemClockOffset: context.clock.offsetMs,
    ...stsEndpoint(profile, context),
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
  });
  const { Account, Arn } = await client.send(new GetCallerIdentityCommand({}));
  if (Account && Arn) return { account: Account, arn: Arn };
  throw new SourceError('is not known: the answer of STS does not say it');
}

function refusal(error: unknown): SourceError | undefined {
  const { name, message, $metadata } = error as AwsError;
  if ($metadata?.httpStatusCode === undefined) return undefined;
  return new SourceError(`is not known. STS answered ${name}: ${message}`, {
    cause: error,
    transient: isTransient(error),
  });
}
