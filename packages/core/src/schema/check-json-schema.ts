import { type SchemaDraft, Validator } from '@cfworker/json-schema';
import { ValidationError } from '../errors/index.js';
import type { JsonObject } from '../wire/json.js';
import type { Checked, FoundIssue } from './nulls-as-absent.js';
import { repeatedPairs, withoutUniqueItems } from './repeated-items.js';
import { subschemasOf } from './subschemas.js';

const TYPES = new Set(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']);

/** A check of values against a JSON Schema. @throws ValidationError when the schema is unusable. */
export function jsonSchemaChecker(schema: JsonObject, field: string): (value: unknown) => Checked {
  for (const { path, schema: part } of subschemasOf(schema)) {
    for (const type of [part['type']].flat()) {
      if (type === undefined || (typeof type === 'string' && TYPES.has(type))) continue;
      throw new ValidationError('is not a JSON Schema type', {
        field: path === '' ? `${field}.type` : `${field} at ${path}, type`,
        value: type,
        remedy: `Use one of ${[...TYPES].join(', ')}.`,
      });
    }
  }
  let validatorFor: (value: unknown) => Validator;
  try {
    validatorFor = validators(schema);
  } catch (cause) {
    throw new ValidationError(
      'is not a usable JSON Schema',
      { field, value: schema, remedy: 'See `cause` for what the validator found.' },
      { cause },
    );
  }
  // A schema that refers to itself or to nothing is found out by checking any value with it.
  const trial = validated(validatorFor(null), null);
  if ('problem' in trial)
    throw new ValidationError(`cannot be checked with: ${trial.problem}`, {
      field,
      remedy:
        'Each $ref must lead to a definition in the schema, and none straight back to itself.',
    });
  return (value) => {
    const result = validated(validatorFor(value), value);
    if ('problem' in result)
      return { issues: [{ keys: [], message: `cannot be checked: ${result.problem}` }] };
    if (result.valid) return { value };
    return { issues: result.errors.filter(isLeaf).map(toIssue) };
  };
}

/** Of a value with more members only the first problem is told: each is an object or more of the validator's. */
const MAX_MEMBERS = 100_000;
const MAX_REPEATED = 1_000;

/**
 * Which validator is for a value. The library compares each item of a list with each for `uniqueItems`,
 * and tells of each two that are the same: where no list has two, the keyword says nothing and goes.
 */
function validators(schema: JsonObject): (value: unknown) => Validator {
  const draft = draftOf(schema);
  const made = new Map<string, Validator>();
  const plain = withoutUniqueItems(schema);
  const make = (unique: boolean, firstOnly: boolean) => {
    const name = `${unique} ${firstOnly}`;
    const validator = made.get(name) ?? new Validator(unique ? schema : plain, draft, firstOnly);
    made.set(name, validator);
    return validator;
  };
  make(false, false);
  return (value) => {
    const repeated = plain === schema ? 0 : repeatedPairs(value);
    return make(repeated > 0, repeated > MAX_REPEATED || hasMoreThan(MAX_MEMBERS, value));
  };
}

function hasMoreThan(limit: number, value: unknown): boolean {
  let count = 0;
  const walk = (one: unknown): boolean => {
    count += 1;
    if (count > limit) return true;
    return typeof one === 'object' && one !== null && Object.values(one).some(walk);
  };
  return walk(value);
}

/** The validator throws for a reference that leads nowhere or in a circle, and for keys that no URI can hold. */
function validated(
  validator: Validator,
  value: unknown,
): ReturnType<Validator['validate']> | { problem: string } {
  try {
    return validator.validate(value);
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'a reference leads back to itself' };
    const [problem = ''] = String((error as Error).message).split('\n');
    return { problem };
  }
}

function draftOf(schema: JsonObject): SchemaDraft {
  const named = typeof schema.$schema === 'string' ? schema.$schema : '';
  if (named.includes('draft-04')) return '4';
  if (named.includes('draft-06') || named.includes('draft-07')) return '7';
  return named.includes('2019-09') ? '2019-09' : '2020-12';
}

type OutputUnit = ReturnType<Validator['validate']>['errors'][number];

// The validator reports each enclosing keyword too ("Property x does not match schema").
const ENCLOSING = new Set(['properties', 'items', 'prefixItems', 'allOf', '$ref']);
function isLeaf(error: OutputUnit): boolean {
  return !ENCLOSING.has(error.keyword);
}

function toIssue({ instanceLocation, keyword, error }: OutputUnit): FoundIssue {
  const keys = instanceLocation
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  // A member that is missing is where it should be, not where its object is.
  const missing =
    keyword === 'required' ? /^[^"]*required property "(.*)"\.$/s.exec(error)?.[1] : undefined;
  return { keys: missing === undefined ? keys : [...keys, missing], message: error };
}
