import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FoundRegExp } from './collect-regexps.js';

/** Plain JavaScript: neither Java nor a program for this system. Read when the checker is loaded. */
process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

/** Those that `record-proofs.ts` has proved: a proof takes up to a minute, all of them some ten. */
export const RECORD = fileURLToPath(new URL('proved.txt', import.meta.url));

export const NOT_PROVED = 'not proved';

export const written = ({ source, flags }: Pick<FoundRegExp, 'source' | 'flags'>) =>
  `/${source.replaceAll('\n', '\\n')}/${flags}`;

export function proofsOnRecord(): Set<string> {
  return new Set(readFileSync(RECORD, 'utf8').split('\n').filter(Boolean));
}

/** Why it is not known to take time in proportion to its input; undefined when that is proved. */
export function whyNotLinear(
  { source, flags }: FoundRegExp,
  timeoutMs: number,
): string | undefined {
  // By work done, not by the clock: a busy machine is no reason to call a pattern slow.
  const verdict = checkSync(source, flags, { timeout: timeoutMs, attackTimeout: null });
  if (verdict.status === 'safe') return undefined;
  if (verdict.status === 'unknown') return `${NOT_PROVED}: ${verdict.error.kind}`;
  return `${verdict.complexity.summary}, for example on ${verdict.attack.pattern}`;
}
