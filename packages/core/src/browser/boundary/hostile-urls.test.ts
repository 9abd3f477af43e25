import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUrl } from '../../parse-url.js';
import { isAllowedUrl } from './check-url.js';

/** Texts that have moved the end of a host for one parser or another. */
const TRICKS = [
  '.example.com',
  'example.com',
  '@',
  ':',
  '/',
  '\\',
  '?',
  '#',
  '.',
  '%2e',
  '%00',
  '%40',
];
const MORE = [
  '%2f',
  '。',
  '．',
  '\t',
  '\u00ad',
  '\u200d',
  ';',
  '&',
  '*',
  '[',
  ']',
  '::ffff:',
  '443',
];
const piece = fc.oneof(
  fc.constantFrom(...TRICKS, ...MORE),
  fc.constantFrom(
    'evil.org',
    'evil',
    'a',
    'xn--',
    '0x7f',
    '127.0.0.1',
    'https://',
    'http:',
    'blob:',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const hostile = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'https:', 'blob:https://', 'view-source:http://', ''),
    fc.array(piece, { maxLength: 9 }),
  )
  .map(([scheme, pieces]) => scheme + pieces.join(''));

/** What is asked, told with nothing but the URL parser itself. */
function hostOf(url: string): string | undefined {
  const inner = url.replace(/^(?:blob|view-source):/i, '');
  return parseUrl(inner)?.hostname.replace(/\.+$/, '');
}

describe('a pattern with a host', () => {
  it.each([
    ['example.com', (host: string) => host === 'example.com'],
    ['https://example.com/a*', (host: string) => host === 'example.com'],
    ['*.example.com', (host: string) => host.endsWith('.example.com')],
    ['https://*.example.com/*', (host: string) => host.endsWith('.example.com')],
    ['*://*.example.com:*/x*?y=*', (host: string) => host.endsWith('.example.com')],
    ['shop-*.example.com', (host: string) => /^shop-.*\.example\.com$/.test(host)],
  ])('%s never allows a URL with another', (pattern, isMeant) => {
    fc.assert(
      fc.property(hostile, (url) => {
        if (!isAllowedUrl(url, { allowedUrls: [pattern] })) return;
        if (/^about:/i.test(url)) return;
        const host = hostOf(url);
        expect(host !== undefined && isMeant(host), `${url} → ${host}`).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('blocks its host whatever stands around it', () => {
    const path = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.constantFrom('', 'u@', 'u:p@'), path, (user, rest) => {
        const url = `https://${user}example.com/${rest}`;
        expect(isAllowedUrl(url, { blockedUrls: ['example.com'] })).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads a pattern and a URL of a megabyte in no time', () => {
    const long = '%25'.repeat(300_000);
    const pattern = `https://example.com/${'a*'.repeat(200)}b`;
    for (const text of [
      long,
      'a'.repeat(1_000_000),
      '/..;'.repeat(250_000),
      '*'.repeat(1_000_000),
    ]) {
      isAllowedUrl(`https://example.com/${text}`, {
        allowedUrls: [pattern],
        blockedUrls: [pattern],
      });
    }
  }, 5_000);
});
