import type { StandardSchemaV1 } from '@standard-schema/spec';
import { arkTypeToJson } from './arktype.js';
import { usersLibrary } from './users-library.js';

const TARGET = 'draft-2020-12';

/** Gives the JSON Schema of a library's schema, or throws the library's own error. */
export type Converter = (schema: unknown) => unknown;

interface Described {
  readonly vendor: string;
  readonly jsonSchema?: { input(options: { target: string }): unknown };
}

/** The standard's own properties of a schema. */
export function standardOf(schema: unknown): Described {
  return (schema as StandardSchemaV1)['~standard'] as Described;
}

/**
 * How a schema's library makes JSON Schemas of its input side: the agent writes what the schema then
 * parses, and may transform. By ArkType's method, by the standard's converter, else by the function that
 * the program's own copy of the library exports. Undefined when there is none of them.
 */
export function converterOf(schema: StandardSchemaV1): Converter | undefined {
  const { vendor, jsonSchema } = standardOf(schema);
  if (vendor === 'arktype' && 'in' in schema && hasMethod(schema, 'toJsonSchema')) {
    return (each) => arkTypeToJson(each, TARGET);
  }
  if (jsonSchema) return (each) => standardOf(each).jsonSchema?.input({ target: TARGET });
  if (vendor === 'zod') return zodConverter(schema);
  if (vendor === 'valibot') return valibotConverter();
  return undefined;
}

const hasMethod = (schema: unknown, name: string) =>
  typeof (schema as Record<string, unknown>)[name] === 'function';

interface Zod4 {
  core: { version: ZodVersion };
  toJSONSchema(schema: unknown, options: object): unknown;
}

interface ZodVersion {
  major: number;
  minor: number;
}

/** The version of the Zod that made a schema; undefined for Zod 3, which has none. */
export function zodVersion(schema: unknown): ZodVersion | undefined {
  return (schema as { _zod?: { version?: ZodVersion } })._zod?.version;
}

/** Of Zod 4.0 and 4.1, whose schemas have neither the standard's converter nor a method. */
function zodConverter(schema: StandardSchemaV1): Converter | undefined {
  const version = zodVersion(schema);
  if (!version) return undefined;
  const isItsOwn = (module: unknown): module is Zod4 => {
    const { core, toJSONSchema } = (module ?? {}) as Partial<Zod4>;
    return (
      typeof toJSONSchema === 'function' &&
      core?.version?.major === version.major &&
      core.version.minor === version.minor
    );
  };
  const zod = usersLibrary(['zod', 'zod/v4', 'zod/mini'], isItsOwn);
  // What is required here is another instance than the program imports: its registry knows nothing of
  // the program's descriptions. The schemas do.
  return zod && ((each) => zod.toJSONSchema(each, { io: 'input', metadata: { get: metaOf } }));
}

const metaOf = (schema: { meta?: () => unknown }) => schema.meta?.();

interface ValibotToJson {
  toJsonSchema(schema: unknown, options: object): unknown;
}

function valibotConverter(): Converter | undefined {
  const isIt = (module: unknown): module is ValibotToJson =>
    typeof (module as ValibotToJson | undefined)?.toJsonSchema === 'function';
  const valibot = usersLibrary(['@valibot/to-json-schema'], isIt);
  // A check of the user's own, a brand: they do not change the shape, and the schema itself heeds them.
  const overrideAction = ({ errors, jsonSchema }: { errors?: unknown; jsonSchema: object }) =>
    errors ? jsonSchema : undefined;
  return valibot && ((each) => valibot.toJsonSchema(each, { typeMode: 'input', overrideAction }));
}
