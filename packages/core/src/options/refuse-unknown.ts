import { ValidationError } from '../errors/index.js';
import { plainLine } from '../errors/plain-text.js';
import { type KnownOptions, listedNames } from './known-options.js';
import { remedyFor } from './suggest.js';

/** A name is shown up to this length: it may be anything at all. */
const SHOWN_LENGTH = 60;

/**
 * Refuses an option that is not known, at any depth: a guard that is misspelt is no guard. Known names
 * may be undefined. Only the object's own members count, so that what a program (or an attack) has put
 * on `Object.prototype` is neither refused nor heeded here. Values are not shown: they may be keys.
 *
 * @param field where the options themselves stand, such as `screen`; empty for those of a call.
 * @throws ValidationError that names the option and the nearest one that exists.
 */
export function refuseUnknown(options: unknown, known: KnownOptions, field = ''): void {
  if (options === undefined) return;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new ValidationError('is not an object of options', {
      field: field || `options of ${known.of}`,
      remedy: `Pass an object that has some of ${listedNames(known).join(', ')}.`,
    });
  }
  const path = (name: string) => (field === '' ? name : `${field}.${name}`);
  const [unknown, ...others] = Object.keys(options).filter((name) => !known.names.has(name));
  if (unknown !== undefined) {
    const also = others.map((name) => `Nor is ${shown(name)}: ${remedyFor(name, known)}`);
    throw new ValidationError(`is not an option of ${known.of}`, {
      field: path(shown(unknown)),
      remedy: [remedyFor(unknown, known), ...also].join(' '),
    });
  }
  for (const [name, nested] of known.names) {
    if (typeof nested !== 'object' || !Object.hasOwn(options, name)) continue;
    refuseUnknown((options as Record<string, unknown>)[name], nested, path(name));
  }
}

const shown = (name: string) => plainLine(name, SHOWN_LENGTH);
