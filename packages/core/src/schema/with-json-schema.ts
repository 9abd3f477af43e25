import type { StandardSchemaV1 } from '@standard-schema/spec';
import { ValidationError } from '../errors/index.js';
import type { JsonSchema } from './schema.js';

/**
 * A schema of any Standard Schema library with the JSON Schema that the agent is told, for libraries
 * that cannot give one by themselves: `withJsonSchema(schema, zodToJsonSchema(schema))` for Zod 3.24 or
 * later and zod-to-json-schema. Answers are checked, and transformed, by `schema`.
 * @throws ValidationError when `schema` is none.
 */
export function withJsonSchema<Input, Output>(
  schema: StandardSchemaV1<Input, Output>,
  jsonSchema: JsonSchema | object,
): StandardSchemaV1<Input, Output> {
  const standard = (schema as Partial<typeof schema> | undefined)?.['~standard'];
  if (typeof standard?.validate !== 'function') {
    throw new ValidationError('is not a schema of a Standard Schema library', {
      field: 'schema',
      value: schema,
      remedy: 'Zod has it since 3.24; other libraries are listed at standardschema.dev.',
    });
  }
  const give = () => jsonSchema;
  const own = {
    version: 1,
    vendor: standard.vendor,
    validate: (value: unknown) => standard.validate(value),
    jsonSchema: { input: give, output: give },
  };
  return { '~standard': own } as StandardSchemaV1<Input, Output>;
}
