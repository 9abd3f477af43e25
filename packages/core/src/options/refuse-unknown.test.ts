import { describe, expect, it } from 'vitest';
import { ValidationError } from '../errors/index.js';
import { type KnownOptions, knownOptions } from './known-options.js';
import { refuseUnknown } from './refuse-unknown.js';

interface Guards {
  allowedUrls?: string[];
  blockedUrls?: string[];
}
interface Options {
  startingPage?: string;
  timeoutMs?: number;
  guards?: Guards;
  seam?: number;
}

const GUARDS = knownOptions<Guards>('guards', { allowedUrls: true, blockedUrls: true });
const KNOWN = knownOptions<Options>(
  'open()',
  { startingPage: true, timeoutMs: true, guards: GUARDS, seam: 'unlisted' },
  { go_to_url_timeout: 'Did you mean timeoutMs? It is in milliseconds.' },
);

function refusal(options: unknown, known: KnownOptions = KNOWN): ValidationError {
  try {
    refuseUnknown(options, known);
  } catch (error) {
    if (error instanceof ValidationError) return error;
    throw error;
  }
  throw new Error('The options were taken');
}

describe('options', () => {
  it.each([
    undefined,
    {},
    { startingPage: 'x', guards: { allowedUrls: [] }, seam: 1 },
    { startingPage: undefined, guards: undefined },
    Object.create(null),
    { [Symbol('mine')]: 1 },
  ])('that are known are taken, undefined or not: %o', (options) => {
    expect(() => refuseUnknown(options, KNOWN)).not.toThrow();
  });

  it.each([
    ['startingPge', 'startingPage'],
    ['StartingPage', 'startingPage'],
    ['starting_page', 'startingPage'],
    ['STARTING-PAGE', 'startingPage'],
    ['timeout', 'timeoutMs'],
    ['timeoutMS', 'timeoutMs'],
    ['page', 'startingPage'],
    ['allowedUrls', 'guards: { allowedUrls }'],
    ['allowed_urls', 'guards: { allowedUrls }'],
  ])('named %s are refused, and %s is offered', (name, meant) => {
    const error = refusal({ [name]: undefined });
    expect(error.field).toBe(name);
    expect(error.message).toBe(`${name}: is not an option of open(). Did you mean ${meant}?`);
  });

  it('are refused at any depth, by their whole path', () => {
    expect(refusal({ guards: { allowdUrls: [] } }).message).toBe(
      'guards.allowdUrls: is not an option of guards. Did you mean allowedUrls?',
    );
  });

  it('of another library get the sentence that was written for them, in any spelling', () => {
    for (const name of ['go_to_url_timeout', 'goToUrlTimeout', 'goToURLTimeout']) {
      expect(refusal({ [name]: 1 }).remedy).toContain('It is in milliseconds');
    }
  });

  it('like no other get the list of those that exist, without what is not for users', () => {
    const { remedy } = refusal({ colour: 1 });
    expect(remedy).toBe('The options of open() are startingPage, timeoutMs, guards.');
  });

  it('are all named when several are wrong', () => {
    const { message } = refusal({ starting_page: 1, timeout_ms: 2 });
    expect(message).toMatch(/startingPage\? Nor is timeout_ms: Did you mean timeoutMs\?$/);
  });

  it.each([[null], [7], ['text'], [[]], [[{}]], [() => {}]])(
    'that are no object are refused: %o',
    (given) => {
      expect(refusal(given).message).toMatch(/^options of open\(\): is not an object of options/);
      expect(refusal({ guards: given }).field).toBe('guards');
    },
  );

  it('never show a value: it may be a key', () => {
    expect(refusal({ nova_act_api_key: 'PLANTED' }).message).not.toContain('PLANTED');
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'ſ', '\u001b[2J'])(
    'with a name that objects have, or an odd one, are refused as any other: %j',
    (name) => {
      const options = JSON.parse(`{ ${JSON.stringify(name)}: { "allowedUrls": [] } }`);
      expect(refusal(options).message).toContain('is not an option of open()');
    },
  );

  it('with a name of any length are refused in a short message', () => {
    expect(refusal({ ['x'.repeat(100_000)]: 1 }).message.length).toBeLessThan(200);
  });

  it('are their own members: what is on Object.prototype is neither refused nor taken for one', () => {
    Object.defineProperty(Object.prototype, 'polluted', {
      value: { odd: 1 },
      enumerable: true,
      configurable: true,
      writable: true,
    });
    Object.defineProperty(Object.prototype, 'guards', {
      value: { odd: 1 },
      enumerable: true,
      configurable: true,
      writable: true,
    });
    try {
      expect(() => refuseUnknown({ startingPage: 'x' }, KNOWN)).not.toThrow();
    } finally {
      Reflect.deleteProperty(Object.prototype, 'polluted');
      Reflect.deleteProperty(Object.prototype, 'guards');
    }
  });
});

describe('the list of a type', () => {
  it('does not compile with a name missing, nor with one too many', () => {
    // @ts-expect-error: blockedUrls is missing.
    knownOptions<Guards>('guards', { allowedUrls: true });
    // @ts-expect-error: the type has no such option.
    knownOptions<Guards>('guards', { allowedUrls: true, blockedUrls: true, other: true });
    expect(GUARDS.names.size).toBe(2);
  });
});
