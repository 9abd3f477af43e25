import { ValidationError } from '../errors/index.js';
import { redactUrl } from '../errors/redact-url.js';
import { parseUrl } from '../parse-url.js';

/** Undefined will do. @throws ValidationError that names `field`, for what is no address of a site */
export function checkBaseUrl(given: unknown, field: string): void {
  if (given === undefined) return;
  const protocol = typeof given === 'string' ? parseUrl(given)?.protocol : undefined;
  if (protocol === 'http:' || protocol === 'https:') return;
  throw new ValidationError('is not the address of a site', {
    field,
    value: typeof given === 'string' ? redactUrl(given) : given,
    remedy: 'Give a whole URL such as http://localhost:3000 or https://staging.example.com.',
  });
}
