import { NovaActControl } from '@nova-act/core';
import type { ArgsDef, ParsedArgs } from 'citty';
import type { Surroundings } from '../arguments/surroundings.js';
import { DEFAULT_REGION } from './run-arguments.js';

/** What every command that looks at the service's records takes: always with AWS credentials. */
export const CONTROL_ARGUMENTS = {
  region: { type: 'string', description: 'AWS region of the service (us-east-1)' },
  profile: { type: 'string', description: 'Profile of the AWS configuration' },
  json: { type: 'boolean', description: 'Print JSON' },
} as const satisfies ArgsDef;

export type ControlArguments = Pick<ParsedArgs<typeof CONTROL_ARGUMENTS>, 'region' | 'profile'>;

/** Which definition a run, session or act belongs to. */
export const DEFINITION_ARGUMENT = {
  definition: { type: 'string', required: true, description: 'Name of the workflow definition' },
} as const satisfies ArgsDef;

/** How the service is reached for its records: a key is not enough for them, and is not looked at. */
export function controlOptions({ region, profile }: ControlArguments, { service }: Surroundings) {
  return {
    region: region ?? DEFAULT_REGION,
    ...(profile === undefined ? {} : { profile }),
    ...service,
  };
}

/** @throws AuthError, ValidationError */
export function controlOf(args: ControlArguments, around: Surroundings): NovaActControl {
  return new NovaActControl(controlOptions(args, around));
}
