import type { Target } from '../file/cassette-format.js';
import { hideInUrls } from '../secrets/secret-urls.js';
import type { NearMiss } from './find-again.js';

const maxLength = 60;

/** `the button “Buy” in “Cart”`. */
export function sayNameOf({ role, names, group, near, attributes }: Target): string {
  const [name] = names;
  const id = attributes['id'] ?? attributes['name'];
  const called =
    name !== undefined
      ? ` ${quote(name)}`
      : id !== undefined
        ? ` with the id ${quote(id)}`
        : ' without a name';
  const beside = near !== undefined && near !== name ? ` beside ${quote(near)}` : '';
  const within = group === undefined || group === name ? '' : ` in ${quote(group)}`;
  return `the ${role}${called}${beside}${within}`;
}

export function sayMissing(target: Target, url: string, misses: readonly NearMiss[]): string {
  const nearest = misses.length === 0 ? 'Nothing comes near it' : `The nearest are ${list(misses)}`;
  return `points at ${sayNameOf(target)}, which is not on this page (${shown(url)}). ${nearest}`;
}

export function sayAmbiguous(target: Target, url: string, equals: readonly NearMiss[]): string {
  const { index, count } = target.place;
  const then = count > 1 ? `number ${index + 1} of ${count}` : 'the only one';
  return `points at ${sayNameOf(target)}, ${then} when it was recorded, and several things on this page (${shown(url)}) answer to that equally well: ${list(equals)}`;
}

function list(misses: readonly NearMiss[]): string {
  return misses
    .map(({ role, name }) => `the ${role}${name === '' ? ' without a name' : ` ${quote(name)}`}`)
    .join(', ');
}

export function quote(text: string): string {
  return `“${text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text}”`;
}

function shown(url: string): string {
  return hideInUrls(url, () => 'hidden');
}
