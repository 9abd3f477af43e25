import type { SchemaIssue } from './schema.js';

/** What is wrong, and the keys that lead to it. */
export interface FoundIssue {
  readonly keys: readonly PropertyKey[];
  readonly message: string;
}

export type Checked = { value: unknown } | { issues: FoundIssue[] };

type Path = readonly PropertyKey[];

/**
 * Checks a value; where a member is null and the schema has no place for that, the value is taken
 * without the member: models write null for what is not there. A schema that allows null keeps it, and
 * a member that is required is missing either way.
 */
export async function checkNullsAsAbsent(
  value: unknown,
  check: (value: unknown) => Checked | Promise<Checked>,
): Promise<Checked> {
  const first = await check(value);
  if ('value' in first) return first;
  const nulls = [...places(first.issues).values()].flatMap((keys) => nullsAt(value, keys));
  if (nulls.length === 0) return first;
  const second = await check(without(value, nulls));
  if ('value' in second) return second;
  // What is complained of without them was not optional: it is back for the last word.
  const missed = places(second.issues);
  const optional = nulls.filter((path) => !startsWithOneOf(missed, path));
  return optional.length === 0 ? first : check(without(value, optional));
}

/** A schema's complaint may stand above its reason: that of a union does. */
function nullsAt(value: unknown, keys: Path): Path[] {
  let at = value;
  let holder: unknown;
  for (const key of keys) {
    holder = at;
    at = (at as Record<PropertyKey, unknown> | null | undefined)?.[key];
  }
  if (at === null) return isRecord(holder) ? [keys] : [];
  return nullsBelow(at, keys);
}

function nullsBelow(value: unknown, keys: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const path = [...keys, key];
    if (member === null) return isRecord(value) ? [path] : [];
    return nullsBelow(member, path);
  });
}

function without(value: unknown, paths: readonly Path[]): unknown {
  const copy: unknown = structuredClone(value);
  for (const path of paths) {
    let at = copy as Record<PropertyKey, unknown>;
    for (const key of path.slice(0, -1)) at = at[key] as Record<PropertyKey, unknown>;
    delete at[path.at(-1) as PropertyKey];
  }
  return copy;
}

const isRecord = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const placeOf = (keys: Path) => JSON.stringify(keys.map(String));

/** Each place that is complained of, once: a validator may have thousands of complaints about one. */
function places(issues: readonly FoundIssue[]): Map<string, Path> {
  return new Map(issues.map(({ keys }) => [placeOf(keys), keys]));
}

function startsWithOneOf(found: ReadonlyMap<string, Path>, path: Path): boolean {
  return [...path, ''].some((_, length) => found.has(placeOf(path.slice(0, length))));
}

/** The path as people read it: `items[0].price`. */
export function toSchemaIssue({ keys, message }: FoundIssue): SchemaIssue {
  const path = keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  return { path, message };
}
