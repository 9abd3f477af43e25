import { describe, expect, test } from 'vitest';
import type { Observation } from '../../wire/observation.js';
import type { Action } from '../actions/action.js';
import type { BrowserHold } from '../open/browser-hold.js';
import type { Scene } from '../tabs/scene.js';
import type { Resident } from './resident.js';
import { Residents } from './residents.js';

const scene = { signal: new AbortController().signal } as Scene;
const hold = {} as BrowserHold;
const typing = (text: string) => ({ kind: 'type', text }) as Action;
const seen = (activeURL: string) => ({ activeURL }) as Observation;

describe('those who live beside the hand', () => {
  test('may put another action in the place of the one to do, each upon what the one before gave', async () => {
    const upper: Resident = {
      beforeAction: async (action) =>
        action.kind === 'type' ? { ...action, text: action.text.toUpperCase() } : action,
    };
    const filled: Resident = {
      beforeAction: async (action) =>
        action.kind === 'type' ? { ...action, text: `${action.text}!` } : action,
    };
    const agreed = await new Residents([filled, {}, upper]).beforeAction(typing('a'), scene);
    expect(agreed).toEqual(typing('A!'));
  });

  test('keep an action from being done by throwing', async () => {
    const asked: string[] = [];
    const residents = new Residents([
      { beforeAction: async () => Promise.reject(new Error('not that')) },
      {
        beforeAction: async (action) => {
          asked.push('later');
          return action;
        },
      },
    ]);
    await expect(residents.beforeAction(typing('a'), scene)).rejects.toThrow('not that');
    expect(asked).toEqual([]);
  });

  test('stand around a look, the first outermost', async () => {
    const mark = (name: string): Resident => ({
      look: async (_scene, take) => seen(`${name}(${(await take()).activeURL})`),
    });
    const residents = new Residents([mark('a'), {}, mark('b')]);
    expect(await residents.look(scene, async () => seen('page'))).toEqual(seen('a(b(page))'));
  });

  test('keep a look from being taken', async () => {
    let looks = 0;
    const residents = new Residents([{ look: async () => Promise.reject(new Error('not here')) }]);
    const look = residents.look(scene, async () => {
      looks += 1;
      return seen('page');
    });
    await expect(look).rejects.toThrow('not here');
    expect(looks).toBe(0);
  });

  test('move in at the same time', async () => {
    const arrived: string[] = [];
    let open = () => {};
    const door = new Promise<void>((resolve) => {
      open = resolve;
    });
    const guest = (name: string, waitsFor?: Promise<void>): Resident => ({
      moveIn: async () => {
        await waitsFor;
        arrived.push(name);
      },
    });
    const last: Resident = { moveIn: async () => open() };
    await new Residents([guest('a', door), guest('b'), last]).moveIn(hold, scene);
    expect(arrived).toEqual(['b', 'a']);
  });

  test('move out in the reverse order, those who had moved in, and once', async () => {
    const out: string[] = [];
    const guest = (name: string): Resident => ({
      moveIn: async () => async () => void out.push(name),
    });
    const residents = new Residents([
      guest('a'),
      guest('b'),
      { moveIn: async () => Promise.reject(new Error('no room')) },
      guest('c'),
    ]);
    await expect(residents.moveIn(hold, scene)).rejects.toThrow('no room');
    await residents.moveOut();
    await residents.moveOut();
    expect(out).toEqual(['c', 'b', 'a']);
  });
});
