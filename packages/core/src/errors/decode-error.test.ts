import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { ActAgentFailedError } from './agent-errors.js';
import { decodeError } from './decode-error.js';
import { type EncodedError, encodeError } from './encode-error.js';
import { ActTimeoutError, ActToolError } from './execution-errors.js';
import { NovaActError } from './nova-act-error.js';
import { ActRequestThrottledError, ActServiceError } from './service-errors.js';
import { suppress } from './suppress.js';
import { ValidationError } from './validation-error.js';

async function throughAMessage(data: EncodedError): Promise<EncodedError> {
  const { port1, port2 } = new MessageChannel();
  const received = new Promise<EncodedError>((resolve) => port2.once('message', resolve));
  port1.postMessage(data);
  const message = await received;
  port1.close();
  return message;
}
const throughJson = async (data: EncodedError) => JSON.parse(JSON.stringify(data)) as EncodedError;

describe.each([
  ['postMessage', throughAMessage],
  ['JSON', throughJson],
])('an error sent through %s', (_, carry) => {
  const crossed = async (error: unknown) => decodeError(await carry(encodeError(error)));

  it('is of the same class, with its code and fields', async () => {
    const error = new ActRequestThrottledError('slow down', {
      operation: 'InvokeActStep',
      status: 429,
      requestId: 'r-1',
      retryAfterMs: 2_000,
    });
    const back = (await crossed(error)) as ActRequestThrottledError;
    expect(back).toBeInstanceOf(ActRequestThrottledError);
    expect(back).toBeInstanceOf(ActServiceError);
    expect(back).toMatchObject({
      name: 'ActRequestThrottledError',
      code: 'ACT_REQUEST_THROTTLED',
      message: 'slow down',
      status: 429,
      requestId: 'r-1',
      retryAfterMs: 2_000,
      stack: error.stack,
    });
    expect(back.toJSON()).toEqual(error.toJSON());
  });

  it('keeps its causes and what came after it', async () => {
    const cause = new TypeError('bad', { cause: 'a text' });
    const error = suppress(
      new ActToolError('tool', { toolName: 't', cause }),
      new ActTimeoutError('late'),
    );
    const back = (await crossed(error)) as ActToolError & { suppressed: unknown[] };
    expect(back.cause).toBeInstanceOf(TypeError);
    expect((back.cause as Error).cause).toBe('a text');
    expect(back.suppressed[0]).toBeInstanceOf(ActTimeoutError);
  });

  it('of an unknown class is an Error with its name and fields', async () => {
    class MyError extends Error {
      override name = 'MyError';
      kind = 'mine';
    }
    const back = await crossed(new MyError('x'));
    expect(back).toBeInstanceOf(Error);
    expect(back).toMatchObject({ name: 'MyError', message: 'x', kind: 'mine' });
  });

  it('that is no error comes back as it was', async () => {
    expect(await crossed('text')).toBe('text');
    expect(await crossed({ a: [1] })).toEqual({ a: [1] });
  });

  it('that points at itself is cut off, not lost', async () => {
    const error = new Error('round');
    error.cause = error;
    expect(await crossed(error)).toMatchObject({ message: 'round' });
  });
});

it('prints as the error it was', () => {
  const back = decodeError(encodeError(new ActAgentFailedError('no such page')));
  expect(String(back)).toBe('ActAgentFailedError: no such page');
  expect(back).toBeInstanceOf(NovaActError);
});

it.each([null, 'x', {}, { format: 'nova-act/error/2' }])(
  '%j is refused as no encoded error',
  (bad) => {
    expect(() => decodeError(bad as never)).toThrow(ValidationError);
  },
);

describe('data that no encodeError gave', () => {
  const whole = encodeError(new Error('x'));

  it.each([
    ['message', 1],
    ['name', null],
    ['fields', []],
    ['suppressed', 'x'],
    ['suppressed', [null]],
    ['cause', 'x'],
    ['stack', {}],
  ])('is refused with the member at fault: %s', (member, value) => {
    const bad = { ...whole, [member]: value } as never;
    expect(() => decodeError(bad)).toThrow(ValidationError);
    expect(() => decodeError(bad)).toThrow(`encoded.${member}`);
  });

  it('cannot change what class an error is of', () => {
    const fields = JSON.parse('{"__proto__":{"planted":true}}');
    const error = decodeError({ ...whole, fields });
    expect(error).toBeInstanceOf(Error);
    expect((error as { planted?: unknown }).planted).toBeUndefined();
  });

  it('is read no deeper than encodeError goes', () => {
    let deep = whole;
    for (let level = 0; level < 100_000; level += 1) deep = { ...whole, cause: deep };
    expect(decodeError(deep)).toBeInstanceOf(Error);
  });
});
