import { readEnvironment } from '../../../config.js';
import { type Clock, systemClock } from '../../../deadline/clock.js';
import { type Logger, silentLogger } from '../../../logger.js';
import { networkFetch } from '../../network/network-fetch.js';
import { configuredCaBundle } from '../aws-files/configured-ca-bundle.js';
import { type CorrectedClock, correctedClock } from '../corrected-clock.js';
import type { IamAuth } from '../resolve-auth.js';
import { assumedRole } from './assumed-role.js';
import type { CredentialSource, SourceContext } from './credential-source.js';
import { defaultSource } from './default-source.js';
import { checkFound } from './found-credentials.js';
import { userFunction } from './key-sources.js';
import { type RenewedCredentials, renewed } from './renewed.js';

/** What credentials are found with; each has a default that does for most. */
export interface FindingOptions {
  /** A corrected one is shared: what is found out about it here is known there. */
  readonly clock?: Clock | CorrectedClock;
  readonly logger?: Logger;
  /** For STS and the SSO portal. */
  readonly fetch?: typeof fetch;
  /** How often a source is asked that does not answer. */
  readonly attempts?: number;
}

const DEFAULT_ATTEMPTS = 2;

/** Of what AWS's own clients would be, for callers without options of their own. */
export const wayOut = (profile: string | undefined): typeof fetch =>
  networkFetch({
    env: readEnvironment,
    caBundle: (env) => configuredCaBundle(profile, env),
  });

/** What the sources of `auth` need of the world; of `unattended` see there. */
export function sourceContext(
  auth: IamAuth,
  options: FindingOptions,
  unattended: AbortSignal,
): SourceContext {
  const { logger = silentLogger } = options;
  return {
    region: auth.region,
    // AWS's variables are AWS's own affair, and looked at when they are needed.
    env: readEnvironment(),
    clock: correctedClock(options.clock ?? systemClock, logger),
    logger,
    fetch: options.fetch ?? wayOut(auth.profile),
    attempts: options.attempts ?? DEFAULT_ATTEMPTS,
    mfaCode: auth.mfaCode,
    unattended,
  };
}

/** What finds the credentials. Nothing is loaded, read or asked before the first call. */
export function credentialProvider(
  auth: IamAuth,
  options: FindingOptions = {},
): RenewedCredentials {
  const { logger = silentLogger } = options;
  const clock = correctedClock(options.clock ?? systemClock, logger);
  const context = (unattended: AbortSignal) =>
    sourceContext(auth, { ...options, clock }, unattended);
  const { credentials } = auth;
  // What is wrong with them is told now, and not by the first request.
  if (credentials && typeof credentials !== 'function') checkFound(credentials, 'credentials');
  const base = renewed((unattended) => baseSource(auth, context(unattended)), { clock, logger });
  if (!auth.assumeRole) return base;
  const source = (unattended: AbortSignal): CredentialSource => ({
    name: 'the credentials to assume it with',
    undatedMs: 0,
    provide: () => base(unattended),
    replace: base.replace,
  });
  const roleOf = (unattended: AbortSignal) =>
    roleSource(auth, source(unattended), context(unattended));
  return renewed(roleOf, { clock, logger });
}

/** Where the credentials come from now, a role included. @throws AuthError */
export function credentialSource(auth: IamAuth, context: SourceContext): CredentialSource {
  const base = baseSource(auth, context);
  return auth.assumeRole ? roleSource(auth, base, context) : base;
}

function baseSource({ credentials, profile }: IamAuth, context: SourceContext): CredentialSource {
  if (typeof credentials === 'function') return userFunction(credentials, context);
  if (!credentials) return defaultSource(profile, context);
  const found = checkFound(credentials, 'credentials');
  return {
    name: 'the `credentials` option',
    undatedMs: Number.POSITIVE_INFINITY,
    provide: async () => found,
  };
}

function roleSource(
  { assumeRole, region, profile }: IamAuth,
  base: CredentialSource,
  context: SourceContext,
): CredentialSource {
  if (!assumeRole) return base;
  const named = {
    ...assumeRole,
    name: `the role ${assumeRole.roleArn}`,
    region,
    ...(profile === undefined ? {} : { profile }),
  };
  return assumedRole(named, base, context);
}
