import { describe, expect, it } from 'vitest';
import { ValidationError } from '../../errors/index.js';
import { checkUrl, isAllowedUrl } from './check-url.js';

describe('checkUrl', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['about:blank', 'about:blank'],
    ['  example.com/path ', 'https://example.com/path'],
    ['localhost:3000/x', 'https://localhost:3000/x'],
    ['127.0.0.1:8080', 'https://127.0.0.1:8080'],
    ['//example.com', 'https://example.com'],
    ['HTTPS://EXAMPLE.COM', 'HTTPS://EXAMPLE.COM'],
  ])('opens %s', (given, opened) => {
    expect(checkUrl(given, 'url')).toBe(opened);
  });

  it.each([
    ['javascript:alert(1)', 'javascript:'],
    ['data:text/html,hi', 'data:'],
    ['chrome://settings', 'chrome:'],
    ['ftp://example.com', 'ftp:'],
    ['view-source:https://example.com', 'view-source:'],
    ['file:///etc/passwd', 'security.allowFileUrls'],
    ['https://example.com/a b', '" "'],
    ['https://example.com/<script>', '"<"'],
    ['https://exämple.com', '"ä"'],
    ['https://example.com/\u202e', '\u202e'],
    ['https://example.com/\\evil', '\\\\'],
    ['https://', 'is not a URL'],
    ['', 'is empty'],
  ])('refuses %s and says why', (given, why) => {
    const check = () => checkUrl(given, 'startingPage');
    expect(check).toThrow(ValidationError);
    expect(check).toThrow(why);
    expect(check).toThrow(/^startingPage:/);
  });

  it('shows no signature of the URL it refuses', () => {
    expect(() => checkUrl('ftp://u:pass@e.com/?X-Amz-Signature=abcdef', 'url')).toThrow(
      expect.objectContaining({ message: expect.not.stringMatching(/abcdef|pass/) }),
    );
  });

  it('opens files where they are allowed', () => {
    expect(checkUrl('file:///tmp/a.html', 'url', { allowFileUrls: true })).toBe(
      'file:///tmp/a.html',
    );
  });

  it('refuses what the security options do not let be open', () => {
    const security = { allowedUrls: ['*.example.com'], blockedUrls: ['admin.example.com'] };
    expect(checkUrl('shop.example.com', 'url', security)).toBe('https://shop.example.com');
    expect(() => checkUrl('example.org', 'url', security)).toThrow('security.allowedUrls');
    expect(() => checkUrl('admin.example.com', 'url', security)).toThrow('may not be opened');
  });
});

describe('isAllowedUrl', () => {
  it.each([
    ['example.com', 'https://example.com/x', true],
    ['example.com', 'https://sub.example.com/', false],
    ['example.com', 'https://example.com.evil.org/', false],
    ['*.example.com', 'https://a.b.example.com/', true],
    ['*.example.com', 'https://example.com/', false],
    ['*.example.com', 'https://evil.org/?x=.example.com', false],
    ['localhost:3000', 'http://localhost:3000/', true],
    ['localhost:3000', 'http://localhost:4000/', false],
    ['https://example.com', 'https://example.com/deep?x', true],
    ['https://example.com', 'http://example.com/', false],
    ['https://example.com/shop/*', 'https://example.com/shop/1', true],
    ['https://example.com/shop/*', 'https://example.com/admin', false],
    ['https://example.com/shop/*', 'https://user@example.com/shop/1', true],
    ['https://example.com', 'https://example.com@evil.org/', false],
    ['EXAMPLE.com', 'https://example.COM/', true],
  ])('takes %s for %s: %s', (pattern, url, allowed) => {
    expect(isAllowedUrl(url, { allowedUrls: [pattern] })).toBe(allowed);
    expect(isAllowedUrl(url, { blockedUrls: [pattern] })).toBe(!allowed);
  });
});
