import { stripVTControlCharacters } from 'node:util';
import type { ArgsDef } from 'citty';
import type { Surroundings } from '../arguments/surroundings.js';
import { UsageError } from '../arguments/usage-error.js';

export const YES_ARGUMENT = {
  yes: { type: 'boolean', description: 'Do not ask whether to delete' },
} as const satisfies ArgsDef;

/**
 * Whether the person at the terminal agrees to what cannot be undone, or has said so beforehand.
 * @throws UsageError where nobody can be asked
 */
export async function agreed(
  question: string,
  { yes }: { readonly yes?: boolean | undefined },
  { questions, printError }: Surroundings,
): Promise<boolean> {
  if (yes) return true;
  if (!questions) throw new UsageError('There is no terminal to ask at: say it with --yes');
  if (await questions.confirm(stripVTControlCharacters(question))) return true;
  printError('Nothing was deleted.\n');
  return false;
}
