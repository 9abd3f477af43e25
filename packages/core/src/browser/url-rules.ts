import { ValidationError } from '../errors/index.js';
import { redactUrl } from '../errors/redact-url.js';
import type { SecurityOptions } from './browser-options.js';

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
  if (!URL.canParse(whole)) throw fault('is not a URL', 'Give a URL such as https://example.com.');
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

/** Whether the security options let this address be open. `about:` pages hold nothing and always may. */
export function isAllowedUrl(url: string, security: SecurityOptions): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  if (parsed.protocol === 'about:') return true;
  if (parsed.protocol === 'file:' && !security.allowFileUrls) return false;
  const matches = (pattern: string) => matchesPattern(parsed, pattern);
  if (security.blockedUrls?.some(matches)) return false;
  return security.allowedUrls === undefined || security.allowedUrls.some(matches);
}

function matchesPattern(url: URL, pattern: string): boolean {
  const glob = (text: string) =>
    new RegExp(`^${text.split('*').map(escapeRegExp).join('.*')}$`, 'i');
  if (pattern.includes('://')) {
    // Without a path the pattern stands for the whole site.
    const whole = /^[^/]+:\/\/[^/]*$/.test(pattern) ? `${pattern}/*` : pattern;
    return glob(whole).test(`${url.protocol}//${url.host}${url.pathname}${url.search}${url.hash}`);
  }
  const host = pattern.includes(':') ? url.host : url.hostname;
  return glob(pattern).test(host);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
