import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ValidationError } from '../errors/index.js';
import { vaultOf } from './check-secrets.js';
import { HeldSecret, secret } from './secret.js';

const VALUE = 'hunter2-hunter2';

describe('a secret', () => {
  test('shows its value to nobody', () => {
    const it = secret(VALUE, { allowedUrls: ['https://example.com'] });
    const shown = [
      inspect(it, { showHidden: true, depth: 9, getters: true }),
      inspect({ it }),
      `${it}`,
      JSON.stringify({ it }),
      JSON.stringify(structuredClone(it)),
      JSON.stringify({ ...it }),
      Object.getOwnPropertyNames(it).join(),
      String(Reflect.ownKeys(it)),
    ].join('\n');
    expect(shown).not.toContain('hunter2');
    expect(`${it}`).toBe('[secret]');
    expect(() => Object.assign(it, { allowedUrls: undefined })).toThrow(TypeError);
  });

  test.each([
    ['', 'is empty'],
    [undefined, 'is undefined, not a text'],
    [null, 'is null, not a text'],
    [7, 'is number, not a text'],
    ['x'.repeat(10_001), 'is 10001 characters long'],
  ])('is made of a text or a function: not where it %#', (value, problem) => {
    expect(() => secret(value as string)).toThrow(`secret(): ${problem}`);
  });

  test('is for the addresses that it is meant for', () => {
    const it = secret(VALUE, { allowedUrls: ['https://example.com', '*.example.org/login*'] });
    const isFor = (url: string) => HeldSecret.isFor(it as HeldSecret, url);
    expect(
      ['https://example.com/', 'https://example.com/a?b', 'http://a.example.org/login/1'].every(
        isFor,
      ),
    ).toBe(true);
    const others = [
      'http://example.com/',
      'https://evil.com/?https://example.com',
      'https://example.com.evil.com/',
      'https://example.com@evil.com/',
      'about:blank',
      'about:srcdoc',
      'data:text/html,x',
      '',
    ];
    expect(others.some(isFor)).toBe(false);
    expect(HeldSecret.isFor(secret(VALUE) as HeldSecret, 'https://anywhere.test/')).toBe(true);
  });

  test.each([
    [{ allowedUrls: [] }, 'secret().allowedUrls'],
    [{ allowedUrls: ['*example.com'] }, 'secret().allowedUrls[0]'],
    [{ allowedUrls: 'https://example.com' }, 'secret().allowedUrls'],
    [{ domains: ['example.com'] }, 'Did you mean allowedUrls?'],
  ])('refuses addresses that work otherwise than they read: %j', (options, told) => {
    expect(() => secret(VALUE, options as object)).toThrow(told);
  });
});

describe('the secrets of a session', () => {
  test.each([
    [{ password: 'hunter2' }, 'secrets.password: is not a secret'],
    [
      { 'pass word': secret(VALUE) },
      'secrets: has a name that no prompt can have (got "pass word")',
    ],
    [[secret(VALUE)], 'secrets: is not an object of secrets'],
    [secret(VALUE), 'secrets: is not an object of secrets'],
  ])('are secrets by their names', (secrets, told) => {
    const make = () => vaultOf(secrets as never);
    expect(make).toThrow(ValidationError);
    expect(make).toThrow(told);
    expect(() => make()).not.toThrow('hunter2');
  });
});
