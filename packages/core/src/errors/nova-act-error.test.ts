import { describe, expect, it } from 'vitest';
import { ActActuationError, ActTimeoutError, StartFailedError, ValidationError } from './index.js';

const json = (error: Error) => JSON.parse(JSON.stringify(error)) as unknown;

describe('toJSON', () => {
  it('has the name, code, message and fields of the error, and no stack', () => {
    const error = new ValidationError('is wrong', { field: 'url', value: 'x', remedy: 'Mend it.' });
    expect(json(error)).toEqual({
      name: 'ValidationError',
      code: 'VALIDATION_FAILED',
      message: 'url: is wrong (got "x"). Mend it.',
      field: 'url',
      remedy: 'Mend it.',
    });
  });

  it('has the causes, and what was suppressed, each as data', () => {
    const root = Object.assign(new TypeError('socket'), { code: 'ECONNRESET' });
    const cause = new ActActuationError('click failed', { cause: root });
    const error = new StartFailedError('no start', { cause });
    error.suppressed = [new Error('close'), 'text'];
    expect(json(error)).toMatchObject({
      cause: {
        name: 'ActActuationError',
        cause: { name: 'TypeError', code: 'ECONNRESET', message: 'socket' },
      },
      suppressed: [{ name: 'Error', message: 'close' }, 'text'],
    });
  });

  it.each([
    ['null', { cause: null }, 'null'],
    ['a text', { cause: 'why' }, 'why'],
    ['an object without a prototype', { cause: Object.create(null) }, '[object Object]'],
    [
      'an object that cannot be made a text',
      {
        cause: {
          toString() {
            throw new Error('no');
          },
        },
      },
      '[object Object]',
    ],
  ])('never throws, whatever was thrown: %s', (_what, options, cause) => {
    expect(json(new ActTimeoutError('late', options))).toMatchObject({ cause });
  });

  it('takes an error of another realm for one', () => {
    const foreign = { name: 'TypeError', message: 'from elsewhere', cause: 'there' };
    expect(json(new ActTimeoutError('late', { cause: foreign }))).toMatchObject({ cause: foreign });
  });

  it('ends where causes go in a circle', () => {
    const first = new ActTimeoutError('first');
    const second = new ActTimeoutError('second', { cause: first });
    first.cause = second;
    expect(JSON.stringify(first).length).toBeLessThan(2_000);
  });
});
