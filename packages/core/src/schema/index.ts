export { booleanSchema, stringSchema } from './built-in.js';
export { compileSchema } from './compile.js';
export type { CompiledSchema, JsonSchema, Schema, SchemaIssue, SchemaOutput } from './schema.js';
export { withJsonSchema } from './with-json-schema.js';
