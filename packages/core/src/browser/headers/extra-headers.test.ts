import { describe, expect, it } from 'vitest';
import { checkExtraHeaders } from './check-extra-headers.js';
import { headerRules, headersFor } from './header-rules.js';

// biome-ignore lint/suspicious/noExplicitAny: the point is that no type stands in the way
type Untyped = any;

const SITE = 'https://e.com';
const AT = `extraHeaders["${SITE}"]`;
const refused: [Untyped, string, RegExp][] = [
  ['x-a: 1', 'extraHeaders', /not an object/],
  [[['x-a', '1']], 'extraHeaders', /not an object/],
  [{ 'x-a': '1' }, 'extraHeaders["x-a"]', /without an origin.*'https:\/\/example\.com'.*'\*'/],
  [{ 'e.com': { 'x-a': '1' } }, 'extraHeaders', /not an origin/],
  [{ 'ws://e.com': { 'x-a': '1' } }, 'extraHeaders', /not an origin/],
  [{ 'https://e.com/shop': { 'x-a': '1' } }, 'extraHeaders', /'https:\/\/e\.com'/],
  [{ 'https://*.com.*': { 'x-a': '1' } }, 'extraHeaders', /\*/],
  [{ 'https://*': { 'x-a': '1' } }, 'extraHeaders', /origin|host/],
  [{ 'https://me:planted@e.com': { 'x-a': '1' } }, 'extraHeaders', /not an origin/],
  [{ [SITE]: 'x-a: planted' }, AT, /not an object/],
  [{ '*': 'planted' }, 'extraHeaders["*"]', /not an object/],
  [{ [SITE]: { 'x a': 'planted' } }, `${AT}["x a"]`, /not the name/],
  [{ [SITE]: { '': 'planted' } }, `${AT}[""]`, /not the name/],
  [{ [SITE]: { 'x-a': 'planted\r\nx-b: 1' } }, `${AT}["x-a"]`, /no line breaks/],
  [{ [SITE]: { 'x-a': 'planted\0' } }, `${AT}["x-a"]`, /no line breaks/],
  [{ [SITE]: { 'x-a': 'planted €' } }, `${AT}["x-a"]`, /Latin-1/],
  [{ [SITE]: { 'x-a': 1 } }, `${AT}["x-a"]`, /no header can have/],
  [{ [SITE]: { 'x-a': '1', 'X-A': '2' } }, `${AT}["X-A"]`, /twice/],
  [{ [SITE]: { Host: 'planted' } }, `${AT}["Host"]`, /browser writes itself/],
  [{ [SITE]: { 'Sec-Fetch-Site': 'none' } }, `${AT}["Sec-Fetch-Site"]`, /browser writes itself/],
  [{ [SITE]: { 'content-length': '1' } }, `${AT}["content-length"]`, /browser writes itself/],
  [{ [SITE]: { 'User-Agent': 'planted' } }, `${AT}["User-Agent"]`, /userAgent/],
  [{ [SITE]: { 'Accept-Language': 'de' } }, `${AT}["Accept-Language"]`, /locale/],
  [{ [SITE]: { cookie: 'planted' } }, `${AT}["cookie"]`, /browserSession/],
  [{ [SITE]: { referer: 'planted' } }, `${AT}["referer"]`, /goToUrl/],
];

describe('headers that cannot be sent', () => {
  it.each(refused)('are refused by their name, without their value: %j', (given, field, says) => {
    const says_ = expect.stringMatching(says);
    const refusal = { code: 'VALIDATION_FAILED', field, message: says_ };
    expect(() => checkExtraHeaders({ extraHeaders: given })).toThrow(
      expect.objectContaining(refusal),
    );
    expect(() => checkExtraHeaders({ extraHeaders: given })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('planted') }),
    );
  });
});

describe('the headers of a request', () => {
  const headers = {
    '*': { 'x-all': '1', 'X-Which': 'all' },
    'https://*.e.com': { 'x-which': 'below' },
    'https://api.e.com': { 'x-which': 'one', Authorization: ' Bearer abc ' },
    'http://[::1]:3000': { 'x-which': 'ipv6' },
  };
  const sent = (url: string) => Object.fromEntries(headersFor(headerRules(headers), url));

  it.each([
    ['https://api.e.com/v1?x=1', { 'x-all': '1', 'x-which': 'one', authorization: 'Bearer abc' }],
    ['https://API.e.com:443/', { 'x-all': '1', 'x-which': 'one', authorization: 'Bearer abc' }],
    ['https://cdn.e.com/', { 'x-all': '1', 'x-which': 'below' }],
    ['https://a.b.e.com/', { 'x-all': '1', 'x-which': 'below' }],
    ['http://[::1]:3000/x', { 'x-all': '1', 'x-which': 'ipv6' }],
    ['https://e.com/', { 'x-all': '1', 'x-which': 'all' }],
    ['http://api.e.com/', { 'x-all': '1', 'x-which': 'all' }],
    ['https://api.e.com:8443/', { 'x-all': '1', 'x-which': 'all' }],
    ['https://api.e.com.evil.test/', { 'x-all': '1', 'x-which': 'all' }],
    ['https://evil.test/https://api.e.com/', { 'x-all': '1', 'x-which': 'all' }],
    ['https://api.e.com@evil.test/', { 'x-all': '1', 'x-which': 'all' }],
    ['https://evile.com/', { 'x-all': '1', 'x-which': 'all' }],
  ])('to %s are those of its origin, of the most exact rule', (url, expected) => {
    checkExtraHeaders({ extraHeaders: headers });
    expect(sent(url)).toEqual(expected);
  });

  it('are stopped for by the address as the browser writes it', () => {
    const sieves = (origin: string) =>
      headerRules({ [origin]: { 'x-a': '1' } }).flatMap(({ sieve }) => sieve);
    expect(sieves('HTTPS://Exämple.com:443')).toEqual(['https://xn--exmple-cua.com/*']);
    expect(sieves('http://*.E.com:8080')).toEqual(['http://*.e.com:8080/*']);
    expect(sieves('*')).toEqual(['http://*', 'https://*']);
  });
});
