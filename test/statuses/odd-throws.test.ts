import { type NovaAct, type NovaActOptions, tool } from '@nova-act/core';
import { describe, expect, it } from 'vitest';
import { fakeActuator } from '../../packages/core/test/support/fake-actuator.js';
import { CLICK_THEN_TYPE, world } from './world.js';

const circular = new Error('circular');
circular.cause = circular;

/** What JavaScript lets a program throw. */
const THROWN: [string, unknown][] = [
  ['undefined', undefined],
  ['null', null],
  ['a text', 'no'],
  ['a symbol', Symbol('no')],
  ['a BigInt', 1n],
  ['an object without a prototype', Object.create(null)],
  [
    'an object that cannot be made a text',
    {
      toString() {
        throw new Error('no text');
      },
    },
  ],
  ['a frozen error', Object.freeze(new Error('frozen'))],
  ['an error that causes itself', circular],
  ['an error with an empty message', new Error('')],
  ['an error of 100,000 characters', new Error('x'.repeat(100_000))],
  ['an error without a name', Object.assign(new Error('nameless'), { name: '' })],
];

type Place = (thrown: unknown) => {
  nova?: NovaActOptions;
  act: (nova: NovaAct) => Promise<unknown>;
  programs?: Parameters<typeof world>[0];
  /** The body's own error is thrown as it is. */
  own?: true;
};

const PLACES: [string, Place][] = [
  [
    'the body, after an act',
    (thrown) => ({
      act: async (nova) => {
        await nova.act('go', { maxSteps: 1 }).catch(() => {});
        throw thrown;
      },
      programs: [[['throw', 'no']]],
      own: true,
    }),
  ],
  [
    'a tool',
    (thrown) => ({
      nova: {
        tools: [
          tool({
            name: 'odd',
            description: 'Throws.',
            inputSchema: { type: 'object' },
            execute: () => {
              throw thrown;
            },
          }),
        ],
      },
      programs: [[['odd', {}]]],
      act: (nova) => nova.act('go'),
    }),
  ],
  [
    'onStep',
    (thrown) => ({
      programs: [CLICK_THEN_TYPE],
      act: (nova) =>
        nova.act('go', {
          onStep: () => {
            throw thrown;
          },
        }),
    }),
  ],
  [
    'the hand in the browser',
    (thrown) => ({
      nova: { actuator: fakeActuator({ click: () => Promise.reject(thrown) }) },
      programs: [CLICK_THEN_TYPE],
      act: (nova) => nova.act('go'),
    }),
  ],
  [
    'the look at the page',
    (thrown) => ({
      nova: { actuator: fakeActuator({ observe: () => Promise.reject(thrown) }) },
      act: (nova) => nova.act('go'),
    }),
  ],
  [
    'a guardrail',
    (thrown) => ({
      nova: {
        stateGuardrail: () => {
          throw thrown;
        },
      },
      act: (nova) => nova.act('go'),
    }),
  ],
  [
    'a human callback',
    (thrown) => ({
      nova: {
        humanInput: {
          approve: () => {
            throw thrown;
          },
        },
      },
      programs: [[['human_Approve', { message: 'ok?' }]]],
      act: (nova) => nova.act('go'),
    }),
  ],
  [
    'the reason of an abort',
    (thrown) => ({
      nova: { actuator: fakeActuator({ click: () => new Promise(() => {}) }) },
      programs: [CLICK_THEN_TYPE],
      act: (nova) => {
        const controller = new AbortController();
        const acting = nova.act('go', { signal: controller.signal });
        setImmediate(() => controller.abort(thrown));
        return acting;
      },
    }),
  ],
];

describe.each(PLACES)('when %s throws', (_place, at) => {
  it.each(THROWN)(
    '%s, the act and the run are FAILED on record, once each',
    async (_what, thrown) => {
      const { act, nova, programs, own } = at(thrown);
      const here = world(programs);
      let caught: { error: unknown } | undefined;
      try {
        await here.run(act, { ...(nova ? { nova } : {}) });
      } catch (error) {
        caught = { error };
      }
      expect(caught).toBeDefined();
      if (own) expect(caught?.error).toBe(thrown);
      const [record] = here.record();
      expect(record?.run).toBe('FAILED');
      expect(record?.runUpdates).toEqual(['FAILED']);
      // An abort may come before there is an act.
      for (const updates of record?.actUpdates ?? []) expect(updates).toEqual(['FAILED']);
      expect(here.ended().at(-1)).toBe('run');
    },
  );
});
