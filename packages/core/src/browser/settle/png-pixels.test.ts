import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pictureDifference } from './picture-difference.js';
import { decodePng } from './png-pixels.js';

const chunk = (type: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
};
/** A PNG of the given filtered rows; its check sums are left out, nobody looks at them. */
const png = (width: number, rows: number[][], head: { depth?: number; colour?: number } = {}) => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header[8] = head.depth ?? 8;
  header[9] = head.colour ?? 2;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

test.each([
  ['none', [[0, 10, 20, 30, 40, 50, 60]], [10, 20, 30, 40, 50, 60]],
  ['sub', [[1, 10, 20, 30, 30, 30, 30]], [10, 20, 30, 40, 50, 60]],
  [
    'up',
    [
      [0, 10, 20, 30, 40, 50, 60],
      [2, 1, 1, 1, 1, 1, 1],
    ],
    [10, 20, 30, 40, 50, 60, 11, 21, 31, 41, 51, 61],
  ],
  [
    'average',
    [
      [0, 10, 20, 30, 40, 50, 60],
      [3, 5, 0, 0, 0, 0, 0],
    ],
    [10, 20, 30, 40, 50, 60, 10, 10, 15, 25, 30, 37],
  ],
  [
    'paeth',
    [
      [0, 10, 20, 30, 40, 50, 60],
      [4, 1, 1, 1, 1, 1, 1],
    ],
    [10, 20, 30, 40, 50, 60, 11, 21, 31, 41, 51, 61],
  ],
])('rows filtered by "%s" are read', (_name, rows, data) => {
  expect([...decodePng(png(2, rows)).data]).toEqual(data);
});

test.each([
  ['not a PNG', Buffer.from('JFIF and so on, long enough'), 'not a PNG picture'],
  ['16 bits deep', png(1, [[0, 0, 0, 0]], { depth: 16 }), 'depth 16'],
  ['a palette', png(1, [[0, 0]], { colour: 3 }), 'colour type 3'],
  ['cut off', png(4, [[0, 1, 2]]), 'cut off'],
])('what is %s is refused', (_name, bytes, message) => {
  expect(() => decodePng(bytes)).toThrow(message);
});

test('pictures differ by the share of pixels that the eye sees change', () => {
  const plain = decodePng(png(2, [[0, 0, 0, 0, 0, 0, 0]]));
  const half = decodePng(png(2, [[0, 0, 0, 0, 200, 0, 0]]));
  const faint = decodePng(png(2, [[0, 0, 0, 0, 5, 5, 5]]));
  const other = decodePng(png(1, [[0, 0, 0, 0]]));
  expect(pictureDifference(plain, half)).toBe(0.5);
  expect(pictureDifference(plain, faint)).toBe(0);
  expect(pictureDifference(plain, other)).toBe(1);
});
