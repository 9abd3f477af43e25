import type { LocalCredentials } from '../auth/local-credentials.js';
import type { AwsUpstreamOptions } from './upstream-options.js';

export type UpstreamCredentials = LocalCredentials & { expiration?: Date | undefined };

export interface CredentialsAtHand {
  get(): Promise<UpstreamCredentials>;
  /** What was found last, for what must not be seen. */
  last(): UpstreamCredentials | undefined;
  /** The upstream refused them: they are looked for anew with the next request. */
  refused(): void;
}

/** Credentials that end are found anew this long before, or in the last quarter of a shorter life. */
const earlyMs = 5 * 60_000;
/** Those without an end are looked for so often: another program may rotate the files meanwhile. */
const undatedMs = 5_000;
/** A process or a portal that gives no answer. */
const deadlineMs = 30_000;
/** After a failed search that was not needed yet. */
const restMs = 10_000;

/** What requests to the upstream are signed with: looked for at the first, by one search for all who wait. */
export function credentialsAtHand(
  find: () => Promise<UpstreamCredentials>,
  now: () => number = Date.now,
): CredentialsAtHand {
  let found: UpstreamCredentials | undefined;
  let lookAgainAt = 0;
  let search: Promise<UpstreamCredentials> | undefined;
  const good = () => (found?.expiration?.getTime() ?? Number.POSITIVE_INFINITY) > now();

  async function look(): Promise<UpstreamCredentials> {
    try {
      found = await find();
      const endsAt = found.expiration?.getTime();
      lookAgainAt =
        endsAt === undefined ? now() + undatedMs : endsAt - Math.min(earlyMs, (endsAt - now()) / 4);
      return found;
    } catch (error) {
      if (!found || !good()) throw error;
      lookAgainAt = now() + restMs;
      return found;
    } finally {
      search = undefined;
    }
  }
  return {
    async get() {
      if (found && good() && now() < lookAgainAt) return found;
      search ??= look();
      return search;
    },
    last: () => found,
    refused() {
      lookAgainAt = 0;
    },
  };
}

/** The credentials given, or those of the profile, or what the AWS SDK's chain finds; files are read anew. */
export async function findCredentials(
  options: AwsUpstreamOptions,
  region: string,
): Promise<UpstreamCredentials> {
  const { credentials } = options;
  if (credentials && typeof credentials !== 'function') return credentials;
  return inTime(credentials ? credentials() : fromChain(options.profile, region));
}

const quiet = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

async function fromChain(given: string | undefined, region: string): Promise<UpstreamCredentials> {
  const profile = given ?? (process.env['AWS_PROFILE']?.trim() || undefined);
  const init = { clientConfig: { region }, ignoreCache: true, logger: quiet };
  const provide =
    profile === undefined
      ? (await import('@aws-sdk/credential-provider-node')).defaultProvider(init)
      : // A profile by name is that profile: the chain would go on to another identity.
        (await import('@aws-sdk/credential-provider-ini')).fromIni({ ...init, profile });
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = await provide();
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    expiration,
  };
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const silence = new Error(`their source gave no answer within ${deadlineMs / 1000} s`);
    timer = setTimeout(() => reject(silence), deadlineMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
