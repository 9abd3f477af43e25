import { ValidationError } from '../errors/index.js';
import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import type { ActOptions } from './act-options.js';

const NOT_OFFERED = 'Leave it out: the service takes no such parameter from this library.';
const IN_MILLISECONDS = 'Did you mean timeoutMs? It is in milliseconds.';

const ELSEWHERE = {
  timeout: IN_MILLISECONDS,
  timeoutSeconds: IN_MILLISECONDS,
  model_temperature: NOT_OFFERED,
  model_top_k: NOT_OFFERED,
  model_seed: NOT_OFFERED,
  abortSignal: 'Did you mean signal?',
  responseSchema: 'Did you mean schema?',
  outputSchema: 'Did you mean schema?',
};

export const ACT_OPTIONS: KnownOptions = knownOptions<ActOptions & { schema: unknown }>(
  'act() and actGet()',
  {
    schema: true,
    maxSteps: true,
    timeoutMs: true,
    observationDelayMs: true,
    signal: true,
    beforeStep: true,
    onStep: true,
    memory: true,
    variables: true,
  },
  ELSEWHERE,
);

/** What only schemas have: none of it is an option of an act. */
const SCHEMA_MEMBERS = [
  '~standard',
  '$schema',
  '$ref',
  'type',
  'properties',
  'items',
  'enum',
  'const',
  'anyOf',
  'oneOf',
  'allOf',
  // Of Zod 3, Yup and io-ts, which are no Standard Schemas or became it late.
  '_def',
  '__isYupSchema__',
  '_tag',
];

/**
 * @throws ValidationError for an option that is not known; for a schema in their place it says how a
 *   schema is given.
 */
export function refuseUnknownActOptions(options: unknown): void {
  if (isSchema(options)) {
    throw new ValidationError('are a schema', {
      field: 'options of actGet()',
      remedy: 'Give it by its name: actGet(prompt, { schema }).',
    });
  }
  refuseUnknown(options, ACT_OPTIONS);
}

function isSchema(value: unknown): boolean {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  if (Object.keys(value).some((name) => ACT_OPTIONS.names.has(name))) return false;
  return SCHEMA_MEMBERS.some((member) =>
    // Libraries have theirs on a prototype; JSON Schemas are plain.
    member.startsWith('~') || member.startsWith('_')
      ? member in value
      : Object.hasOwn(value, member),
  );
}
