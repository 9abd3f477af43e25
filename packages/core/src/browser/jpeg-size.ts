import type { Size } from './screen.js';

/** Enough of the file for its frame header: what Chromium writes before it is under 1 KB. */
const HEAD_BASE64_CHARS = 16_384;

/** The pixel size that a JPEG's frame header states; undefined when it is not a JPEG. */
export function jpegSize(base64: string): Size | undefined {
  const bytes = Buffer.from(base64.slice(0, HEAD_BASE64_CHARS), 'base64');
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // Start of frame: 0xC0–0xCF but for tables (C4), extensions (C8) and arithmetic coding (CC).
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
