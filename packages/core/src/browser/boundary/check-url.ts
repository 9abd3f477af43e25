import { ValidationError } from '../../errors/index.js';
import { redactUrl } from '../../errors/redact-url.js';
import { parseUrl } from '../../parse-url.js';
import type { SecurityOptions } from '../browser-options.js';
import { addressOf } from './address.js';
import { listsAllow, type UrlRules, urlRulesOf } from './url-rules-of.js';

// RFC 3986: unreserved, reserved and the percent sign. `new URL` would quietly mend or drop others.
const OUTSIDE_OF_A_URL = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/u;
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):/;
// `localhost:3000` and `example.com:8080/x` have a port where a scheme's colon would be.
const HOST_AND_PORT = /^[A-Za-z0-9.-]+:\d{1,5}(?:[/?#]|$)/;

/**
 * The address to open for what was given. A missing scheme means https.
 * @throws ValidationError that names `field`, for anything that may not be opened.
 */
export function checkUrl(url: unknown, field: string, security: SecurityOptions = {}): string {
  if (typeof url !== 'string' || url.trim() === '') {
    throw new ValidationError('is empty or not a text', {
      field,
      value: url,
      remedy: 'Give a URL such as https://example.com.',
    });
  }
  const trimmed = url.trim();
  const fault = (problem: string, remedy: string) =>
    new ValidationError(problem, { field, value: redactUrl(trimmed), remedy });
  const stray = OUTSIDE_OF_A_URL.exec(trimmed);
  if (stray) {
    throw fault(
      `holds ${JSON.stringify(stray[0])}, which cannot stand in a URL`,
      'Percent-encode it, for instance with encodeURI().',
    );
  }
  const scheme = schemeOf(trimmed);
  const whole = withScheme(trimmed);
  const known = ['http', 'https', 'about'];
  if (scheme !== undefined && !known.includes(scheme)) {
    if (scheme !== 'file') {
      throw fault(`has the scheme ${scheme}:`, 'Use http, https or about.');
    }
    if (!security.allowFileUrls) {
      throw fault('is a file', 'Set security.allowFileUrls to open files.');
    }
  }
  if (!parseUrl(whole)) throw fault('is not a URL', 'Give a URL such as https://example.com.');
  if (!isAllowedUrl(whole, security)) {
    throw fault(
      'may not be opened',
      'See security.allowedUrls and security.blockedUrls of this session.',
    );
  }
  return whole;
}

/** The address as it would be opened: a missing scheme means https. */
export function withScheme(url: string): string {
  const trimmed = url.trim();
  return schemeOf(trimmed) === undefined ? `https://${trimmed.replace(/^\/\//, '')}` : trimmed;
}

function schemeOf(url: string): string | undefined {
  return HOST_AND_PORT.test(url) ? undefined : SCHEME.exec(url)?.[1]?.toLowerCase();
}

/**
 * Whether the security options let this address be open. `about:` pages hold nothing and always may;
 * a `blob:` is of the page that made it; what stands in the address itself (`data:`) may be open
 * unless there is a list of what may.
 * @throws ValidationError for a pattern that cannot be used
 */
export function isAllowedUrl(url: string, security: SecurityOptions): boolean {
  return rulesAllow(url, urlRulesOf(security));
}

/** As {@link isAllowedUrl}, of rules that were read before. */
export function rulesAllow(url: string, rules: UrlRules): boolean {
  const inner = /^(?:blob|filesystem|view-source):(?=[a-z]+:\/\/)/i.exec(url);
  const address = inner ? url.slice(inner[0].length) : url;
  const parsed = parseUrl(address);
  if (!parsed) return false;
  switch (parsed.protocol) {
    case 'about:':
      return true;
    case 'http:':
    case 'https:':
    case 'file:':
      return listsAllow(rules, addressOf(parsed));
    case 'javascript:':
      return false;
    default:
      return rules.allowed === undefined;
  }
}
