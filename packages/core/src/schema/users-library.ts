import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * A module of the program that uses this library, as that program would find it, when `fits` says it
 * is the right one. Schemas of some versions of a library do not carry their conversion to JSON Schema:
 * it is a function of the library, whose version must be that of the schema. Not found in a bundle, or
 * where the package that made the schema is not one of the program's own.
 */
export function usersLibrary<M>(
  specifiers: readonly string[],
  fits: (module: unknown) => module is M,
): M | undefined {
  const program = process.argv[1];
  const bases = [...(program ? [program] : []), join(process.cwd(), 'program.js')];
  for (const base of bases) {
    for (const specifier of specifiers) {
      const found = tryRequire(base, specifier);
      if (fits(found)) return found;
    }
  }
  return undefined;
}

function tryRequire(base: string, specifier: string): unknown {
  try {
    return createRequire(base)(specifier);
  } catch {
    return undefined; // Not installed there, or not for this Node: the next place may have it.
  }
}
