import leven from 'leven';
import type { KnownOptions } from './known-options.js';

/** Names of which more than this share of the letters differ have nothing to do with each other. */
const maxDifference = 0.4;
const maxShown = 60;

/**
 * Throws a TypeError that names the first option, at any depth, that is not known, and the nearest one that is. Known
 * ones may be undefined. Values are not repeated: they may be keys.
 */
export function refuseUnknown(options: unknown, known: KnownOptions, path = ''): void {
  if (options === undefined) return;
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new TypeError(`${known.of}: ${path === '' ? 'the options' : path} must be an object`);
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  // Own members only: what somebody has put on Object.prototype is neither refused nor used as an option's name.
  for (const name of Object.keys(options)) {
    if (known.names.has(name)) continue;
    const shown = at(name.slice(0, maxShown));
    throw new TypeError(`${known.of}: ${shown} is not an option. ${remedyFor(name, known)}`);
  }
  for (const [name, within] of known.names) {
    if (within === true || !Object.hasOwn(options, name)) continue;
    const value = (options as Record<string, unknown>)[name];
    refuseUnknown(value, within, at(name));
  }
}

function remedyFor(name: string, { names, elsewhere }: KnownOptions): string {
  const remedy = elsewhere.get(name);
  if (remedy !== undefined) return remedy;
  const plain = plainName(name);
  const [nearest] = [...names.keys()]
    .map((candidate) => ({ candidate, distance: distance(plain, plainName(candidate)) }))
    .filter((each) => each.distance <= plain.length * maxDifference)
    .sort((one, other) => one.distance - other.distance);
  return nearest
    ? `Did you mean ${nearest.candidate}?`
    : `There are ${[...names.keys()].join(', ')}.`;
}

/** Comparing takes the product of the lengths, and what is so long is no misspelling. */
function distance(one: string, other: string): number {
  return one.length > maxShown ? Number.POSITIVE_INFINITY : leven(one, other);
}

/** `max_requests` and `maxRequests` are one. */
function plainName(name: string): string {
  return name.replace(/[^a-zA-Z0-9]/g, '').toLowerCase();
}
