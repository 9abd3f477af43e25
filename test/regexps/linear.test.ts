import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { attacksOn } from './attacks.js';
import { collectRegExps } from './collect-regexps.js';
import { NOT_PROVED, proofsOnRecord, whyNotLinear, written } from './prove.js';

const all = [...new Map(collectRegExps().map((one) => [written(one), one])).values()];

/** Some hundred times what the texts take that are read once; what tries again from every place takes minutes. */
const TOO_LONG_MS = 5_000;

/** The first text on which the pattern does not come to an end. */
function stuckOn(source: string, flags: string, timeout = TOO_LONG_MS): string | undefined {
  const context = createContext({ pattern: new RegExp(source, flags), text: '' });
  return attacksOn(source, flags).find((text) => {
    context.text = text;
    try {
      runInContext('text.replace(pattern, "")', context, { timeout });
      return false;
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return true;
      throw error;
    }
  });
}

describe('the regular expressions of the shipped sources', () => {
  it('are all found: literals, and what is put together', () => {
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter(({ source }) => source.startsWith('^x-(?:amz|goog)-|'))).toHaveLength(1);
    // A template with the constants of two other files in it.
    expect(
      all.some(({ source }) => source.includes('jan(?:uary)?') && source.includes('\\b\\d{4}')),
    ).toBe(true);
  });

  it('take time in proportion to their input, by proof', () => {
    const proved = proofsOnRecord();
    const faults = all
      .filter((one) => !proved.has(written(one)))
      .flatMap((one) => {
        const fault = whyNotLinear(one, 10_000);
        // What a busy machine had no time to prove is left to the texts below, and to the record.
        if (fault === undefined || fault.startsWith(NOT_PROVED)) return [];
        return [`${one.at} ${written(one)}: ${fault}`];
      });
    expect(faults, 'bound what is repeated, or begin it once: (?<! ) +').toEqual([]);
  });

  it('come to an end on long texts made to keep them busy', () => {
    const stuck = all.flatMap((one) => {
      const text = stuckOn(one.source, one.flags);
      return text === undefined ? [] : [`${one.at} ${written(one)} on ${text.slice(0, 40)}…`];
    });
    expect(stuck).toEqual([]);
  });
});

describe('the check itself', () => {
  it.each([
    [/\s+$/, 'white space at the end, from everywhere'],
    [/^(\w+\s?)*$/, 'words in words'],
    [/(.*),(.*),(.*)!/s, 'three of the same kind in a row'],
    [/<box>[^>]*>|\d+(?:st|nd)/g, 'digits from everywhere'],
  ])('finds %s', (pattern) => {
    const found = { at: 'here', source: pattern.source, flags: pattern.flags };
    expect(whyNotLinear(found, 60_000)).toMatch(/polynomial|exponential/);
    // Only what is quick enough could be in doubt here.
    expect(stuckOn(pattern.source, pattern.flags, 500)).toBeDefined();
  });

  it('lets pass what begins a run once', () => {
    expect(stuckOn('(?<!\\s)\\s+$', '')).toBeUndefined();
  });
});
