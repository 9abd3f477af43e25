import { resolve } from 'node:path';
import type { NovaActOptions } from '@nova-act/core';
import type { WorkflowOptions } from '@nova-act/workflow';
import type { ArgsDef, ParsedArgs } from 'citty';
import type { Surroundings } from '../arguments/surroundings.js';
import { UsageError } from '../arguments/usage-error.js';
import { wholeNumber } from '../arguments/whole-number.js';
import { namesOf, RUN_ARGUMENTS, readRun } from '../service/run-arguments.js';
import { readSession, SESSION_ARGUMENTS } from '../service/session-arguments.js';

/** What `act` and `get` take alike. */
export const ACT_ARGUMENTS = {
  prompt: { type: 'positional', required: true, description: 'What to do, in plain words' },
  url: {
    type: 'string',
    description: 'The page to begin on; with --local also one of the service: /gym/planets',
  },
  local: {
    type: 'boolean',
    description: 'Use the service on this machine, which is started for it: no account is needed',
  },
  'max-steps': { type: 'string', default: '30', description: 'Steps it may take, 1 to 199' },
  'timeout-seconds': {
    type: 'string',
    default: '1800',
    description: 'Seconds it may take, 2 to 1800',
  },
  ...RUN_ARGUMENTS,
  ...SESSION_ARGUMENTS,
  json: { type: 'boolean', description: 'Print the result as JSON, with its steps' },
  ndjson: {
    type: 'boolean',
    description: 'Print each step as a line of JSON when it is done, and the result as the last',
  },
} as const satisfies ArgsDef;

export type ActArguments = ParsedArgs<typeof ACT_ARGUMENTS>;

/** The run of an act with `--local`, where no definition is named. */
const LOCAL_DEFINITION = 'nova-act-cli';

export interface ActPlan {
  readonly prompt: string;
  /** Undefined: the service on this machine, with a run of this definition. */
  readonly run: WorkflowOptions | undefined;
  readonly localDefinition: string;
  readonly modelId: string | undefined;
  readonly session: NovaActOptions;
  /** As it was given; with `--local` it may be a path. */
  readonly url: string | undefined;
  readonly maxSteps: number;
  readonly timeoutMs: number;
  readonly output: 'text' | 'json' | 'ndjson';
}

/** @throws UsageError */
export function readAct(args: ActArguments, { env, cwd }: Surroundings): ActPlan {
  const { prompt, url, local = false, model: modelId } = args;
  if (prompt.trim() === '') throw new UsageError('The prompt is empty: say what to do');
  const logs = args.logs === undefined ? undefined : resolve(cwd, args.logs);
  return {
    prompt,
    run: local ? withoutAws(args) : readRun(args, env, undefined),
    localDefinition: args.definition ?? LOCAL_DEFINITION,
    modelId,
    session: readSession({ ...args, logs }, undefined, env),
    url,
    maxSteps: wholeNumber('max-steps', args['max-steps'], 1, 199),
    timeoutMs: wholeNumber('timeout-seconds', args['timeout-seconds'], 2, 1_800) * 1_000,
    output: args.ndjson ? 'ndjson' : args.json ? 'json' : 'text',
  };
}

function withoutAws(args: ActArguments): undefined {
  const { auth, region, profile } = args;
  const given = namesOf({ auth, region, profile });
  if (given.length === 0) return undefined;
  throw new UsageError(`${given.join(', ')} is for AWS, and not used with --local`);
}
