import { ValidationError } from '../errors/index.js';
import { redactUrl } from '../errors/redact-url.js';
import { parseUrl } from '../parse-url.js';

/**
 * That `given`, a name in the option `field`, is a web origin, and nothing more.
 * @throws ValidationError
 */
export function demandOrigin(field: string, given: string): void {
  const remedy = (origin: string) =>
    `Write scheme and host, with its port where it has one of its own: '${origin}'.`;
  const fault = (problem: string, origin = 'https://example.com') =>
    new ValidationError(problem, { field, value: redactUrl(given), remedy: remedy(origin) });
  const url = /^https?:\/\//i.test(given) ? parseUrl(given) : undefined;
  if (!url) throw fault('names something that is not an origin');
  if (given.includes('*') || url.username !== '' || url.password !== '') {
    throw fault('names something that is not an origin');
  }
  if (url.href !== `${url.origin}/`) throw fault('names more than an origin', url.origin);
}
