import { ValidationError } from '../../errors/index.js';
import { parseUrlPattern } from '../boundary/parse-url-pattern.js';
import { demandOrigin } from '../demand-origin.js';
import type { ExtraHeadersOptions } from '../extra-headers-options.js';
import { isHeaderName, isHeaderValue } from './header-text.js';

const FIELD = 'extraHeaders';
/** What the browser writes itself, by what it connects to, sends and lets be sent. */
const RESERVED =
  /^(?:accept-encoding|access-control-request-.*|connection|content-length|date|expect|host|keep-alive|origin|proxy-.*|sec-.*|set-cookie2?|te|trailer|transfer-encoding|upgrade|via)$/;
/** What has a way of its own, on which more depends than a header. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'accept-language': 'Use locale, which pages are told too.',
  'user-agent': 'Use userAgent, which pages are told too.',
  cookie: 'Use browserSession, or nova.page.context().addCookies().',
  referer: 'Use nova.goToUrl(url, { referer }).',
};

/** @throws ValidationError, without any value: it may be a key */
export function checkExtraHeaders({ extraHeaders }: ExtraHeadersOptions): void {
  if (extraHeaders === undefined) return;
  demandRecord(FIELD, extraHeaders, "Give { 'https://example.com': { 'x-name': 'value' } }.");
  for (const [origin, headers] of Object.entries(extraHeaders)) {
    if (typeof headers === 'string' && isHeaderName(origin) && origin !== '*') throw flat(origin);
    checkOrigin(origin);
    checkHeaders(`${FIELD}[${JSON.stringify(origin)}]`, headers);
  }
}

/** As Playwright has it: sent to everybody. */
function flat(name: string): ValidationError {
  return new ValidationError('is a header without an origin that it is for', {
    field: `${FIELD}[${JSON.stringify(name)}]`,
    remedy: `Give { 'https://example.com': { ${JSON.stringify(name)}: … } }, or '*' in the place of the origin to send it to every site that a page asks something of.`,
  });
}

function checkOrigin(origin: string): void {
  if (origin === '*') return;
  demandOrigin(FIELD, origin.replace('://*.', '://'));
  if (origin.includes('*')) parseUrlPattern(origin, FIELD);
}

function checkHeaders(field: string, headers: unknown): void {
  demandRecord(field, headers, "Give { 'x-name': 'value' }.");
  const seen = new Set<string>();
  for (const [name, value] of Object.entries(headers as object)) {
    const at = `${field}[${JSON.stringify(name)}]`;
    const fault = (problem: string, remedy: string) =>
      new ValidationError(problem, { field: at, remedy });
    if (!isHeaderName(name)) {
      throw fault('is not the name of a header', 'Use letters, digits and hyphens.');
    }
    const plain = name.toLowerCase();
    const elsewhere = ELSEWHERE[plain];
    if (elsewhere) throw fault('is a header with a way of its own', elsewhere);
    if (RESERVED.test(plain)) {
      throw fault('is a header that the browser writes itself', 'Leave it out.');
    }
    if (seen.has(plain)) throw fault('is there twice', 'Names differ by more than their case.');
    seen.add(plain);
    if (!isHeaderValue(value)) {
      throw fault(
        'has a value that no header can have',
        'Give one line of text in Latin-1: no line breaks, no other control characters.',
      );
    }
  }
}

function demandRecord(field: string, given: unknown, remedy: string): void {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return;
  throw new ValidationError('is not an object of headers', { field, remedy });
}
