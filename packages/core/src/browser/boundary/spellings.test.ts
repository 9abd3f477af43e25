import { describe, expect, it } from 'vitest';
import { isAllowedUrl } from './check-url.js';

/** [pattern, URL]: another way to write what the pattern names. */
const same: [string, string][] = [
  ['example.com', 'https://EXAMPLE.com/'],
  ['example.com', 'https://example.com./'],
  ['example.com', 'https://example.com:8443/x'],
  ['example.com', 'https://user:word@example.com/'],
  ['example.com', 'https://ｅxample.com/'],
  ['example.com', 'https://ex\u00adample.com/'],
  ['example.com', 'https://ex%61mple.com/'],
  ['example.com', 'https://example。com/'],
  ['example.com', 'view-source:https://example.com/'],
  ['example.com', 'blob:https://example.com/6c7f-1'],
  ['EXAMPLE.com.', 'https://example.com/'],
  ['exämple.com', 'https://xn--exmple-cua.com/'],
  ['xn--exmple-cua.com', 'https://exämple.com/'],
  ['*.exämple.com', 'https://a.xn--exmple-cua.com/'],
  ['*.example.com', 'https://a.b.example.com./'],
  ['shop-*.example.com', 'https://shop-1.example.com/'],
  ['api.*.example.com', 'https://api.eu.example.com/'],
  ['127.0.0.1', 'http://127.0.0.1./'],
  ['127.0.0.1', 'http://2130706433/'],
  ['127.0.0.1', 'http://0x7f000001/'],
  ['127.0.0.1', 'http://0177.0.0.1/'],
  ['127.0.0.1', 'http://127.1/'],
  ['127.0.0.1', 'http://[::ffff:127.0.0.1]/'],
  ['0x7f.1', 'http://[::ffff:7f00:1]/'],
  ['[::1]', 'http://[0:0:0:0:0:0:0:1]/'],
  ['example.com:443', 'https://example.com/'],
  ['https://example.com:443/*', 'https://example.com/x'],
  ['https://example.com', 'https://example.com:443/'],
  ['http://example.com:*', 'http://example.com:8080/'],
  ['*://example.com/*', 'http://example.com/x'],
  ['example.com/', 'https://example.com/deep'],
  ['https://example.com/admin*', 'https://example.com/%61dmin'],
  ['https://example.com/%61dmin*', 'https://example.com/admin/x'],
  ['https://example.com/a%20b/*', 'https://example.com/a b/x'],
  ['https://example.com/straße', 'https://example.com/stra%C3%9Fe'],
  ['https://example.com/shop/*', 'https://example.com/x/../shop/1'],
  ['https://example.com/shop/*', 'https://example.com/x/%2e%2e/shop/1'],
  ['https://example.com/find?q=*', 'https://example.com/find?q=%6camp#top'],
  ['https://example.com/find', 'https://example.com/find?q=1'],
  ['*', 'http://anything.example:81/'],
];

/** [pattern, URL]: looks like what the pattern names, and is not. */
const other: [string, string][] = [
  ['example.com', 'https://sub.example.com/'],
  ['example.com', 'https://example.com.evil.org/'],
  ['example.com', 'https://evil.org/example.com'],
  ['example.com', 'https://example.com@evil.org/'],
  ['example.com', 'https://example.com%2eevil.org/'],
  ['example.com', 'https://notexample.com/'],
  ['*.example.com', 'https://example.com/'],
  ['*.example.com', 'https://evilexample.com/'],
  ['*.example.com', 'https://evil.org/.example.com'],
  ['*.example.com', 'https://evil.org/?a.example.com'],
  ['*.example.com', 'https://evil.org/#a.example.com'],
  ['*.example.com', 'https://a.example.com.evil.org/'],
  ['https://*.example.com/*', 'https://evil.org/x.example.com/'],
  ['https://*.example.com', 'https://evil.org\\.example.com/'],
  ['*://example.com/*', 'https://evil.org/?://example.com/'],
  ['https://example.com', 'http://example.com/'],
  ['localhost:3000', 'http://localhost:4000/'],
  ['example.com:443', 'http://example.com/'],
  ['127.0.0.1', 'http://127.0.0.2/'],
  ['127.0.0.1', 'http://127.0.0.1.nip.io/'],
  ['https://example.com/shop/*', 'https://example.com/admin'],
  ['https://example.com/shop/*', 'https://example.com/shopping'],
  ['https://example.com/shop/*', 'https://example.com/shop/../admin'],
  ['https://example.com/find?q=*', 'https://example.com/find?r=1'],
];

