import { arkTypeFault } from './arktype.js';
import { type Converter, standardOf } from './converter.js';

interface Definition {
  readonly [member: string]: unknown;
}

/**
 * Where in a schema of Zod, Valibot or ArkType that has no JSON Schema the reason is: `flights[].date: z.date()`.
 * Undefined for a library that keeps the parts of its schemas to itself.
 */
export function fieldAtFault(schema: unknown, convert: Converter): string | undefined {
  const isArkType = standardOf(schema).vendor === 'arktype';
  const found = isArkType ? arkTypeFault(schema) : innermost(schema, '', convert, new Set());
  if (!found) return undefined;
  return found.path === '' ? found.name : `${found.path.replace(/^\./, '')}: ${found.name}`;
}

function innermost(
  schema: unknown,
  path: string,
  convert: Converter,
  seen: Set<unknown>,
): { path: string; name: string } | undefined {
  seen.add(schema);
  const failing = partsOf(schema).filter(([, part]) => fails(part, convert));
  for (const [step, part] of failing) {
    const found = seen.has(part) ? undefined : innermost(part, path + step, convert, seen);
    if (found) return found;
  }
  const name = nameOf(schema);
  // Of a schema that goes in circles every part fails, and one of them has the reason.
  return failing.length > 0 || name === undefined ? undefined : { path, name };
}

function fails(schema: unknown, convert: Converter): boolean {
  try {
    convert(schema);
    return false;
  } catch {
    return true;
  }
}

/** A Zod 4 schema has its definition in `_zod.def`; a Valibot schema is its own. */
function definitionOf(schema: unknown): Definition | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  const { _zod } = schema as { _zod?: { def?: Definition } };
  return _zod ? _zod.def : (schema as Definition);
}

function nameOf(schema: unknown): string | undefined {
  const type = definitionOf(schema)?.['type'];
  if (typeof type !== 'string') return undefined;
  return `${'_zod' in (schema as object) ? 'z' : 'v'}.${type}()`;
}

/** The schemas directly inside of a schema, each with its step of the path. */
function partsOf(schema: unknown): [string, unknown][] {
  const definition = definitionOf(schema);
  if (!definition) return [];
  const { shape, entries, element, item, items, rest, valueType, value, options, getter } =
    definition;
  const all: [string, unknown][] = [];
  for (const [key, part] of Object.entries(shape ?? entries ?? {})) all.push([`.${key}`, part]);
  for (const part of [element, item, rest]) all.push(['[]', part]);
  if (Array.isArray(items)) items.forEach((part, index) => void all.push([`[${index}]`, part]));
  for (const part of [valueType, value]) all.push(['{}', part]);
  if (Array.isArray(options)) for (const part of options) all.push(['', part]);
  const { innerType, wrapped, left, right, in: input } = definition;
  for (const part of [innerType, wrapped, left, right, input]) all.push(['', part]);
  if (typeof getter === 'function') all.push(['', getter()]);
  return all.filter(([, part]) => typeof part === 'object' && part !== null && '~standard' in part);
}
