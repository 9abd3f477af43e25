import { randomUUID } from 'node:crypto';
import { HandoffError, ValidationError } from '@nova-act/core';
import {
  type RunPath,
  readExpiration,
  refuseUnknown,
  type ServiceOptions,
} from '@nova-act/core/runtime';
import { checksumOf } from './checksum.js';
import {
  HANDOFF_FORMAT,
  type HandedCredentials,
  type Handoff,
  type HandoffOptions,
} from './handoff.js';
import { HANDOFF_OPTIONS } from './known-options.js';

export interface HandedRun extends RunPath {
  readonly surface: 'aws' | 'api-key';
  readonly endpointUrl: string;
}

export interface HandingState {
  readonly ended: boolean;
  /** Whether the end of the run is this workflow's. */
  readonly owner: boolean;
}

/** @throws HandoffError when the run has ended or is no longer this workflow's; ValidationError. */
export function makeHandoff(
  run: HandedRun,
  service: ServiceOptions,
  options: HandoffOptions,
  state: HandingState,
): Handoff {
  refuseUnknown(options, HANDOFF_OPTIONS);
  const { ownership = 'share', credentials } = options;
  if (ownership !== 'share' && ownership !== 'transfer') {
    throw new ValidationError('is unknown', {
      field: 'ownership',
      value: ownership,
      remedy: "Use 'share' or 'transfer'.",
    });
  }
  if (state.ended) {
    throw new HandoffError(
      'HANDOFF_RUN_ENDED',
      'The run has ended: there is nothing to hand over.',
    );
  }
  if (ownership === 'transfer' && !state.owner) {
    throw new HandoffError(
      'HANDOFF_NOT_OWNER',
      "The end of this run is not this workflow's to hand over: it only joined, or has transferred it.",
    );
  }
  const { workflowDefinitionName, workflowRunId, surface, endpointUrl } = run;
  const unsigned = plain({
    format: HANDOFF_FORMAT,
    workflowDefinitionName,
    workflowRunId,
    surface,
    ownership,
    claim: ownership === 'transfer' ? randomUUID() : undefined,
    endpointUrl,
    service: {
      region: service.region,
      profile: service.profile,
      // An external ID is told to those who may assume the role, and to nobody else.
      assumeRole: service.assumeRole && { ...service.assumeRole, externalId: undefined },
      needsExternalId: service.assumeRole?.externalId === undefined ? undefined : true,
      retry: service.retry,
      requestTimeoutMs: service.requestTimeoutMs,
    },
    credentials: credentials === undefined ? undefined : included(credentials, service),
  });
  return { ...unsigned, checksum: checksumOf(unsigned) } as Handoff;
}

function included(
  asked: unknown,
  { apiKey, credentials, assumeRole }: ServiceOptions,
): HandedCredentials {
  const refused = (problem: string, remedy: string) =>
    new ValidationError(problem, { field: 'credentials', remedy });
  if (asked !== 'include') {
    throw new ValidationError('is unknown', {
      field: 'credentials',
      value: typeof asked === 'string' ? asked : undefined,
      remedy: "Use 'include', or leave it out.",
    });
  }
  if (apiKey !== undefined) return { apiKey };
  if (typeof credentials === 'function') {
    throw refused('are a function, which cannot be handed over', 'Give the joiner its own.');
  }
  if (credentials === undefined) {
    throw refused(
      'were not given to this workflow explicitly, so there are none to include',
      'Leave `credentials` out: the joiner finds them as this workflow did.',
    );
  }
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const expiration = readExpiration(credentials.expiration);
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    ...(assumeRole?.externalId === undefined ? {} : { externalId: assumeRole.externalId }),
    ...(expiration === undefined ? {} : { expiration: expiration.toISOString() }),
  };
}

/** What JSON leaves of it: the value is the same before and after any carrier. */
function plain<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
