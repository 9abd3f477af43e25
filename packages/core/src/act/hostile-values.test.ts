import { describe, expect, it } from 'vitest';
import { actEnvironment } from '../../test/support/act-environment.js';
import { fakeActuator } from '../../test/support/fake-actuator.js';
import type { Answer } from '../../test/support/fake-service.js';
import { ActAgentFailedError, ActToolError, NovaActError } from '../errors/index.js';
import { tool } from '../tools/tool.js';
import { checkActOptions } from './check-act-options.js';
import { runAct } from './run-act.js';

function act(answers: Answer[], parts: Partial<Parameters<typeof actEnvironment>[1]> = {}) {
  const around = actEnvironment(answers, parts);
  return { ...around, done: runAct(around.env, 'Do it', checkActOptions({}), undefined) };
}

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;
const failing = () => {
  throw new TypeError('no such thing');
};

describe('what a tool gives', () => {
  const withTool = (result: unknown) => {
    const one = tool({ name: 'one', description: 'd', inputSchema: {}, execute: () => result });
    return act([[['one', {}]], [['return', ['done']]]], { tools: new Map([['one', one]]) });
  };

  it.each([
    ['is cyclic', cyclic],
    ['has a BigInt in it', { amount: 10n }],
    ['fails when it is made JSON', { toJSON: failing }],
    ['is a proxy that shows nothing', new Proxy({}, { ownKeys: failing, get: failing })],
    ['is nested without an end', nested(100_000)],
    ['is nested deeper than is read', nested(201)],
    ['is larger than the service takes', { text: 'x'.repeat(5_000_000) }],
  ])('and %s is the failure of that tool', async (_, result) => {
    const { done } = withTool(result);
    await expect(done).rejects.toBeInstanceOf(ActToolError);
    await expect(done).rejects.toThrow(/^The tool one failed: /);
  });

  it('is made JSON once: what would fail the second time has been sent', async () => {
    let asked = 0;
    const { done, service } = withTool({
      toJSON: () => {
        asked += 1;
        return asked === 1 ? { first: true } : failing();
      },
    });
    await done;
    expect(service.steps[1]?.callResults[0]?.content).toEqual([{ text: '{"first":true}' }]);
  });

  it.each([
    ['nothing', undefined, 'null'],
    ['a function', failing, 'null'],
    ['half a character', '\ud800', '"\\ud800"'],
    ['text with a NUL', 'a\0b', '"a\\u0000b"'],
    [
      'a member of the name __proto__',
      JSON.parse('{"__proto__":{"a":1}}'),
      '{"__proto__":{"a":1}}',
    ],
  ])('may be %s', async (_, result, sent) => {
    const { done, service } = withTool(result);
    await done;
    expect(service.steps[1]?.callResults[0]?.content).toEqual([{ text: sent }]);
    expect({}).not.toHaveProperty('a');
  });

  it.each([
    ['of megabytes', new Error('x'.repeat(3_000_000))],
    ['that cannot be read', Object.defineProperty(new Error(), 'message', { get: failing })],
    ['that is no text', Object.assign(new Error(), { message: 7 })],
  ])('and fails with a message %s ends the act with a readable one', async (_, thrown) => {
    const one = tool({
      name: 'one',
      description: 'd',
      inputSchema: {},
      execute: () => Promise.reject(thrown),
    });
    const { done } = act([[['one', {}]]], { tools: new Map([['one', one]]) });
    const error = await done.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ActToolError);
    expect((error as Error).message.length).toBeLessThan(10_100);
  });
});

describe('what a hand says it did', () => {
  it.each([
    ['cyclic', cyclic],
    ['nested without an end', nested(100_000)],
    ['a BigInt', 1n],
    ['megabytes', 'x'.repeat(1_000_000)],
  ])('does not end the act when it is %s', async (_, did) => {
    const actuator = fakeActuator({ wait: async () => did as never });
    const { done } = act([[['wait', [0]]], [['return', ['done']]]], { actuator });
    const { response, metadata } = await done;
    expect(response).toBe('done');
    expect(metadata.steps[0]?.calls[0]).not.toHaveProperty('did');
  });
});

describe('what the model writes', () => {
  it('is cut and without control characters in the message of an error', async () => {
    const { done } = act([[['throw', [`\u001b[31mno\u0007 ${'x'.repeat(3_000_000)}`]]]]);
    const error = (await done.catch((caught: unknown) => caught)) as Error;
    expect(error).toBeInstanceOf(ActAgentFailedError);
    expect(error.message).toMatch(/^no x+… \(\d+ more characters\)$/);
    expect(error.message.length).toBeLessThan(10_100);
  });

  it.each([
    ['an unknown name of megabytes', ['x'.repeat(2_000_000), []]],
    ['a box of megabytes', ['agentClick', [' '.repeat(2_000_000)]]],
    ['a list of a million where a text should be', ['goToUrl', [Array(1_000_000).fill(0)]]],
  ] as [string, [string, unknown[]]][])(
    'ends the act with a readable error: %s',
    async (_, call) => {
      const { done } = act([[call as never]]);
      const error = (await done.catch((caught: unknown) => caught)) as Error;
      expect(error).toBeInstanceOf(NovaActError);
      expect(error.message.length).toBeLessThan(10_100);
    },
  );

  it('has no power over the prototypes of this program', async () => {
    const input = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    const { done } = act([
      [
        ['think', input],
        ['return', [input]],
      ],
    ]);
    const { response } = await done;
    expect(JSON.parse(response ?? '')).toEqual(input);
    expect({}).not.toHaveProperty('polluted');
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'is no action for being called %s',
    async (name) => {
      await expect(act([[[name, []]]]).done).rejects.toBeInstanceOf(ActToolError);
    },
  );
});
