import type { JsonObject, JsonValue } from '../model.js';

export type SchemaType =
  | 'object'
  | 'array'
  | 'string'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'null'
  | 'any';

/** A JSON Schema reduced to what an answer needs: one type, whether null will do, choices. */
export interface SimpleSchema {
  type: SchemaType;
  nullable: boolean;
  choices?: JsonValue[];
  properties: [string, JsonObject][];
  required: ReadonlySet<string>;
  items: JsonObject;
  description?: string;
  title?: string;
  format?: string;
  pattern?: string;
  minItems: number;
  maxItems: number;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Follows `$ref` inside the document, folds `allOf`, and takes the first alternative that is not null. */
export function simplify(schema: JsonObject, root: JsonObject, depth = 0): SimpleSchema {
  const resolved = resolve(schema, root, depth);
  const alternatives = [resolved['anyOf'], resolved['oneOf']].find((one) => Array.isArray(one));
  if (Array.isArray(alternatives) && depth < 20) {
    const options = alternatives.filter(isObject).map((one) => simplify(one, root, depth + 1));
    const real = options.find((one) => one.type !== 'null');
    const constants = options.every((one) => one.choices !== undefined)
      ? options.flatMap((one) => one.choices ?? [])
      : undefined;
    if (real !== undefined) {
      return {
        ...real,
        nullable: real.nullable || options.some((one) => one.type === 'null'),
        ...(constants === undefined ? {} : { choices: constants }),
        ...text(resolved),
      };
    }
  }
  const declared = resolved['type'];
  const types = (Array.isArray(declared) ? declared : [declared]).filter(
    (one): one is SchemaType => typeof one === 'string',
  );
  const choices = Array.isArray(resolved['enum'])
    ? resolved['enum']
    : 'const' in resolved
      ? [resolved['const'] ?? null]
      : undefined;
  const properties = isObject(resolved['properties'])
    ? Object.entries(resolved['properties']).filter((one): one is [string, JsonObject] =>
        isObject(one[1]),
      )
    : [];
  const type = types.find((one) => one !== 'null') ?? types[0] ?? guessType(resolved, choices);
  const required = resolved['required'];
  return {
    type,
    nullable: types.includes('null') || (choices?.includes(null) ?? false),
    ...(choices === undefined ? {} : { choices }),
    properties,
    required: new Set(
      Array.isArray(required) ? required.filter((one) => typeof one === 'string') : [],
    ),
    items: isObject(resolved['items']) ? resolved['items'] : {},
    minItems: typeof resolved['minItems'] === 'number' ? resolved['minItems'] : 0,
    maxItems:
      typeof resolved['maxItems'] === 'number' ? resolved['maxItems'] : Number.POSITIVE_INFINITY,
    ...text(resolved),
  };
}

function text(
  schema: JsonObject,
): Pick<SimpleSchema, 'description' | 'title' | 'format' | 'pattern'> {
  const pick = (key: 'description' | 'title' | 'format' | 'pattern') =>
    typeof schema[key] === 'string' ? { [key]: schema[key] } : {};
  return { ...pick('description'), ...pick('title'), ...pick('format'), ...pick('pattern') };
}

function guessType(schema: JsonObject, choices: JsonValue[] | undefined): SchemaType {
  if (isObject(schema['properties'])) return 'object';
  if (isObject(schema['items'])) return 'array';
  const first = choices?.find((one) => one !== null);
  if (typeof first === 'string' || typeof first === 'number' || typeof first === 'boolean')
    return typeof first as SchemaType;
  return 'any';
}

function resolve(schema: JsonObject, root: JsonObject, depth: number): JsonObject {
  if (depth > 20) return {};
  const reference = schema['$ref'];
  if (typeof reference === 'string' && reference.startsWith('#')) {
    let at: JsonValue | undefined = root;
    for (const part of reference.slice(1).split('/').filter(Boolean)) {
      const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
      at = isObject(at) ? at[key] : undefined;
    }
    const { $ref: _, ...rest } = schema;
    return isObject(at) ? { ...resolve(at, root, depth + 1), ...rest } : rest;
  }
  const all = schema['allOf'];
  if (!Array.isArray(all)) return schema;
  return Object.assign(
    { ...schema },
    ...all.filter(isObject).map((one) => resolve(one, root, depth + 1)),
  );
}
