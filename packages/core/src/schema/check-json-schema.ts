import { type SchemaDraft, Validator } from '@cfworker/json-schema';
import { ValidationError } from '../errors/index.js';
import type { JsonObject } from '../wire/json.js';
import type { SchemaIssue } from './schema.js';

const TYPES = new Set(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']);

/** A check of values against a JSON Schema. @throws ValidationError when the schema is unusable. */
export function jsonSchemaChecker(
  schema: JsonObject,
  field: string,
): (value: unknown) => { value: unknown } | { issues: SchemaIssue[] } {
  const types = [schema.type].flat().filter((type) => type !== undefined);
  for (const type of types) {
    if (typeof type === 'string' && TYPES.has(type)) continue;
    throw new ValidationError('is not a JSON Schema type', {
      field: `${field}.type`,
      value: type,
      remedy: `Use one of ${[...TYPES].join(', ')}.`,
    });
  }
  let validator: Validator;
  try {
    validator = new Validator(schema, draftOf(schema), false);
  } catch (cause) {
    throw new ValidationError(
      'is not a usable JSON Schema',
      { field, value: schema, remedy: 'See `cause` for what the validator found.' },
      { cause },
    );
  }
  return (value) => {
    const result = validator.validate(value);
    if (result.valid) return { value };
    return { issues: result.errors.filter(isLeaf).map(toIssue) };
  };
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

function toIssue({ instanceLocation, error }: OutputUnit): SchemaIssue {
  const path = instanceLocation
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
  return { path, message: error };
}
