import type { BrowserPermission, SurroundingsOptions } from './surroundings-options.js';

/** `undefined` stands for every site. */
export type Grant = readonly [origin: string | undefined, permissions: BrowserPermission[]];

/**
 * What is to be granted where. Who says where the device is wants pages to know it: so the permission
 * for it is there unless it is said which sites have it.
 */
export function grantsOf({ geolocation, permissions = [] }: SurroundingsOptions): Grant[] {
  const isForAll = isList(permissions);
  const everywhere = new Set(isForAll ? permissions : []);
  const lists = isForAll ? [] : Object.entries(permissions);
  const isSaid = lists.some(([, names]) => names.includes('geolocation'));
  if (geolocation !== undefined && !isSaid) everywhere.add('geolocation');
  const grants: Grant[] = lists.map(([origin, names]) => [
    new URL(origin).origin,
    // A site that has a list of its own has nothing besides.
    [...new Set([...names, ...everywhere])],
  ]);
  return everywhere.size > 0 ? [[undefined, [...everywhere]], ...grants] : grants;
}

function isList(
  permissions: NonNullable<SurroundingsOptions['permissions']>,
): permissions is readonly BrowserPermission[] {
  return Array.isArray(permissions);
}
