import { parseUrl } from '../../parse-url.js';
import { addressOf } from '../boundary/address.js';
import { parseUrlPattern } from '../boundary/parse-url-pattern.js';
import { matches, type UrlPattern } from '../boundary/url-pattern.js';
import type { ExtraHeadersOptions } from '../extra-headers-options.js';

/** The headers of one origin, or of those that its pattern stands for. */
export interface HeaderRule {
  /** Undefined for every origin. */
  readonly pattern: UrlPattern | undefined;
  /** What DevTools is told to stop; more may fit it than is meant. */
  readonly sieve: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
}

const EVERY = '*';
/** How exact an origin is: one host, hosts below one, the longer the name the more; every origin. */
const exactness = (origin: string) =>
  origin === EVERY ? -1 : origin.includes('*') ? origin.length : Number.POSITIVE_INFINITY;

/** The rules of checked options, the most exact last: it overrules those before it. */
export function headerRules(extraHeaders: ExtraHeadersOptions['extraHeaders'] = {}): HeaderRule[] {
  return Object.entries(extraHeaders)
    .toSorted(([a], [b]) => exactness(a) - exactness(b))
    .map(([origin, headers]) => ({
      pattern: origin === EVERY ? undefined : parseUrlPattern(origin, 'extraHeaders'),
      sieve: sieveOf(origin),
      headers: new Map(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()]),
      ),
    }));
}

/** What is to be sent with a request, by names in lower case; empty when no rule is about it. */
export function headersFor(rules: readonly HeaderRule[], url: string): Map<string, string> {
  const parsed = parseUrl(url);
  if (!parsed) return new Map();
  const address = addressOf(parsed);
  const due = rules.filter(({ pattern }) => !pattern || matches(pattern, address, 'allow'));
  return new Map(due.flatMap(({ headers }) => [...headers]));
}

function sieveOf(origin: string): string[] {
  if (origin === EVERY) return ['http://*', 'https://*'];
  // A star is no part of a host for the URL parser, which knows the host's spelling and the scheme's port.
  const [scheme = '', host = ''] = origin.split('://');
  const below = host.startsWith('*.');
  const url = new URL(`${scheme}://${below ? host.slice(2) : host}`);
  return [`${url.protocol}//${below ? '*.' : ''}${url.host}/*`];
}
