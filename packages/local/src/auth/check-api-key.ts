import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHead } from '../surface/answer.js';
import { ServiceFault } from '../surface/service-fault.js';

/** Throws unless both headers of the API-key surface carry one of `keys`. */
export function checkApiKey(request: RequestHead, keys: readonly string[]): void {
  const authorization = request.headers['authorization'];
  const header = request.headers['x-api-key'];
  if (authorization === undefined || header === undefined)
    throw ServiceFault.unauthenticated(
      'The headers Authorization: Bearer KEY and X-Api-Key: KEY are both required.',
      'MissingApiKey',
    );
  const bearer = /^Bearer (.+)$/.exec(authorization)?.[1] ?? '';
  if (!keys.some((key) => same(key, bearer) && same(key, header)))
    throw ServiceFault.unauthenticated('The API key is not valid.', 'InvalidApiKey');
}

/** Compares in a time that tells nothing of where the difference is. */
export function same(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
