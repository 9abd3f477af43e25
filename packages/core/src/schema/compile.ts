import type { StandardSchemaV1 } from '@standard-schema/spec';
import { TimeLimitError, timeLimited } from '../deadline/time-limited.js';
import { ValidationError } from '../errors/index.js';
import { plainLine } from '../errors/plain-text.js';
import type { JsonObject } from '../wire/json.js';
import { parseJson } from '../wire/parse-json.js';
import { jsonSchemaChecker } from './check-json-schema.js';
import { converterOf, standardOf, zodVersion } from './converter.js';
import { fieldAtFault } from './field-at-fault.js';
import {
  type Checked,
  checkNullsAsAbsent,
  type FoundIssue,
  toSchemaIssue,
} from './nulls-as-absent.js';
import type { CompiledSchema, Schema, SchemaIssue } from './schema.js';

/**
 * Makes a schema ready for use. `field` names the option it came from, for the error.
 * @throws ValidationError when it is no schema, or its library cannot give a JSON Schema of it.
 */
export function compileSchema(schema: Schema, field: string): CompiledSchema {
  if (isStandard(schema)) {
    const json = plainJson(jsonSchemaOf(schema, field), field);
    return { json, check: checkedBy((value) => checkStandard(schema, value)) };
  }
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    throw new ValidationError('is not a schema', {
      field,
      value: schema,
      remedy: 'Pass a JSON Schema object, or a schema of a Standard Schema library such as Zod 4.',
    });
  }
  // A schema of a library is an object too, and as JSON it may well look like one that allows all.
  if (typeof schema['safeParse'] === 'function') throw unknownLibrary('zod', schema, field);
  const json = plainJson(schema, field);
  return { json, check: checkedBy(jsonSchemaChecker(json, field)) };
}

/** A pattern of a schema's may take for ever on a text it was not made for, and no timer runs meanwhile. */
const MAX_CHECK_MS = 1_000;
const MAX_ISSUES = 100;
/** What is wrong may quote what is wrong, which is as long as a model likes. */
const MAX_ISSUE_LENGTH = 500;

function checkedBy(check: (value: unknown) => Checked | Promise<Checked>): CompiledSchema['check'] {
  const inTime = (value: unknown): Checked | Promise<Checked> => {
    try {
      return timeLimited(MAX_CHECK_MS, () => check(value));
    } catch (error) {
      if (!(error instanceof TimeLimitError)) throw error;
      return { issues: [{ keys: [], message: `cannot be checked: ${error.message}` }] };
    }
  };
  return async (value) => {
    const checked = await checkNullsAsAbsent(value, inTime);
    return 'value' in checked ? checked : { issues: told(checked.issues) };
  };
}

function told(issues: readonly FoundIssue[]): SchemaIssue[] {
  const shown = issues.slice(0, MAX_ISSUES).map((issue) => {
    const { path, message } = toSchemaIssue(issue);
    return {
      path: plainLine(path, MAX_ISSUE_LENGTH),
      message: plainLine(message, MAX_ISSUE_LENGTH),
    };
  });
  const more = issues.length - shown.length;
  return more === 0 ? shown : [...shown, { path: '', message: `has ${more} more problems` }];
}

function isStandard(schema: unknown): schema is StandardSchemaV1 {
  // ArkType's schemas are functions.
  return (
    ((typeof schema === 'object' && schema !== null) || typeof schema === 'function') &&
    '~standard' in schema
  );
}

function jsonSchemaOf(schema: StandardSchemaV1, field: string): unknown {
  const { vendor } = standardOf(schema);
  const convert = converterOf(schema);
  if (!convert) throw unknownLibrary(vendor, schema, field);
  try {
    return convert(schema);
  } catch (cause) {
    const where = fieldAtFault(schema, convert);
    throw new ValidationError(
      `${vendor} cannot express this schema as JSON Schema${where ? `, because of ${where}` : ''}`,
      {
        field,
        remedy:
          'Describe what is written there as JSON (a date as text, say) and transform it afterwards; ' +
          'JSON Schema has no word for dates, maps or functions.',
      },
      { cause },
    );
  }
}

/** What to do, by the library that made the schema. */
const REMEDIES: Record<string, string> = {
  zod4: "Pass withJsonSchema(schema, z.toJSONSchema(schema, { io: 'input' })), or use Zod 4.2 or later: this program's own Zod was not found to convert it.",
  zod: 'Pass withJsonSchema(schema, zodToJsonSchema(schema)), with zodToJsonSchema of the package zod-to-json-schema and Zod 3.24 or later; or use Zod 4.',
  valibot:
    'Install @valibot/to-json-schema, or pass toStandardJsonSchema(schema), which is in that package.',
  arktype: 'Use ArkType 2.1 or later.',
};
const ANY_LIBRARY =
  'Use Zod 4 or later, ArkType or Valibot; or pass withJsonSchema(schema, jsonSchema) with a JSON ' +
  'Schema that says the same; or a plain JSON Schema.';

function unknownLibrary(vendor: string, schema: unknown, field: string): ValidationError {
  const kind = vendor === 'zod' && zodVersion(schema) ? 'zod4' : vendor;
  return new ValidationError(`is a ${vendor} schema that cannot give its JSON Schema`, {
    field,
    remedy: REMEDIES[kind] ?? ANY_LIBRARY,
  });
}

function plainJson(schema: unknown, field: string): JsonObject {
  try {
    return parseJson(JSON.stringify(schema)) as JsonObject;
  } catch (cause) {
    throw new ValidationError(
      'cannot be written as JSON',
      {
        field,
        remedy:
          'A JSON Schema is plain JSON: no cycles, functions or BigInts, and no nesting beyond 200 levels.',
      },
      { cause },
    );
  }
}

async function checkStandard(schema: StandardSchemaV1, value: unknown): Promise<Checked> {
  const result = await schema['~standard'].validate(value);
  if (!result.issues) return { value: result.value };
  return {
    issues: result.issues.map(({ message, path = [] }) => ({
      // Not `path.map`: a library's own kind of array makes another of its kind.
      keys: Array.from(path, (part) => (typeof part === 'object' ? part.key : part)),
      message,
    })),
  };
}
