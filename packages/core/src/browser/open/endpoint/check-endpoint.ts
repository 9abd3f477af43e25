import { ValidationError } from '../../../errors/index.js';
import { parseUrl } from '../../../parse-url.js';
import { isHeaderName, isHeaderValue } from '../../headers/header-text.js';

/** Where a browser is connected to. Both parts may be keys to it. */
export interface Endpoint {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const PROTOCOLS = ['http:', 'https:', 'ws:', 'wss:'];

/** Never shows what was given: its path and query may be the key to the browser. @throws ValidationError */
export function checkEndpointUrl(given: unknown, field: string): string {
  const url = typeof given === 'string' ? parseUrl(given) : undefined;
  if (typeof given === 'string' && url && PROTOCOLS.includes(url.protocol)) return given;
  throw new ValidationError('is not an address of a browser', {
    field,
    remedy: 'Give http://host:port or ws://host:port/….',
  });
}

/** Shows the names of headers, and no value. @throws ValidationError */
export function checkHeaders(given: unknown, field: string): Readonly<Record<string, string>> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new ValidationError('are not headers', {
      field,
      remedy: "Give an object of names and texts, such as { authorization: 'Bearer …' }.",
    });
  }
  for (const [name, value] of Object.entries(given)) {
    if (isHeaderName(name) && isHeaderValue(value)) continue;
    throw new ValidationError('is not a header', {
      field: `${field}.${name}`,
      remedy: 'Give a name without spaces, and a text without line ends.',
    });
  }
  return { ...(given as Record<string, string>) };
}
