import { redactUrlsIn } from '../errors/redact-url.js';

/**
 * What was found out, as listeners are told: every URL in every text without user, password and what
 * signs it. Objects that hold none are given back as they are.
 */
export function withoutUrlSecrets<T>(value: T): T {
  return shown(value) as T;
}

function shown(value: unknown): unknown {
  if (typeof value === 'string') return redactUrlsIn(value);
  if (Array.isArray(value)) return mapped(value, value.map(shown));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value);
  const changed = members.map(([name, member]): [string, unknown] => [name, shown(member)]);
  return members.some(([, member], at) => member !== changed[at]?.[1])
    ? Object.fromEntries(changed)
    : value;
}

function mapped(before: unknown[], after: unknown[]): unknown[] {
  return before.some((member, at) => member !== after[at]) ? after : before;
}
