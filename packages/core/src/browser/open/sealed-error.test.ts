import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ValidationError } from '../../errors/index.js';
import { sealedError, sealedText } from './sealed-error.js';

describe('sealedText', () => {
  it('leaves out colours, the call log and the browser’s own log', () => {
    expect(sealedText('page.goto: \u001b[31mfailed\u001b[0m\nCall log:\n  - at secret')).toBe(
      'page.goto: failed',
    );
    expect(sealedText('launch: failed\nBrowser logs:\n<launching> --proxy=secret')).toBe(
      'launch: failed',
    );
  });

  it('hides what signs a URL, and the secrets that were given', () => {
    expect(sealedText('at https://e.com/?X-Amz-Signature=abc with token-1', ['token-1'])).toBe(
      'at https://e.com/?X-Amz-Signature=REDACTED with REDACTED',
    );
  });
});

describe('sealedError', () => {
  it('keeps nothing of the original but its name and its clean text', () => {
    const original = new Error('header planted-secret', { cause: 'planted-secret' });
    const sealed = sealedError(original, ['planted-secret']);
    expect(inspect(sealed, { depth: 9 })).not.toContain('planted-secret');
    expect(sealed).toBeInstanceOf(Error);
  });

  it('leaves the library’s own errors as they are', () => {
    const own = new ValidationError('is wrong', { field: 'x', remedy: 'Mend it.' });
    expect(sealedError(own)).toBe(own);
  });
});
