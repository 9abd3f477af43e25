import { readConfig } from '../config.js';
import { type Clock, systemClock } from '../deadline/clock.js';
import { apiKeyAuthorizer } from './auth/api-key.js';
import type { Authorizer } from './auth/authorizer.js';
import { credentialProvider } from './auth/credentials.js';
import { type ApiKeyAuth, type IamAuth, resolveAuth } from './auth/resolve-auth.js';
import { sigv4Authorizer } from './auth/sigv4.js';
import { endpointOf } from './endpoint.js';
import type { ServiceOptions, ServiceSeams } from './service-options.js';
import { requestPolicy } from './transport/retry-options.js';
import type { Transport } from './transport/send.js';

export interface Connection {
  readonly endpointUrl: string;
  readonly transport: Transport;
}

/** Where requests go and how they get there. Sends nothing. @throws AuthError, ValidationError */
export function connect(options: ServiceOptions & ServiceSeams): Connection {
  const config = options.config ?? readConfig();
  const logger = options.logger ?? config.logger;
  const clock = options.clock ?? systemClock;
  const auth = resolveAuth(options, config, options.use ?? 'workflow');
  const policy = requestPolicy(options, logger);
  return {
    endpointUrl: endpointOf(options.endpointUrl, config, auth),
    transport: {
      authorizer: authorizerOf(auth, clock),
      fetch: options.fetch ?? fetch,
      clock,
      logger,
      policy,
      requestTimeoutMs: policy.requestTimeoutMs,
    },
  };
}

function authorizerOf(auth: IamAuth | ApiKeyAuth, clock: Clock): Authorizer {
  if (auth.kind === 'api-key') return apiKeyAuthorizer(auth.apiKey);
  return sigv4Authorizer({
    region: auth.region,
    credentials: credentialProvider(auth, clock),
    clock,
  });
}
