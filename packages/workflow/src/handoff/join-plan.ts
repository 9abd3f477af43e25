import { AuthError, HandoffError, type Logger } from '@nova-act/core';
import {
  type AuthOptions,
  createNovaActService,
  guardedLogger,
  type NovaActService,
  readConfig,
  type ServiceOptions,
} from '@nova-act/core/runtime';
import type { WorkflowSeams } from '../workflow-options.js';
import type { HandedCredentials, Handoff } from './handoff.js';

/**
 * What the joiner brings of its own. Without any authentication it uses what the parent named
 * (region, profile, role) with the AWS default provider chain, or `NOVA_ACT_API_KEY`, or the
 * credentials that the handoff includes.
 */
export interface JoinOptions extends ServiceOptions {
  /**
   * Ends what the joiner does in the run, not the run, unless its ownership was transferred. The promise
   * rejects with `WorkflowCanceledError` within 250 ms.
   */
  signal?: AbortSignal | undefined;
}

export interface JoinPlan {
  readonly service: NovaActService;
  /** What a handoff made by the joiner itself passes on. */
  readonly options: ServiceOptions;
  readonly logger: Logger;
}

/** Sends nothing. @throws AuthError, ValidationError, HandoffError */
export function planJoin(handoff: Handoff, options: JoinOptions & WorkflowSeams): JoinPlan {
  const { signal: _signal, ...reach } = options;
  const config = options.config ?? readConfig(undefined, options.logger);
  const logger = guardedLogger(options.logger ?? config.logger);
  const { retry = handoff.service.retry, requestTimeoutMs = handoff.service.requestTimeoutMs } =
    options;
  const trusted = handoff.credentials ? handoff.endpointUrl : undefined;
  const endpointUrl = options.endpointUrl ?? trusted;
  const auth = authOf(handoff, options, config.apiKey);
  const service = createNovaActService({
    ...reach,
    ...auth,
    endpointUrl,
    retry,
    requestTimeoutMs,
    config,
    logger,
    use: handoff.surface === 'aws' ? 'workflow' : 'own-run',
  });
  // Credentials go only where this process says: who can write a queue must not redirect them.
  if (service.endpointUrl !== handoff.endpointUrl || service.surface !== handoff.surface) {
    throw new HandoffError(
      'HANDOFF_RUN_UNKNOWN',
      `The run is at ${handoff.endpointUrl} (${handoff.surface}), and this process uses ` +
        `${service.endpointUrl} (${service.surface}). Give joinWorkflow the same endpointUrl and kind of ` +
        'authentication, or set them in the environment.',
    );
  }
  return { service, options: { ...auth, endpointUrl, retry, requestTimeoutMs }, logger };
}

function authOf(
  handoff: Handoff,
  own: AuthOptions,
  environmentKey: string | undefined,
): AuthOptions {
  const { apiKey, region = handoff.service.region, profile, credentials, assumeRole } = own;
  if (apiKey !== undefined) return { apiKey };
  if (profile !== undefined || credentials !== undefined || assumeRole !== undefined) {
    return { region, profile, credentials, assumeRole };
  }
  if (handoff.credentials) return fromHandoff(handoff.credentials, handoff.service);
  if (handoff.surface === 'api-key') return { apiKey: environmentKey };
  const { needsExternalId, ...named } = handoff.service;
  if (needsExternalId) throw noExternalId(named.assumeRole?.roleArn);
  // Named, so that NOVA_ACT_API_KEY, were it set here, does not make the surface unclear.
  return { ...named, region: region ?? 'us-east-1' };
}

function fromHandoff(handed: HandedCredentials, service: Handoff['service']): AuthOptions {
  if ('apiKey' in handed) return { apiKey: handed.apiKey };
  const { region } = service;
  const { expiration, externalId, ...keys } = handed;
  const assumeRole = service.assumeRole && { ...service.assumeRole, externalId };
  const credentials = expiration ? { ...keys, expiration: new Date(expiration) } : keys;
  return { region, assumeRole, credentials };
}

function noExternalId(roleArn = 'of the handoff'): AuthError {
  return new AuthError(
    `The role ${roleArn} is assumed with an external ID, which a handoff does not carry. Give ` +
      'joinWorkflow your own: assumeRole: { roleArn, externalId }.',
  );
}
