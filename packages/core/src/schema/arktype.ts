/** What is used of an ArkType schema here. */
interface ArkType {
  /** The side that is parsed, before what morphs make of it. */
  readonly in: ArkType;
  /** Its structure: `{ required: [{ key, value }], … }`. */
  readonly json: unknown;
  toJsonSchema(options: {
    target: string;
    fallback(context: { code: string; base: object; unit?: unknown }): object;
  }): unknown;
}

/** What JSON Schema says less exactly, and the schema itself then checks. */
const CHECKED_LATER = new Set(['predicate', 'morph', 'patternIntersection', 'defaultValue']);

/**
 * The JSON Schema of an ArkType schema's input. Its own converter for the standard takes a Date or a
 * bigint for anything at all, so that the agent would be asked for what can never be right.
 * @throws Error for what JSON Schema has no word for.
 */
export function arkTypeToJson(schema: unknown, target: string): unknown {
  return (schema as ArkType).in.toJsonSchema({
    target,
    fallback({ code, base, unit }) {
      if (CHECKED_LATER.has(code)) return base;
      // A member that may be undefined is one that is left out.
      if (code === 'unit' && unit === undefined) return { not: {} };
      throw new Error(`JSON Schema has no word for this ${code}`);
    },
  });
}

interface Fault {
  readonly path: string;
  readonly name: string;
}

/** Where in an ArkType schema that has no JSON Schema the reason is. */
export function arkTypeFault(schema: unknown): Fault | undefined {
  return faultIn((schema as ArkType).in.json, '');
}

function faultIn(node: unknown, path: string): Fault | undefined {
  if (typeof node === 'string') return isJson(node) ? undefined : { path, name: node };
  if (Array.isArray(node)) return first(node.map((branch) => [branch, path]));
  if (typeof node !== 'object' || node === null) return undefined;
  const { domain, proto, required, optional, index, sequence } = node as Record<string, unknown>;
  for (const name of [domain, proto]) {
    if (typeof name === 'string' && !isJson(name)) return { path, name };
  }
  const members = [required, optional].flatMap((list) => list as { key: string; value: unknown }[]);
  const values = ((index ?? []) as { value: unknown }[]).map(({ value }) => value);
  return first([
    ...members.filter(Boolean).map(({ key, value }) => [value, `${path}.${key}`] as const),
    ...values.map((value) => [value, `${path}{}`] as const),
    ...itemsOf(sequence).map(([item, step]) => [item, path + step] as const),
  ]);
}

/** `"string"`, or `{ prefix: [...], variadic, postfix }`. */
function itemsOf(sequence: unknown): (readonly [unknown, string])[] {
  if (sequence === undefined) return [];
  const { prefix, optionals, variadic, postfix } = (sequence ?? {}) as Record<string, unknown>;
  if (!prefix && !optionals && !variadic && !postfix) return [[sequence, '[]']];
  const listed = [prefix, optionals].flatMap((items) => (items ?? []) as unknown[]);
  return [
    ...listed.map((item, at) => [item, `[${at}]`] as const),
    ...[variadic, ...((postfix ?? []) as unknown[])].map((item) => [item, '[]'] as const),
  ];
}

function first(nodes: readonly (readonly [unknown, string])[]): Fault | undefined {
  for (const [node, path] of nodes) {
    const fault = faultIn(node, path);
    if (fault) return fault;
  }
  return undefined;
}

/** Names of domains are small, those of classes begin with a capital letter; `$` begins a reference. */
const isJson = (name: string): boolean =>
  name === 'Array' || !/^(bigint|symbol)$|^[A-Z]/.test(name);
