import { describe, expect, it } from 'vitest';
import { decodeBox } from './decode-box.js';

const viewport = { width: 1600, height: 813 };
const decode = (value: never) => decodeBox('agentClick.box', value, viewport);

describe('decodeBox', () => {
  it.each([
    ['<box>10,20,30,40</box>', { top: 10, left: 20, bottom: 30, right: 40 }],
    [' <box> 10, 20.5 ,30,40</box> ', { top: 10, left: 20.5, bottom: 30, right: 40 }],
    ['<box>0,0,813,1600</box>', { top: 0, left: 0, bottom: 813, right: 1600 }],
  ])('reads %s as CSS pixels, top first', (text, box) => {
    expect(decode(text as never)).toEqual(box);
  });

  it.each([
    ['<bbox>0,0,1000,1000</bbox>', { left: 0, top: 0, right: 1600, bottom: 813 }],
    ['<bbox>333,333,334,334</bbox>', { left: 532, top: 270, right: 535, bottom: 272 }],
    ['250,500,750,600', { left: 400, top: 406, right: 1200, bottom: 488 }],
  ])('reads %s as thousandths, left first, and rounds outwards', (text, box) => {
    expect(decode(text as never)).toEqual(box);
  });

  it('reads four bare numbers in a list as thousandths', () => {
    expect(decode([0, 0, 500, 1000] as never)).toEqual({
      left: 0,
      top: 0,
      right: 800,
      bottom: 813,
    });
  });

  it.each([
    ['<box>30,20,10,40</box>', 'needs top < bottom'],
    ['<box>10,40,30,40</box>', 'needs left < right'],
    ['<box>-1,0,10,10</box>', 'outside of the viewport'],
    ['<box>0,0,814,10</box>', 'outside of the viewport of 1600×813'],
    ['<box>0,0,10,1601</box>', 'outside of the viewport'],
    ['<bbox>0,0,1001,10</bbox>', 'whole numbers from 0 to 1000'],
    ['<bbox>0.5,0,10,10</bbox>', 'whole numbers'],
    ['<box>1,2,3</box>', 'is not a box'],
    ['somewhere', 'is not a box'],
    ['<box>1,2,30,40', 'is not a box'],
    ['<box>1,2,30,40</bbox>', 'is not a box'],
    [`${' '.repeat(2_000)}<box>1,2,30,40</box>`, 'is not a box'],
    ['<box>1e999,2,30,40</box>', 'is not a box'],
    [undefined, 'is not a box'],
    [{ top: 1 }, 'is not a box'],
  ])('refuses %j and says why', (value, why) => {
    expect(() => decode(value as never)).toThrow(why);
    expect(() => decode(value as never)).toThrow('agentClick.box');
  });
});
