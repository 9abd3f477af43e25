import { describe, expect, it } from 'vitest';
import { redactUrl, redactUrlsIn } from './redact-url.js';

describe('redactUrl', () => {
  it.each([
    ['https://example.com/a/b?q=boston&page=2#top'],
    ['about:blank'],
    ['/relative?from=Boston'],
    ['https://example.com/mail/@someone?monkey=1&keyboard=us'],
    ['not a url at all'],
    [''],
  ])('leaves %s as it is', (url) => {
    expect(redactUrl(url)).toBe(url);
  });

  it.each([
    ['https://user:hunter2@example.com/', 'https://REDACTED@example.com/'],
    ['http://user@proxy.example:8080', 'http://REDACTED@proxy.example:8080'],
    ['socks5://u:p%40ss@proxy:1080/x', 'socks5://REDACTED@proxy:1080/x'],
    ['https://a:b@c@example.com/x', 'https://REDACTED@example.com/x'],
  ])('hides who is let in and how: %s', (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
  });

  it.each([
    'X-Amz-Signature',
    'X-Amz-Credential',
    'X-Amz-Security-Token',
    'x-goog-signature',
    'sig',
    'Signature',
    'Policy',
    'Key-Pair-Id',
    'AWSAccessKeyId',
    'token',
    'access_token',
    'accessToken',
    'id_token',
    'api_key',
    'apiKey',
    'key',
    'client_secret',
    'password',
    'user[password]',
    'code',
    'SAMLAssertion',
    'sessionid',
    'authorization',
    'reset%5Ftoken',
    'hmac',
    'hdnea',
    'verify',
  ])('hides the value of the parameter %s, in the query and in the fragment', (name) => {
    const shown = redactUrl(`https://e.com/p?a=1&${name}=s3cr3t&b=2#/r?${name}=s3cr3t&c=3`);
    expect(shown).toBe(`https://e.com/p?a=1&${name}=REDACTED&b=2#/r?${name}=REDACTED&c=3`);
  });

  it('hides a JSON web token and an AWS key id under any name', () => {
    expect(redactUrl('https://e.com/?x=eyJhbGciOiJIUzI1NiJ9.e30.abc')).toBe(
      'https://e.com/?x=REDACTED',
    );
    expect(redactUrl('https://e.com/?x=AKIAIOSFODNN7EXAMPLE')).toBe('https://e.com/?x=REDACTED');
  });

  it.each([
    ['ws://h:9222/devtools/browser/0f1e', 'ws://h:9222/REDACTED'],
    ['wss://u:p@h/?token=1', 'wss://REDACTED@h/REDACTED'],
    ['wss://h', 'wss://h'],
    ['wss://h/', 'wss://h/'],
  ])('hides where a WebSocket leads beyond its host: %s', (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
  });

  it.each([
    'Zx81kQw93nbGh7TrPq20LmVc',
    '0123456789abcdef0123456789abcdef',
    'eyJhbGciOiJIUzI1NiJ9.e30.abc',
  ])('hides a secret that stands without a name: %s', (value) => {
    expect(redactUrl(`https://e.com/p?a=1#${value}`)).toBe('https://e.com/p?a=1#REDACTED');
    expect(redactUrl(`https://e.com/p?${value}&b=2`)).toBe('https://e.com/p?REDACTED&b=2');
  });

  it.each(['section-2-of-the-introduction', 'introduction-to-programming', '/route/with/parts'])(
    'leaves the name of a place in the page: %s',
    (name) => {
      expect(redactUrl(`https://e.com/p#${name}`)).toBe(`https://e.com/p#${name}`);
    },
  );

  it('cuts a data URL to its type', () => {
    expect(redactUrl('data:image/png;base64,AAAA')).toBe('data:image/png;base64,…');
  });

  it('takes a broken percent sign for what it is', () => {
    expect(redactUrl('https://e.com/?%zz=1&token=%zz')).toBe('https://e.com/?%zz=1&token=REDACTED');
  });

  it('stays quick on a hostile length', () => {
    const long = `https://${'a:'.repeat(50_000)}?${'x=&'.repeat(50_000)}`;
    expect(redactUrl(long)).toHaveLength(long.length);
  });
});

describe('redactUrlsIn', () => {
  it('redacts each URL where it stands in a text and leaves the rest', () => {
    const text = 'at https://u:p@e.com/?sig=abc, then "http://f.com/?q=1&token=t", token=mine';
    expect(redactUrlsIn(text)).toBe(
      'at https://REDACTED@e.com/?sig=REDACTED then "http://f.com/?q=1&token=REDACTED", token=mine',
    );
  });

  it('finds URLs inside JSON text and keeps it JSON', () => {
    const text = JSON.stringify({ url: 'https://e.com/?a=1&sig=abc', note: 'a "quoted" word' });
    expect(JSON.parse(redactUrlsIn(text))).toEqual({
      url: 'https://e.com/?a=1&sig=REDACTED',
      note: 'a "quoted" word',
    });
  });

  it.each([
    String.raw`{"u":"https:\/\/a:b@e.com\/p?a=1&sig=abc"}`,
    String.raw`{"u":"https://e.com/p?a=1\u0026sig=abc\u0026b=2"}`,
    `<a href="https://e.com/p?a=1&amp;sig=abc&amp;b=2">`,
    `https://e.com/p?q=O'Hare&sig=abc`,
    'https://e.com/p?q=`x`&sig=abc',
  ])('finds the secret however the URL is written: %s', (text) => {
    const shown = redactUrlsIn(text);
    expect(shown).toContain('sig=REDACTED');
    expect(shown).not.toMatch(/abc|a:b@/);
  });

  it('gives a text without URLs back as it is, and is quick on megabytes', () => {
    const text = `{"a":"data:image/jpeg;base64,${'A9/+'.repeat(1_000_000)}","b":"x:y//z"}`;
    expect(redactUrlsIn(text)).toBe(text);
    expect(redactUrlsIn(`${text} https://e.com/?sig=abc`)).toMatch(/\?sig=REDACTED$/);
    const hostile = 'a'.repeat(200_000) + '://'.repeat(100_000);
    expect(redactUrlsIn(hostile).length).toBeGreaterThan(0);
  });
});
