import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { AuthError } from './auth-error.js';

const SECRET = 'PLANTED-secret-of-a-cause';

/** As clients of AWS and of HTTP make them. */
function laden(): Error {
  const error = new TypeError('The request failed at https://e.com/?X-Amz-Signature=abc', {
    cause: Object.assign(new Error('socket'), { config: { headers: { authorization: SECRET } } }),
  });
  const hidden = { headers: { authorization: SECRET } };
  Object.defineProperty(error, '$response', { value: hidden, enumerable: false });
  return Object.assign(error, { code: 'ECONNRESET', request: hidden, $metadata: { SECRET } });
}

describe('the cause of a credential error', () => {
  it('keeps what says why, and nothing that hangs on it', () => {
    const error = new AuthError('No credentials', { cause: laden() });
    const shown = inspect(error, { showHidden: true, depth: 20 });
    expect(shown).not.toContain(SECRET);
    expect(shown).toContain('X-Amz-Signature=REDACTED');
    expect(error.cause).toMatchObject({ name: 'TypeError', code: 'ECONNRESET' });
    expect((error.cause as Error).cause).toMatchObject({ message: 'socket' });
    expect((error.cause as Error).stack).toContain('plain-cause.test');
  });

  it('is no object that was thrown in place of an error', () => {
    const error = new AuthError('No credentials', { cause: { secretAccessKey: SECRET } });
    expect(inspect(error, { showHidden: true, depth: 20 })).not.toContain(SECRET);
  });

  it('ends where causes go in a circle', () => {
    const one = new Error('one');
    one.cause = new Error('two', { cause: one });
    expect(inspect(new AuthError('x', { cause: one }))).toContain('two');
  });
});
