import { describe, expect, test } from 'vitest';
import { readBox, writeBox } from './box-text.js';

const viewport = { width: 1600, height: 800 };

describe('a box', () => {
  test.each([
    ['in pixels', '<box>10,20,30,40</box>', { top: 10, left: 20, bottom: 30, right: 40 }],
    [
      'in thousandths',
      '<bbox>100,250,200,500</bbox>',
      { left: 160, top: 200, right: 320, bottom: 400 },
    ],
    [
      'as bare thousandths, rounded outwards',
      '1, 1, 2, 2',
      { left: 1, top: 0, right: 4, bottom: 2 },
    ],
    ['that is none', '<box>1,2,3</box>', undefined],
    ['that is a sentence', 'the button', undefined],
  ])('is read %s', (_title, text, edges) => {
    expect(readBox(text, viewport)).toEqual(edges);
  });

  test.each([
    ['as whole pixels', { left: 1.5, top: 2.5, right: 3.2, bottom: 4.1 }, '<box>2,1,5,4</box>'],
    [
      'inside of the viewport',
      { left: -5, top: 700, right: 1700, bottom: 900 },
      '<box>700,0,800,1600</box>',
    ],
    ['never empty', { left: 1600, top: 5, right: 1600, bottom: 5 }, '<box>5,1599,6,1600</box>'],
  ])('is written %s', (_title, edges, text) => {
    expect(writeBox(edges, viewport)).toBe(text);
  });
});
