import { type ClientSource, type Config, readConfig } from '../config.js';
import { type Clock, systemClock } from '../deadline/clock.js';
import { ValidationError } from '../errors/index.js';
import { guardedLogger, type Logger } from '../logger.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import { apiKeyAuthorizer } from './auth/api-key.js';
import type { AwsCredentialProvider } from './auth/aws-credentials.js';
import { configuredCaBundle } from './auth/aws-files/configured-ca-bundle.js';
import { correctedClock } from './auth/corrected-clock.js';
import { credentialProvider, type FindingOptions } from './auth/credentials/credential-provider.js';
import { type ApiKeyAuth, type IamAuth, resolveAuth } from './auth/resolve-auth.js';
import { sigv4Authorizer } from './auth/sigv4.js';
import { endpointOf } from './endpoint.js';
import { SERVICE_OPTIONS } from './known-options.js';
import { networkFetch } from './network/network-fetch.js';
import { networkSettings } from './network/network-settings.js';
import type { ServiceOptions, ServiceSeams } from './service-options.js';
import { requestPolicy } from './transport/retry-options.js';
import type { Transport } from './transport/send.js';

/** The signing name of the service model's metadata. */
const SIGNING_NAME = 'nova-act';

/** The way to the service that options and environment come to; `connect` makes it. */
export interface Connection {
  /** The base URL of its requests. */
  readonly endpointUrl: string;
  /** Which service is spoken to: AWS, or that of API keys. */
  readonly surface: 'aws' | 'api-key';
  /** What requests say they come from. Default `sdk`. */
  readonly clientSource: ClientSource;
  /** What sends them: signed or with the key, tried again, cut off in time. */
  readonly transport: Transport;
  /** Of IAM: what other services of AWS are asked with, as the same identity. */
  readonly aws?: {
    /** Gives the credentials that requests are signed with, renewed when they run out. */
    readonly credentials: AwsCredentialProvider;
    /** The profile that was given, where one was. */
    readonly profile?: string | undefined;
  };
}

/** Where requests go and how they get there. Sends nothing. @throws AuthError, ValidationError */
export function connect(options: ServiceOptions & ServiceSeams): Connection {
  refuseUnknown(options, SERVICE_OPTIONS);
  const config = options.config ?? readConfig(undefined, options.logger);
  const logger = guardedLogger(options.logger ?? config.logger);
  const clock = options.clock ?? systemClock;
  const auth = resolveAuth(options, config, options.use ?? 'workflow');
  const policy = requestPolicy(options, logger);
  checkReach(options);
  const network = networkOf(options, config, auth);
  const finding = { clock, logger, fetch: network, attempts: policy.maxAttempts };
  const { authorizer, ...rest } = authorized(auth, finding);
  return {
    ...rest,
    surface: auth.kind === 'iam' ? 'aws' : 'api-key',
    clientSource: config.clientSource ?? 'sdk',
    endpointUrl: endpointOf(options.endpointUrl, config, auth),
    transport: {
      authorizer,
      fetch: options.fetch ?? network,
      clock,
      logger,
      policy,
      requestTimeoutMs: policy.requestTimeoutMs,
    },
  };
}

/** The way out that the options and the environment name. */
export function networkOf(
  { proxy }: Pick<ServiceOptions, 'proxy'>,
  { environment = {} }: Config,
  auth: IamAuth | ApiKeyAuth,
): typeof fetch {
  return networkFetch({
    proxy,
    env: () => environment,
    ...(auth.kind === 'iam' ? { caBundle: (env) => configuredCaBundle(auth.profile, env) } : {}),
  });
}

/** A proxy of the environment is looked at when it is needed: this machine is reached without. */
function checkReach({ proxy, fetch: given }: ServiceOptions): void {
  if (proxy !== undefined) networkSettings(proxy, {}, undefined);
  if (given === undefined || typeof given === 'function') return;
  throw new ValidationError('is not a function', {
    field: 'fetch',
    remedy: 'Pass one such as globalThis.fetch.',
  });
}

function authorized(
  auth: IamAuth | ApiKeyAuth,
  finding: FindingOptions & { clock: Clock; logger: Logger },
): Pick<Transport, 'authorizer'> & Pick<Connection, 'aws'> {
  if (auth.kind === 'api-key') return { authorizer: apiKeyAuthorizer(auth.apiKey) };
  const { region, profile } = auth;
  const clock = correctedClock(finding.clock, finding.logger);
  const credentials = credentialProvider(auth, { ...finding, clock });
  return {
    authorizer: sigv4Authorizer({ service: SIGNING_NAME, region, credentials, clock }),
    aws: { credentials: () => credentials(), profile },
  };
}
