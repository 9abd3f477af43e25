import type { ArgsDef } from 'citty';
import leven from 'leven';
import { UsageError } from './usage-error.js';

/**
 * Refuses what citty would leave out without a word: arguments that there are not, options without a value,
 * and words that nobody asked for.
 * @throws UsageError
 */
export function demandKnownArguments(args: Record<string, unknown>, known: ArgsDef): void {
  const names = Object.keys(known);
  const spellings = new Set(
    Object.entries(known).flatMap(([name, argument]) => {
      const alias = 'alias' in argument ? (argument.alias ?? []) : [];
      return [name, camel(name), ...[alias].flat()];
    }),
  );
  for (const [name, value] of Object.entries(args)) {
    if (name === '_') continue;
    if (!spellings.has(name)) throw unknown(name, names);
    if (value !== '') continue;
    const isWord = known[name]?.type === 'positional';
    throw new UsageError(isWord ? `${name.toUpperCase()} is empty` : `--${name} needs a value`);
  }
  const positional = names.filter((name) => known[name]?.type === 'positional');
  const [extra] = (args['_'] as string[]).slice(positional.length);
  if (extra !== undefined) throw new UsageError(`${JSON.stringify(extra)} is one word too many`);
}

function unknown(name: string, names: readonly string[]): UsageError {
  const dashed = name.length === 1 ? `-${name}` : `--${name}`;
  const [nearest] = names
    .map((each) => ({ each, distance: leven(each, name) }))
    .filter(({ each, distance }) => distance <= Math.max(2, each.length / 3))
    .sort((a, b) => a.distance - b.distance);
  const meant = nearest ? ` Did you mean --${nearest.each}?` : '';
  return new UsageError(`${dashed} is not known.${meant}`);
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The same arguments, none of them demanded: so that what is misspelt is told before what is missing. */
export function withoutDemands(known: ArgsDef): ArgsDef {
  return Object.fromEntries(
    Object.entries(known).map(([name, argument]) => [name, { ...argument, required: false }]),
  ) as ArgsDef;
}
