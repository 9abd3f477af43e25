import { readConfig } from '../config.js';
import { guardedLogger } from '../logger.js';
import { type CallerIdentity, callerIdentity } from './auth/credentials/caller-identity.js';
import { credentialSource, sourceContext } from './auth/credentials/credential-provider.js';
import { resolveAuth } from './auth/resolve-auth.js';
import { networkOf } from './connect.js';
import type { ServiceOptions, ServiceSeams } from './service-options.js';

export type { CallerIdentity } from './auth/credentials/caller-identity.js';

/** Where credentials come from, for a person who wants to know; no secret is in it. */
export interface CredentialReport {
  /** Whether requests carry an API key, or are signed with AWS credentials. */
  readonly kind: 'api-key' | 'iam';
  /** In words: `the keys of the profile work`. */
  readonly source: string;
  /** The last four characters of the access key id. */
  readonly accessKeyIdEnd?: string | undefined;
  /** When they run out; absent of those that do not. */
  readonly expiration?: Date | undefined;
  /** Asks AWS whose they are; of a key nobody can say. @throws AuthError */
  identity?(): Promise<CallerIdentity>;
}

/**
 * Looks for the credentials that a client of these options would use, and says where they are from.
 * @param signal given up with it, so that nothing keeps the process
 * @throws AuthError, ValidationError
 */
export async function credentialReport(
  options: ServiceOptions & ServiceSeams,
  signal: AbortSignal,
): Promise<CredentialReport> {
  const config = options.config ?? readConfig(undefined, options.logger);
  const auth = resolveAuth(options, config, options.use ?? 'workflow');
  if (auth.kind === 'api-key') {
    const source = options.apiKey === undefined ? 'NOVA_ACT_API_KEY' : 'the API key';
    return { kind: 'api-key', source };
  }
  const finding = {
    logger: guardedLogger(options.logger ?? config.logger),
    fetch: networkOf(options, config, auth),
    attempts: 1,
    ...(options.clock ? { clock: options.clock } : {}),
  };
  const context = sourceContext(auth, finding, signal);
  const source = credentialSource(auth, context);
  const found = await source.provide();
  const { accessKeyId, expiration } = found;
  return {
    kind: 'iam',
    source: source.name,
    accessKeyIdEnd: accessKeyId.slice(-4),
    ...(expiration === undefined ? {} : { expiration }),
    identity: () => callerIdentity(found, auth.profile, context),
  };
}
