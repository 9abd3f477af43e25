import { describe, expect, it } from 'vitest';
import { boxOf } from './box.js';

const call = (input: Parameters<typeof boxOf>[0]['input']) =>
  boxOf({ callId: '1', name: 'agentClick', input, tool: false }, 1600, 800);

describe('the box of a call', () => {
  it('is read in pixels as top, left, bottom, right', () => {
    expect(call(['<box>10,20,30,40</box>'])).toEqual({ top: 10, left: 20, bottom: 30, right: 40 });
    expect(call(['tea', '<box>10,20,30,40</box>', true])).toEqual({
      top: 10,
      left: 20,
      bottom: 30,
      right: 40,
    });
    expect(call({ box: '<box>10,20,30,40</box>' })).toMatchObject({ left: 20 });
  });

  it('is scaled from thousandths as left, top, right, bottom', () => {
    expect(call(['<bbox>500,250,501,251</bbox>'])).toEqual({
      left: 800,
      top: 200,
      right: 802,
      bottom: 201,
    });
    expect(call({ box: [500, 250, 600, 350] })).toEqual({
      left: 800,
      top: 200,
      right: 960,
      bottom: 280,
    });
  });

  it('is none when there is none, or it is turned inside out', () => {
    expect(call(['down'])).toBeUndefined();
    expect(call(['<box>30,20,10,40</box>'])).toBeUndefined();
    expect(call(null)).toBeUndefined();
  });
});
