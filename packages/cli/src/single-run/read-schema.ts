import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { JsonSchema } from '@nova-act/core';
import { UsageError } from '../arguments/usage-error.js';
import { NotFoundError } from '../failure/not-found-error.js';

/**
 * A JSON Schema: itself where it begins with a brace, else in the file of that name.
 * @throws UsageError, NotFoundError
 */
export function readSchema(given: string, cwd: string): JsonSchema {
  const inline = given.trimStart().startsWith('{');
  const place = inline ? '--schema' : `--schema ${given}`;
  const text = inline ? given : readText(resolve(cwd, given), given);
  let schema: unknown;
  try {
    schema = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${place} is not JSON: ${(error as Error).message}`);
  }
  if (typeof schema === 'object' && schema !== null && !Array.isArray(schema)) {
    return schema as JsonSchema;
  }
  throw new UsageError(`${place} must be a JSON Schema, an object such as {"type":"number"}`);
}

function readText(path: string, given: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new NotFoundError(
      `--schema ${given} cannot be read (${code})`,
      'Name a file with a JSON Schema, or write the schema itself: --schema \'{"type":"number"}\'.',
    );
  }
}
