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

/** What finds the credentials. Nothing is loaded, read or asked before the first call. */
export function credentialProvider(
  auth: IamAuth,
  options: FindingOptions = {},
): RenewedCredentials {
  const { logger = silentLogger } = options;
  const clock = correctedClock(options.clock ?? systemClock, logger);
  const context = (unattended: AbortSignal): SourceContext => ({
    region: auth.region,
    // AWS's variables are AWS's own affair, and looked at when they are needed.
    env: readEnvironment(),
    clock,
    logger,
    fetch: options.fetch ?? wayOut(auth.profile),
    attempts: options.attempts ?? DEFAULT_ATTEMPTS,
    mfaCode: auth.mfaCode,
    unattended,
  });
  const base = baseProvider(auth, context, { clock, logger });
  const { assumeRole: role } = auth;
  if (!role) return base;
  const source = (unattended: AbortSignal): CredentialSource => ({
    name: 'the credentials to assume it with',
    undatedMs: 0,
    provide: () => base(unattended),
    replace: base.replace,
  });
  const named = {
    ...role,
    name: `the role ${role.roleArn}`,
    region: auth.region,
    ...(auth.profile === undefined ? {} : { profile: auth.profile }),
  };
  const roleOf = (unattended: AbortSignal) =>
    assumedRole(named, source(unattended), context(unattended));
  return renewed(roleOf, { clock, logger });
}

function baseProvider(
  { credentials, profile }: IamAuth,
  context: (unattended: AbortSignal) => SourceContext,
  seams: { clock: CorrectedClock; logger: Logger },
): RenewedCredentials {
  if (typeof credentials === 'function') {
    return renewed((unattended) => userFunction(credentials, context(unattended)), seams);
  }
  if (credentials) {
    const found = checkFound(credentials, 'credentials');
    const fixed = { name: 'the `credentials` option', undatedMs: Number.POSITIVE_INFINITY };
    return renewed(() => ({ ...fixed, provide: async () => found }), seams);
  }
  return renewed((unattended) => defaultSource(profile, context(unattended)), seams);
}
