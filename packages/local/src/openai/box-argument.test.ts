import { describe, expect, test } from 'vitest';
import { boxArgument } from './box-argument.js';

describe('the box of a tool call', () => {
  test.each<[title: string, given: unknown, box: string]>([
    ['a list', [10, 20, 30, 40], '10,20,30,40'],
    [
      'two points',
      [
        [10, 20],
        [30, 40],
      ],
      '10,20,30,40',
    ],
    ['an object of edges', { left: 10, top: 20, right: 30, bottom: 40 }, '10,20,30,40'],
    ['an object of corners', { x1: 10, y1: 20, x2: 30, y2: 40 }, '10,20,30,40'],
    ['text', '<bbox>10,20,30,40</bbox>', '10,20,30,40'],
    ['fractions, rounded outwards', [10.6, 20.6, 30.2, 40.2], '10,20,31,41'],
    ['a point', [500, 600], '496,596,504,604'],
    ['a point at the edge', [0, 1000], '0,996,4,1000'],
    ['a line, widened', [5, 5, 5, 9], '5,5,6,9'],
    ['a line at the far edge, widened inwards', [1000, 5, 1000, 9], '999,5,1000,9'],
  ])('may be %s', (_title, given, box) => {
    expect(boxArgument(given)).toBe(`<bbox>${box}</bbox>`);
  });

  test.each<[title: string, given: unknown, message: RegExp]>([
    ['missing', undefined, /four numbers/],
    ['of three numbers', [1, 2, 3], /four numbers.*\[1,2,3\]/],
    ['words', 'the button', /four numbers/],
    ['in pixels', [100, 100, 1500, 200], /from 0 to 1000/],
    ['inside out', [30, 20, 10, 40], /left below right/],
    ['not a number', [1, 2, null, 4], /four numbers/],
  ])('must not be %s', (_title, given, message) => {
    expect(() => boxArgument(given)).toThrow(message);
  });
});