/** [pattern, URL]: may be what the pattern names, depending on who answers. */
const doubtful: [string, string][] = [
  ['169.254.169.254', 'http://[::169.254.169.254]/'],
  ['169.254.169.254', 'http://[64:ff9b::a9fe:a9fe]/'],
  ['169.254.169.254', 'http://[64:ff9b:1::a9fe:a9fe]/'],
  ['169.254.169.254', 'http://[2002:a9fe:a9fe::1]/'],
  ['169.254.169.254', 'http://[::ffff:0:a9fe:a9fe]/'],
  ['169.254.169.254', 'http://[2001:0:1:2:3:4:5601:5601]/'],
  ['https://example.com/*', 'https://example.com:8443/'],
  ['https://example.com/admin/*', 'https://example.com/ADMIN/x'],
  ['https://example.com/admin/*', 'https://example.com/admin'],
  ['https://example.com/admin', 'https://example.com/admin/'],
  ['https://example.com/admin/*', 'https://example.com/%2561dmin/x'],
  ['https://example.com/admin/*', 'https://example.com//admin//x'],
  ['https://example.com/admin/*', 'https://example.com/x/..%2fadmin/x'],
  ['https://example.com/admin/*', 'https://example.com/x/%252e%252e/admin/x'],
  ['https://example.com/admin/*', 'https://example.com/admin;v=1/x'],
  ['https://example.com/admin/*', 'https://example.com/x/..;/admin/x'],
  ['https://example.com/admin/*', 'https://example.com/x%5c..%5cadmin/x'],
];

describe('a pattern for addresses', () => {
  it.each(same)('takes %s for %s', (pattern, url) => {
    expect(isAllowedUrl(url, { allowedUrls: [pattern] })).toBe(true);
    expect(isAllowedUrl(url, { blockedUrls: [pattern] })).toBe(false);
  });

  it.each(other)('does not take %s for %s', (pattern, url) => {
    expect(isAllowedUrl(url, { allowedUrls: [pattern] })).toBe(false);
  });

  it.each(doubtful)('neither allows nor lets by, of %s, %s', (pattern, url) => {
    expect(isAllowedUrl(url, { allowedUrls: [pattern] })).toBe(false);
    expect(isAllowedUrl(url, { blockedUrls: [pattern] })).toBe(false);
  });

  it('lets nothing out of an allowed path, however a server reads it', () => {
    const security = { allowedUrls: ['https://example.com/shop/*'] };
    for (const way of [
      '..%2fadmin',
      '%2e%2e%2fadmin',
      '%252e%252e/admin',
      '..;/admin',
      '..%5cadmin',
    ]) {
      expect(isAllowedUrl(`https://example.com/shop/${way}`, security), way).toBe(false);
    }
  });

  it('leaves what holds no address alone, unless there is a list of what may be open', () => {
    for (const allowedUrls of [undefined, ['example.com']]) {
      const security = allowedUrls ? { allowedUrls } : {};
      expect(isAllowedUrl('about:blank', security)).toBe(true);
      expect(isAllowedUrl('javascript:alert(1)', security)).toBe(false);
      expect(isAllowedUrl('data:text/html,x', security)).toBe(allowedUrls === undefined);
      expect(isAllowedUrl('file:///etc/passwd', security)).toBe(false);
    }
    const files = { allowFileUrls: true, allowedUrls: ['file:///tmp/*'] };
    expect(isAllowedUrl('file:///tmp/a.html', files)).toBe(true);
    expect(isAllowedUrl('file:///tmp/../etc/passwd', files)).toBe(false);
  });
});
