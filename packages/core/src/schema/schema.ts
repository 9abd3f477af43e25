import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { JsonValue } from '../wire/json.js';
import type { FromJsonSchema } from './infer-json-schema.js';

/** Carries a TypeScript type on a JSON Schema; exists in types only. */
declare const described: unique symbol;

/**
 * A JSON Schema (draft 4, 7, 2019-09 or 2020-12, told apart by `$schema`; 2020-12 without one).
 * `T` is what it describes: `const City: JsonSchema<{ name: string }> = { … }`. One that is written where
 * it is used, or `as const`, needs no such help: its type follows from its keywords.
 */
export interface JsonSchema<T = unknown> {
  readonly [keyword: string]: unknown;
  /** The type that it describes; there in types only, never set. */
  readonly [described]?: T;
}

/**
 * What describes an answer or a tool's input: a JSON Schema, or a schema of any library that
 * implements Standard Schema and can give its JSON Schema: Zod 4, ArkType, Valibot with
 * `@valibot/to-json-schema` installed, TypeBox; others by `withJsonSchema`.
 */
export type Schema<T = unknown> = StandardSchemaV1<unknown, T> | JsonSchema<T>;

/** The type a schema's validated value has. */
export type SchemaOutput<S> = S extends StandardSchemaV1
  ? StandardSchemaV1.InferOutput<S>
  : // TypeBox's schemas are JSON Schemas that carry their type so.
    S extends {
        /** The type that TypeBox has written there. */
        readonly static: infer T;
      }
    ? T
    : S extends JsonSchema<infer T>
      ? // A schema that says its type, else one whose keywords do.
        unknown extends T
        ? FromJsonSchema<S>
        : T
      : never;

export interface SchemaIssue {
  /** Where in the value, as `items[0].price`; empty for the value itself. */
  path: string;
  /** What is wrong there, cut at 500 characters. */
  message: string;
}

/** A schema made ready: its JSON Schema, and the check that gives the typed value. */
export interface CompiledSchema {
  readonly json: { [keyword: string]: JsonValue };
  check(value: unknown): Promise<{ value: unknown } | { issues: SchemaIssue[] }>;
}
