import type { Listing, ListOptions } from '@nova-act/core';
import type { ArgsDef } from 'citty';
import type { Surroundings } from '../arguments/surroundings.js';
import { wholeNumber } from '../arguments/whole-number.js';
import { asJson } from '../output/json.js';
import { type Column, table } from '../output/table.js';

export const LIST_ARGUMENTS = {
  limit: { type: 'string', default: '50', description: 'At most so many, 1 to 100000' },
} as const satisfies ArgsDef;

interface Listed<Item> {
  readonly limit: string;
  readonly json: boolean | undefined;
  readonly columns: readonly Column<Item>[];
  /** What there is none of, and many: `runs`. */
  readonly name: string;
  readonly keep?: ((item: Item) => boolean) | undefined;
}

/** Prints a list of the service: a table, or an array of what the service has. */
export async function printList<Item>(
  ask: (options: ListOptions) => Listing<Item>,
  { limit: asked, json = false, columns, name, keep = () => true }: Listed<Item>,
  around: Surroundings,
): Promise<void> {
  const limit = wholeNumber('limit', asked, 1, 100_000);
  const items: Item[] = [];
  let more = false;
  for await (const item of ask({ signal: around.stop() })) {
    if (!keep(item)) continue;
    more = items.length === limit;
    if (more) break;
    items.push(item);
  }
  if (json) around.print(asJson(items));
  else if (items.length === 0) around.printError(`There are no ${name}.\n`);
  else around.print(table(items, columns));
  if (more) around.printError(`These are the first ${limit}; there are more: --limit.\n`);
}
