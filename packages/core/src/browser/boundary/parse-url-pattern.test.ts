import { describe, expect, it } from 'vitest';
import { ValidationError } from '../../errors/index.js';
import { urlRulesOf } from './url-rules-of.js';

describe('a pattern that cannot be used', () => {
  it.each([
    ['*example.com', "'*.example.com'".replaceAll("'", '"')],
    ['exa*mple.com', 'whole parts of a host'],
    ['example.*', 'lets other sites in'],
    ['127.0.0.*', 'lets other sites in'],
    ['10.0.0.0/8', 'is a range of addresses'],
    ['.example.com', "'*.example.com'"],
    ['::1', "'[::1]'"],
    ['999.1.1.1', 'cannot be one'],
    ['a..b.com', 'cannot be one'],
    ['', 'has no host'],
    ['   ', 'has no host'],
    ['/admin', 'has no host'],
    ['//example.com', 'has no host'],
    ['https://', 'has no host'],
    ['https:example.com', 'has the scheme https:'],
    ['ftp://example.com', 'can match nothing'],
    ['http*://example.com', "'*://…'"],
    ['data:*', 'has the scheme data:'],
    ['javascript:*', 'has the scheme javascript:'],
    ['about:blank', 'is always open'],
    ['example.com:', 'has no port'],
    ['example.com:0', 'has no port'],
    ['example.com:65536', 'has no port'],
    ['example.com:http', 'has the scheme'],
    ['user@example.com', 'holds a user name'],
    ['https://example.com/#/admin', 'has a fragment'],
    ['https://example.com/a/../b', 'in its path'],
    ['https://example.com/a/%2e%2E/b', 'in its path'],
    ['https://example.com/{a,b}', '"{"'],
    ['https://example.com/[ab]', 'bracket'],
    ['^https://example.com', '"^"'],
    ['.*\\.example\\.com', '"\\\\"'],
    ['a.com, b.com', '" "'],
    ['a.com|b.com', '"|"'],
    ['file://server/share/*', 'on another host'],
  ])('%j is refused with its name, its text and the remedy', (pattern, why) => {
    const read = () => urlRulesOf({ allowFileUrls: true, blockedUrls: ['example.org', pattern] });
    expect(read).toThrow(ValidationError);
    expect(read).toThrow(why);
    expect(read).toThrow(/^security\.blockedUrls\[1\]: /);
  });

  it('shows no password of it', () => {
    const read = () => urlRulesOf({ allowedUrls: ['https://me:hunter2@example.com'] });
    expect(read).toThrow(
      expect.objectContaining({ message: expect.not.stringMatching('hunter2') }),
    );
  });

  it('is one for files where files may not be opened', () => {
    expect(() => urlRulesOf({ allowedUrls: ['example.com', 'file:///tmp/*'] })).toThrow(
      /^security\.allowedUrls\[1\]: .*allowFileUrls/,
    );
  });
});
