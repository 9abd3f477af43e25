import { type Secrets, secret } from '@nova-act/core';
import { separated } from '../arguments/separated.js';
import { UsageError } from '../arguments/usage-error.js';
import type { Environment } from './run-arguments.js';

const FORM = '--secret takes name=VARIABLE, or name=VARIABLE@https://where.it.may.be.typed';

/**
 * Secrets by their names, each from the variable that holds it; `{}` for none. A value itself is no argument:
 * arguments of a process can be seen by others.
 * @throws UsageError that shows no value; ValidationError for an address that is no pattern
 */
export function readSecrets(text: string | undefined, env: Environment): Secrets {
  return Object.fromEntries(
    separated(text).map((entry) => {
      const [name = '', rest = ''] = halves(entry, '=');
      const [variable, allowed] = halves(rest, '@');
      if (name === '' || variable === '') throw new UsageError(FORM);
      const value = env[variable];
      // Not shown: somebody may have written the value itself.
      if (!value) throw new UsageError(`--secret ${name}: the variable it names is not set`);
      return [name, secret(value, allowed === '' ? {} : { allowedUrls: [allowed] })];
    }),
  );
}

function halves(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
