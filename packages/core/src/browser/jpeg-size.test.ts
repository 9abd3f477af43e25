import { describe, expect, it } from 'vitest';
import { jpegSize } from './jpeg-size.js';

/** A JPEG up to its frame header, with a segment before it as cameras and browsers write. */
function jpeg(marker: number, width: number, height: number): string {
  const app = [0xff, 0xe0, 0, 4, 1, 2];
  const frame = [0xff, marker, 0, 8, 8, height >> 8, height & 255, width >> 8, width & 255, 1];
  return Buffer.from([0xff, 0xd8, ...app, ...frame, 0, 0]).toString('base64');
}

describe('jpegSize', () => {
  it.each([0xc0, 0xc2])('reads the size from the frame header %d', (marker) => {
    expect(jpegSize(jpeg(marker, 1600, 813))).toEqual({ width: 1600, height: 813 });
  });

  it.each([
    ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n0000000000').toString('base64')],
    ['nothing', ''],
    ['tables without a frame', jpeg(0xc4, 1, 1)],
  ])('finds none in %s', (_, base64) => {
    expect(jpegSize(base64)).toBeUndefined();
  });
});
