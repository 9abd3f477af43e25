import { decode, encode } from 'fast-png';
import { expect, test } from 'vitest';
import { pictureDifference } from './picture-difference.js';

/** A picture of one row, as it comes out of a PNG. */
const row = (...pixels: [number, number, number][]) => {
  const data = Uint8Array.from(pixels.flat());
  return decode(encode({ width: pixels.length, height: 1, channels: 3, data }));
};

test('pictures differ by the share of pixels that the eye sees change', () => {
  const plain = row([0, 0, 0], [0, 0, 0]);
  expect(pictureDifference(plain, row([0, 0, 0], [200, 0, 0]))).toBe(0.5);
  expect(pictureDifference(plain, row([0, 0, 0], [5, 5, 5]))).toBe(0);
});

test('pictures of different size, or with and without transparency, differ wholly', () => {
  const plain = row([0, 0, 0]);
  expect(pictureDifference(plain, row([0, 0, 0], [0, 0, 0]))).toBe(1);
  const data = Uint8Array.from([0, 0, 0, 255]);
  const clear = decode(encode({ width: 1, height: 1, channels: 4, data }));
  expect(pictureDifference(plain, clear)).toBe(1);
});
