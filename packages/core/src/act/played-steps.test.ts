import { describe, expect, it } from 'vitest';
import { actEnvironment } from '../../test/support/act-environment.js';
import { anObservation, fakeActuator } from '../../test/support/fake-actuator.js';
import type { GlanceOptions, RestOptions } from '../browser/actuator.js';
import { ActNotRememberedError } from '../errors/index.js';
import { checkActOptions } from './check-act-options.js';
import type { Action } from './program.js';
import { runAct } from './run-act.js';
import type { StepMemory } from './step-memory.js';

const CLICK: Action = {
  kind: 'click',
  box: { top: 10, left: 10, bottom: 20, right: 20 },
  clickType: 'left',
  blurField: false,
};
const END: Action = { kind: 'return', response: undefined };

/** An act that plays `deeds`, and then asks the service; how each look was taken. */
function playing(deeds: (Action | Error)[], isWatched: boolean) {
  const looks: string[] = [];
  const actuator = fakeActuator({
    settle: async (_: AbortSignal, options: RestOptions = {}) => {
      looks.push(options.arrived ? 'settle until there' : 'settle');
      return { reason: 'quiet', durationMs: 1 };
    },
    observe: async (_: AbortSignal, { unseen = false }: GlanceOptions = {}) => {
      looks.push(unseen ? 'glance' : 'look');
      return { ...anObservation(), screenshotBase64: unseen ? '' : 'a picture' };
    },
  });
  const left = [...deeds];
  const memory: StepMemory = {
    record: { played: 0, healed: false },
    next: async () => {
      const deed = left.shift();
      if (deed instanceof Error) throw deed;
      return deed;
    },
    expects: () =>
      left.length === 0 ? undefined : { unseen: true, arrived: () => Promise.resolve(true) },
    begin: async () => () => {},
    keep: async () => {},
    way: () => undefined,
  };
  const parts = { actuator, isWatched, openMemory: () => memory };
  const surroundings = actEnvironment([[['return']]], parts);
  const done = runAct(surroundings.env, 'Do it', checkActOptions({}), undefined);
  return { ...surroundings, looks, done };
}

const pictures = ({ events }: ReturnType<typeof playing>) =>
  events.flatMap((event) =>
    event.type === 'step.observed' ? [event.observation.screenshotBase64] : [],
  );

describe('a step that is played', () => {
  it('takes no picture where nobody sees it, and goes on as soon as the page is there', async () => {
    const act = playing([CLICK, END], false);
    await act.done;
    expect(act.looks).toEqual(['settle until there', 'glance', 'settle until there', 'glance']);
    expect(act.service.steps).toEqual([]);
  });

  it('takes one for whoever listens', async () => {
    const act = playing([CLICK, END], true);
    await act.done;
    expect(act.looks).toEqual(['settle', 'look', 'settle', 'look']);
    expect(pictures(act)).toEqual(['a picture', 'a picture']);
  });

  it('is followed by a look with a picture where the service is asked after all', async () => {
    const memoryEnds = playing([CLICK], false);
    await memoryEnds.done;
    expect(memoryEnds.looks.slice(-2)).toEqual(['settle', 'look']);
    // As when what was expected did not hold: then the page is looked at anew.
    const broken = playing([undefined as never, END], false);
    await broken.done;
    expect(broken.looks).toEqual(['settle until there', 'glance', 'settle', 'look']);
    for (const { service } of [memoryEnds, broken]) {
      expect(service.steps[0]?.callResults.at(-1)?.content[0]?.text).toContain('a picture');
    }
  });

  it('is told with its page to whoever listens, also where it ends the act', async () => {
    const act = playing([new ActNotRememberedError('It changed')], true);
    await expect(act.done).rejects.toBeInstanceOf(ActNotRememberedError);
    expect(pictures(act)).toEqual(['a picture']);
  });
});
