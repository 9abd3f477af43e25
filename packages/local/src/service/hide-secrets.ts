import { inspect } from 'node:util';

/**
 * Makes `console.log` and JSON show `shown` instead of `service`, which holds keys. Copies made by spreading it show
 * what they hold: whoever makes them has asked for the keys by name.
 */
export function hideSecrets<T extends object>(service: T, shown: Record<string, unknown>): T {
  Object.defineProperty(service, inspect.custom, { value: () => shown });
  Object.defineProperty(service, 'toJSON', { value: () => shown });
  return service;
}
