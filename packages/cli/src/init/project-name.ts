import { basename } from 'node:path';
import { UsageError } from '../arguments/usage-error.js';

/** What the templates are called in their files, in each place where the project's name is to stand. */
export const PLACEHOLDER = 'my-agent';

/** Good for npm and for a workflow definition alike. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,39}$/;

/**
 * The project's name: as given, else after its folder.
 * @throws UsageError
 */
export function projectName(given: string | undefined, directory: string): string {
  if (given === undefined) {
    const words = basename(directory)
      .toLowerCase()
      .replace(/[^a-z0-9_-]/g, '-')
      .replace(/^[_-]+/, '')
      .slice(0, 40);
    return NAME.test(words) ? words : PLACEHOLDER;
  }
  if (NAME.test(given)) return given;
  throw new UsageError(
    `--name must be up to 40 small letters, digits, _ and -, and begin with a letter or digit, is ${JSON.stringify(given)}`,
  );
}
