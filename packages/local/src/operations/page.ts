import { createHash } from 'node:crypto';
import { ServiceFault } from '../surface/service-fault.js';
import type { PageInput } from './inputs.js';

const defaultMaxResults = 100;

export interface Page<T> {
  items: T[];
  nextToken?: string;
}

/**
 * One page of `all`, newest first unless `sortOrder` says otherwise.
 *
 * A token holds the sequence number of the last item it came with, so that what is created or deleted between two
 * pages neither repeats nor skips anything else. `listing` names what is listed: a token of another listing or another
 * order is refused.
 */
export function pageOf<T extends { sequence: number }>(
  all: readonly T[],
  input: PageInput,
  listing: string,
): Page<T> {
  const ascending = input.sortOrder === 'Ascending';
  const mark = createHash('sha256').update(`${listing} ${ascending}`).digest('hex').slice(0, 16);
  const after = input.nextToken === undefined ? undefined : readToken(input.nextToken, mark);
  const sorted = all
    .filter(
      ({ sequence }) => after === undefined || (ascending ? sequence > after : sequence < after),
    )
    .sort((a, b) => (ascending ? a.sequence - b.sequence : b.sequence - a.sequence));
  const items = sorted.slice(0, input.maxResults ?? defaultMaxResults);
  const last = items.at(-1);
  return sorted.length > items.length && last
    ? { items, nextToken: Buffer.from(`${mark}.${last.sequence}`).toString('base64url') }
    : { items };
}

function readToken(token: string, mark: string): number {
  const [given, sequence] = Buffer.from(token, 'base64url').toString('latin1').split('.');
  if (given !== mark || sequence === undefined || !/^\d{1,15}$/.test(sequence))
    throw ServiceFault.invalid([
      { name: 'nextToken', message: 'is not a token of an earlier answer to this very request' },
    ]);
  return Number(sequence);
}
