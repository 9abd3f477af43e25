import { describe, expect, it } from 'vitest';
import type { Logger } from '../../logger.js';
import { requestPolicy } from './retry-options.js';

function heard() {
  const warnings: string[] = [];
  const warn = (message: string) => void warnings.push(message);
  const logger: Logger = { debug() {}, info() {}, warn, error() {} };
  return { logger, warnings };
}

describe('requestPolicy', () => {
  it('is two attempts of 60 s, without a warning', () => {
    const { logger, warnings } = heard();
    const usual = { maxAttempts: 2, requestTimeoutMs: 60_000, minDelayMs: 500, maxDelayMs: 20_000 };
    expect(requestPolicy({}, logger)).toEqual(usual);
    expect(requestPolicy({ retry: { maxAttempts: undefined } }, logger)).toEqual(usual);
    expect(warnings).toEqual([]);
  });

  it('warns of more than two attempts and of 50 s or less', () => {
    const { logger, warnings } = heard();
    requestPolicy({ retry: { maxAttempts: 3 }, requestTimeoutMs: 50_000 }, logger);
    expect(warnings).toEqual([
      expect.stringContaining('maxAttempts'),
      expect.stringContaining('requestTimeoutMs'),
    ]);
  });

  it.each([
    ['retry.maxAttempts', { retry: { maxAttempts: 0 } }],
    ['retry.maxAttempts', { retry: { maxAttempts: 1.5 } }],
    ['retry.maxAttempts', { retry: { maxAttempts: 11 } }],
    ['retry.minDelayMs', { retry: { minDelayMs: -1 } }],
    ['retry.maxDelayMs', { retry: { maxDelayMs: Number.NaN } }],
    ['requestTimeoutMs', { requestTimeoutMs: 0 }],
    ['requestTimeoutMs', { requestTimeoutMs: 300_001 }],
    ['requestTimeoutMs', { requestTimeoutMs: '60000' as unknown as number }],
    ['requestTimeoutMs', { requestTimeoutMs: Number.POSITIVE_INFINITY }],
  ])('refuses %s out of range by name', (field, options) => {
    expect(() => requestPolicy(options, heard().logger)).toThrow(
      expect.objectContaining({ field }),
    );
  });
});
