import { ValidationError } from '../../errors/index.js';
import type { SecurityOptions } from '../browser-options.js';
import type { Address } from './address.js';
import { parseUrlPattern } from './parse-url-pattern.js';
import { matches, type UrlPattern } from './url-pattern.js';

/** The patterns of `security`, read once. */
export interface UrlRules {
  readonly allowed: readonly UrlPattern[] | undefined;
  readonly blocked: readonly UrlPattern[];
  readonly allowFiles: boolean;
}

/** @throws ValidationError that names the pattern at fault, such as `security.allowedUrls[2]` */
export function urlRulesOf(security: SecurityOptions): UrlRules {
  const read = (name: 'allowedUrls' | 'blockedUrls') =>
    security[name]?.map((pattern, at) => parseUrlPattern(pattern, `security.${name}[${at}]`));
  const allowed = read('allowedUrls');
  const allowFiles = security.allowFileUrls ?? false;
  const file = allowed?.findIndex(({ protocol }) => protocol === 'file:') ?? -1;
  if (file >= 0 && !allowFiles) {
    throw new ValidationError('can match nothing while files may not be opened', {
      field: `security.allowedUrls[${file}]`,
      value: security.allowedUrls?.[file],
      remedy: 'Set security.allowFileUrls as well, or leave it out.',
    });
  }
  return { allowed, blocked: read('blockedUrls') ?? [], allowFiles };
}

/** Whether the lists let an http, https or file address be open. */
export function listsAllow({ allowed, blocked, allowFiles }: UrlRules, address: Address): boolean {
  if (address.protocol === 'file:' && !allowFiles) return false;
  if (blocked.some((pattern) => matches(pattern, address, 'block'))) return false;
  return allowed?.some((pattern) => matches(pattern, address, 'allow')) ?? true;
}
