import type { StandardSchemaV1 } from '@standard-schema/spec';
import { ValidationError } from '../errors/index.js';
import type { JsonObject } from '../wire/json.js';
import { jsonSchemaChecker } from './check-json-schema.js';
import type { CompiledSchema, Schema } from './schema.js';

/**
 * Makes a schema ready for use. `field` names the option it came from, for the error.
 * @throws ValidationError when it is no schema, or its library cannot give a JSON Schema of it.
 */
export function compileSchema(schema: Schema, field: string): CompiledSchema {
  if (isStandard(schema)) {
    const json = plainJson(jsonSchemaOf(schema, field), field);
    return { json, check: (value) => checkStandard(schema, value) };
  }
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    throw new ValidationError('is not a schema', {
      field,
      value: schema,
      remedy: 'Pass a JSON Schema object, or a schema of a Standard Schema library such as Zod 4.',
    });
  }
  const json = plainJson(schema, field);
  const check = jsonSchemaChecker(json, field);
  return { json, check: async (value) => check(value) };
}

function isStandard(schema: unknown): schema is StandardSchemaV1 {
  // ArkType's schemas are functions.
  return (
    ((typeof schema === 'object' && schema !== null) || typeof schema === 'function') &&
    '~standard' in schema
  );
}

const TARGET = 'draft-2020-12';

/** The input side: the agent writes what the schema then parses (and may transform). */
function jsonSchemaOf(schema: StandardSchemaV1, field: string): unknown {
  const standard = schema['~standard'] as {
    vendor: string;
    jsonSchema?: { input(options: { target: string }): unknown };
  };
  try {
    if (standard.jsonSchema) return standard.jsonSchema.input({ target: TARGET });
    // Zod 4.0 and 4.1 have the method but not yet the standard's converter.
    const own = schema as { toJSONSchema?: (options: object) => unknown };
    if (typeof own.toJSONSchema === 'function') return own.toJSONSchema({ io: 'input' });
  } catch (cause) {
    throw new ValidationError(
      `${standard.vendor} cannot express this schema as JSON Schema`,
      { field, remedy: 'Leave out what JSON Schema has no word for (functions, dates, maps).' },
      { cause },
    );
  }
  throw new ValidationError(`a ${standard.vendor} schema that cannot give its JSON Schema`, {
    field,
    remedy:
      'Use Zod 4 or later, ArkType 2.1.28 or later, Valibot with toStandardJsonSchema(), or a plain JSON Schema.',
  });
}

function plainJson(schema: unknown, field: string): JsonObject {
  try {
    return JSON.parse(JSON.stringify(schema)) as JsonObject;
  } catch (cause) {
    throw new ValidationError(
      'cannot be written as JSON',
      { field, remedy: 'A JSON Schema is plain JSON: no cycles, functions or BigInts.' },
      { cause },
    );
  }
}

async function checkStandard(schema: StandardSchemaV1, value: unknown) {
  const result = await schema['~standard'].validate(value);
  if (!result.issues) return { value: result.value };
  return {
    issues: result.issues.map(({ message, path }) => ({ path: pathText(path ?? []), message })),
  };
}

function pathText(path: readonly (PropertyKey | { key: PropertyKey })[]): string {
  return path
    .map((part) => (typeof part === 'object' ? part.key : part))
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
