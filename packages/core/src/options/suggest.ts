import leven from 'leven';
import { type KnownOptions, listedNames, plainName } from './known-options.js';

/** Names of which more than this share of the letters differ have nothing to do with each other. */
const MAX_DIFFERENCE = 0.4;
/** What is longer is no misspelling, and comparing takes the product of the lengths. */
const MAX_LENGTH = 60;
/** What is shorter is part of too many names. */
const MIN_PART = 4;

/** What to write instead of `name`, as sentences. */
export function remedyFor(name: string, known: KnownOptions): string {
  const plain = plainName(name);
  const names = listedNames(known);
  const same = names.find((candidate) => plainName(candidate) === plain);
  if (same !== undefined) return didYouMean(same);
  const elsewhere = known.elsewhere.get(plain);
  if (elsewhere !== undefined) return elsewhere;
  const meant = within(plain, known) ?? nearest(plain, names) ?? onlyOneWith(plain, names);
  return meant === undefined
    ? `The options of ${known.of} are ${names.join(', ')}.`
    : didYouMean(meant);
}

const didYouMean = (name: string) => `Did you mean ${name}?`;

/** `allowedUrls` beside `security` is meant to be inside of it. */
function within(plain: string, known: KnownOptions): string | undefined {
  for (const [outer, nested] of known.names) {
    if (typeof nested !== 'object') continue;
    const inner = listedNames(nested).find((name) => plainName(name) === plain);
    if (inner !== undefined) return `${outer}: { ${inner} }`;
  }
  return undefined;
}

function nearest(plain: string, names: readonly string[]): string | undefined {
  if (plain.length > MAX_LENGTH) return undefined;
  const [first] = names
    .map((name) => ({ name, distance: leven(plain, plainName(name)) }))
    .filter(({ distance }) => distance <= plain.length * MAX_DIFFERENCE)
    .sort((one, other) => one.distance - other.distance);
  return first?.name;
}

/** `steps` for `maxSteps`, unless several could be meant. */
function onlyOneWith(plain: string, names: readonly string[]): string | undefined {
  if (plain.length < MIN_PART) return undefined;
  const having = names.filter((name) => plainName(name).includes(plain));
  return having.length === 1 ? having[0] : undefined;
}
