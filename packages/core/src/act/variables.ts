import { ValidationError } from '../errors/index.js';
import { isPlaceholderName, placeholdersIn } from '../placeholders.js';

/** What stands for the names in a prompt. */
export type Variables = Readonly<Record<string, string>>;

/** @throws ValidationError for what is no object of texts, and for a name that a prompt cannot have */
export function checkVariables(given: unknown): Variables {
  if (given === undefined) return {};
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new ValidationError('are not an object of texts', {
      field: 'variables',
      value: given,
      remedy: "Give each by its name: { from: 'Oslo' }.",
    });
  }
  for (const [name, value] of Object.entries(given)) {
    const field = `variables.${name}`;
    if (!isPlaceholderName(name)) {
      throw new ValidationError('has a name that no prompt can have', {
        field,
        remedy: 'Use 1 to 64 letters, digits, _ and -, not beginning with a digit or -.',
      });
    }
    if (typeof value !== 'string' || value.trim() === '') {
      throw new ValidationError('is empty or not a text', {
        field,
        value,
        remedy: 'Give a text, also for a number: String(value).',
      });
    }
    if (placeholdersIn(value).length > 0) {
      throw new ValidationError('holds a name in double braces', {
        field,
        value,
        remedy: 'What a value says is not filled in again: give the text itself.',
      });
    }
  }
  return { ...(given as Record<string, string>) };
}
