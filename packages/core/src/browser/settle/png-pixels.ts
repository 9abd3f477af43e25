import { inflateSync } from 'node:zlib';

export interface Pixels {
  width: number;
  height: number;
  /** Bytes of one pixel: 3 (RGB) or 4 (RGBA). */
  channels: number;
  data: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A picture of 16,384 × 16,384 is more than a browser takes. */
const largestBytes = 16_384 * 16_384 * 4;

/**
 * Decodes the kind of PNG a browser's screenshot is: 8 bits a channel, RGB or RGBA, not interlaced.
 * Any other throws a `TypeError`.
 *
 * @see https://www.w3.org/TR/png-3/#9Filters
 */
export function decodePng(png: Buffer): Pixels {
  if (!png.subarray(0, 8).equals(signature)) throw new TypeError('not a PNG picture');
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, colour, , , interlace] = png.subarray(24, 29);
  const channels = colour === 2 ? 3 : 4;
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlace !== 0) {
    throw new TypeError(`PNG of colour type ${colour}, depth ${depth}: only 8-bit RGB and RGBA`);
  }
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(png.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts), { maxOutputLength: largestBytes });
  const stride = width * channels;
  if (raw.length < (stride + 1) * height) throw new TypeError('PNG picture is cut off');
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    unfilterRow(raw, y * (stride + 1), data, y * stride, stride, channels);
  }
  return { width, height, channels, data };
}

function unfilterRow(
  raw: Uint8Array,
  from: number,
  data: Uint8Array,
  to: number,
  stride: number,
  channels: number,
): void {
  const filter = raw[from];
  for (let x = 0; x < stride; x += 1) {
    const value = raw[from + 1 + x] ?? 0;
    const left = x >= channels ? (data[to + x - channels] ?? 0) : 0;
    const up = to > 0 ? (data[to - stride + x] ?? 0) : 0;
    let add = 0;
    if (filter === 1) add = left;
    else if (filter === 2) add = up;
    else if (filter === 3) add = (left + up) >> 1;
    else if (filter === 4) {
      const corner = to > 0 && x >= channels ? (data[to - stride + x - channels] ?? 0) : 0;
      const guess = left + up - corner;
      const byLeft = Math.abs(guess - left);
      const byUp = Math.abs(guess - up);
      const byCorner = Math.abs(guess - corner);
      add = byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }
    data[to + x] = value + add;
  }
}
