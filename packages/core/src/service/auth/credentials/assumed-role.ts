import type { AssumeRoleOptions, FoundCredentials } from '../aws-credentials.js';
import { isExpired, isUnknown, type Refusal } from '../refusal.js';
import { askSource, isTransient } from './ask-source.js';
import { clientConfig, withoutProcessWarning } from './aws-client.js';
import { ASKED_MS, type CredentialSource, type SourceContext } from './credential-source.js';
import { SourceError } from './source-error.js';
import { type AwsError, fromSts, STS_TIMEOUT_MS, stsEndpoint } from './sts.js';

export interface Role extends AssumeRoleOptions {
  /** As errors call it: `the role arn:… of the profile admin`. */
  readonly name: string;
  readonly region: string;
  /** Where an endpoint of STS may be configured. */
  readonly profile?: string;
  /** The serial of a multi-factor device, and what tells its code. */
  readonly mfa?: { readonly serial: string; code(): Promise<string> };
}

const DEFAULT_DURATION_S = 3_600;

/** Credentials of a role, from STS in its region, or where AWS's variables and the profile say. */
export function assumedRole(
  role: Role,
  base: CredentialSource,
  context: SourceContext,
): CredentialSource {
  return {
    name: role.name,
    undatedMs: ASKED_MS,
    async provide() {
      const first = await base.provide();
      try {
        return await assume(first);
      } catch (error) {
        const refusal = ofTheBase((error as Error).cause);
        if (!refusal || !(await base.replace?.(first, isExpired(refusal)))) throw error;
        return assume(await base.provide());
      }
    },
  };

  async function assume(credentials: FoundCredentials): Promise<FoundCredentials> {
    const code = await role.mfa?.code();
    return askSource(
      {
        name: role.name,
        timeoutMs: STS_TIMEOUT_MS,
        // A code is good for one try.
        ...(code === undefined ? {} : { attempts: 1 }),
        ask: (signal) => withoutProcessWarning(() => ask(role, code, credentials, context, signal)),
        explain: (error) => refusal(error, base),
      },
      context,
    );
  }
}

async function ask(
  role: Role,
  code: string | undefined,
  base: FoundCredentials,
  context: SourceContext,
  signal: AbortSignal,
): Promise<FoundCredentials> {
  const { STSClient, AssumeRoleCommand } = await import('@aws-sdk/client-sts');
  const { accessKeyId, secretAccessKey, sessionToken } = base;
  const client = new STSClient({
    ...clientConfig(context, signal),
    region: role.region,
    systemClockOffset: context.clock.offsetMs,
    ...stsEndpoint(role.profile, context),
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
  });
  const command = new AssumeRoleCommand({
    RoleArn: role.roleArn,
    RoleSessionName: role.roleSessionName ?? 'nova-act',
    DurationSeconds: role.durationSeconds ?? DEFAULT_DURATION_S,
    ...(role.externalId === undefined ? {} : { ExternalId: role.externalId }),
    ...(role.mfa && code !== undefined ? { SerialNumber: role.mfa.serial, TokenCode: code } : {}),
  });
  const send = async () => fromSts((await client.send(command)).Credentials);
  try {
    return await send();
  } catch (error) {
    const { $metadata } = error as { $metadata?: { clockSkewCorrected?: boolean } };
    if (!$metadata?.clockSkewCorrected) throw error;
    // The client has found out, and signs with STS's time from now on.
    context.clock.correct(Date.now() + client.config.systemClockOffset);
    return send();
  }
}

/** STS's codes that speak of the credentials it was asked with, not of the role. */
function ofTheBase(error: unknown): Refusal | undefined {
  const { name: code } = (error ?? {}) as AwsError;
  const refusal = { code, serverMs: undefined };
  return isExpired(refusal) || isUnknown(refusal) ? refusal : undefined;
}

function refusal(error: unknown, base: CredentialSource): SourceError | undefined {
  const { name, message, $metadata } = error as AwsError;
  if ($metadata?.httpStatusCode === undefined) return undefined;
  const whose = ofTheBase(error) ? ` It does not take the credentials from ${base.name}.` : '';
  return new SourceError(`could not be assumed. STS answered ${name}: ${message}.${whose}`, {
    cause: error,
    transient: isTransient(error),
  });
}
