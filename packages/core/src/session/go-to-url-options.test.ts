import { expect, it } from 'vitest';
import { checkGoToUrlOptions } from './go-to-url-options.js';

// biome-ignore lint/suspicious/noExplicitAny: the point is that no type stands in the way
type Untyped = any;

const refused: [Untyped, string, RegExp][] = [
  [{ waitUntil: 'idle' }, 'waitUntil', /'settled', 'commit'.*\(got "idle"\)|got "idle"/],
  [{ timeoutMs: 0 }, 'timeoutMs', /1 to 600,000/],
  [{ timeoutMs: 1.5 }, 'timeoutMs', /1 to 600,000/],
  [{ timeoutMs: '5000' }, 'timeoutMs', /1 to 600,000/],
  [{ by: 'model' }, 'by', /'program' or 'agent'/],
  [{ referer: 'example.com' }, 'referer', /http or https URL/],
  [{ referer: 'file:///etc/passwd' }, 'referer', /http or https URL/],
  [{ referer: 'https://e.com/\nX-Injected: 1' }, 'referer', /http or https URL/],
  [{ referer: 7 }, 'referer', /http or https URL/],
  [{ timeout: 5 }, 'timeout', /Did you mean timeoutMs/],
  [{ waituntil: 'load' }, 'waituntil', /waitUntil/],
];

it.each(refused)('goToUrl refuses %j, by its name', (options, field, says) => {
  const refusal = expect.objectContaining({
    code: 'VALIDATION_FAILED',
    field,
    message: expect.stringMatching(says),
  });
  expect(() => checkGoToUrlOptions(options)).toThrow(refusal);
});

it('a referer with a password is refused, and the password not shown', () => {
  const given = { referer: 'https://me:planted@e.com/' };
  expect(() => checkGoToUrlOptions(given)).toThrow(
    expect.objectContaining({ field: 'referer', message: expect.not.stringContaining('planted') }),
  );
});

it('goToUrl takes each moment, both ends of the time, and what is undefined', () => {
  for (const waitUntil of ['settled', 'commit', 'domcontentloaded', 'load', 'networkidle'] as const)
    checkGoToUrlOptions({ waitUntil, referer: 'http://e.com' });
  checkGoToUrlOptions({ timeoutMs: 1, waitUntil: undefined, referer: undefined });
  checkGoToUrlOptions({ timeoutMs: 600_000, signal: undefined });
});
