import { createHash } from 'node:crypto';
import { isReserved, MAX_NAME } from './tool-names.js';

const DIGEST = 6;

/**
 * Names that the service takes, for names of up to 128 characters with dots and slashes in them: what it
 * does not take becomes `_`. Where that makes two alike, or too long, or the name of an action of the
 * agent's, a few characters of the name's hash tell it apart: always the same ones for one name.
 */
export function toolNamesOf(names: readonly string[], prefix = ''): Map<string, string> {
  const plain = names.map((name) => `${prefix}${name}`.replace(/[^a-zA-Z0-9_-]/g, '_'));
  const times = new Map<string, number>();
  for (const name of plain) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(
    names.map((name, at) => {
      const wanted = plain[at] ?? '';
      const clear = times.get(wanted) === 1 && !isReserved(wanted) && wanted !== '';
      return [name, clear && wanted.length <= MAX_NAME ? wanted : toldApart(wanted, name)];
    }),
  );
}

function toldApart(wanted: string, name: string): string {
  const digest = createHash('sha256').update(name).digest('hex').slice(0, DIGEST);
  return `${wanted.slice(0, MAX_NAME - DIGEST - 1)}_${digest}`;
}
