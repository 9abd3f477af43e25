import { HandoffError, ValidationError } from '@nova-act/core';
import type { RunPath, ServiceOptions } from '@nova-act/core/runtime';
import { checksumOf } from './checksum.js';
import {
  HANDOFF_FORMAT,
  type HandedCredentials,
  type Handoff,
  type HandoffOptions,
} from './handoff.js';

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
  { ownership = 'share', credentials }: HandoffOptions,
  state: HandingState,
): Handoff {
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
    endpointUrl,
    service: {
      region: service.region,
      profile: service.profile,
      assumeRole: service.assumeRole,
      retry: service.retry,
      requestTimeoutMs: service.requestTimeoutMs,
    },
    credentials: credentials === undefined ? undefined : included(credentials, service),
  });
  return { ...unsigned, checksum: checksumOf(unsigned) } as Handoff;
}

function included(asked: unknown, { apiKey, credentials }: ServiceOptions): HandedCredentials {
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
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = credentials;
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    ...(expiration === undefined ? {} : { expiration: expiration.toISOString() }),
  };
}

/** What JSON leaves of it: the value is the same before and after any carrier. */
function plain<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
