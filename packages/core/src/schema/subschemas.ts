type Members = Readonly<Record<string, unknown>>;

/** Keywords whose value is a schema or a list of them, with the step that each is for the value. */
const DIRECT = new Map([
  ...['items', 'additionalItems', 'unevaluatedItems', 'contains'].map(
    (name) => [name, '[]'] as const,
  ),
  ...['additionalProperties', 'unevaluatedProperties'].map((name) => [name, '{}'] as const),
  ...['propertyNames', 'anyOf', 'oneOf', 'allOf', 'not', 'if', 'then', 'else'].map(
    (name) => [name, ''] as const,
  ),
]);
/** Keywords whose members are schemas, of members of the value or of nothing in particular. */
const NAMED = ['properties', 'patternProperties', '$defs', 'definitions'];

/**
 * A JSON Schema and all that stand in it, each with where the values are that it is for, as in
 * `flights[].date`. What looks like a schema in a `const`, an `enum` or a `default` is none.
 */
export function* subschemasOf(
  schema: unknown,
  path = '',
): Generator<{ readonly path: string; readonly schema: Members }> {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  const members = schema as Members;
  yield { path: path.replace(/^\./, ''), schema: members };
  for (const [keyword, step] of DIRECT) {
    const value = members[keyword];
    if (!Array.isArray(value)) yield* subschemasOf(value, path + step);
    else for (const [at, one] of value.entries()) yield* subschemasOf(one, path + nth(step, at));
  }
  for (const [at, one] of listOf(members['prefixItems']).entries()) {
    yield* subschemasOf(one, `${path}[${at}]`);
  }
  for (const keyword of NAMED) {
    for (const [name, one] of Object.entries(members[keyword] ?? {})) {
      const step = keyword === 'properties' ? `.${name}` : keyword.startsWith('p') ? '{}' : '';
      yield* subschemasOf(one, path + step);
    }
  }
}

/** A list of `items` is a tuple. */
const nth = (step: string, at: number): string => (step === '[]' ? `[${at}]` : step);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
