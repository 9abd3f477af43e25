import { ValidationError } from '../errors/index.js';
import { MAX_DESCRIPTION } from './check-tool.js';

/** The tools among these that are wanted. @throws ValidationError for a name that none of them has */
export function offeredTools<T extends { readonly name: string }>(
  tools: readonly T[],
  only: readonly string[] | undefined,
  field: string,
): readonly T[] {
  if (only === undefined) return tools;
  const unknown = only.filter((name) => !tools.some((one) => one.name === name));
  if (unknown.length > 0) {
    throw new ValidationError('holds names that there are not', {
      field,
      value: unknown,
      remedy: `There are: ${tools.map(({ name }) => name).join(', ') || 'none'}.`,
    });
  }
  return tools.filter(({ name }) => only.includes(name));
}

/** The first of these texts that says something, within what the service takes. */
export function describedBy(...texts: readonly (string | undefined)[]): string {
  const text = texts.map((each) => each?.trim()).find(Boolean) ?? '';
  return text.slice(0, MAX_DESCRIPTION);
}
