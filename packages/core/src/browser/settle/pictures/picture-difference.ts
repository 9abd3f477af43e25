import type { DecodedPng } from 'fast-png';
import { limits } from '../limits.js';

/** The share of pixels, 0 to 1, that differ visibly. Pictures of different size differ wholly. */
export function pictureDifference(a: DecodedPng, b: DecodedPng): number {
  if (a.width !== b.width || a.height !== b.height || a.channels !== b.channels) return 1;
  let different = 0;
  const pixels = a.width * a.height;
  for (let at = 0; at < a.data.length; at += a.channels) {
    for (let channel = 0; channel < 3; channel += 1) {
      const left = a.data[at + channel] ?? 0;
      const right = b.data[at + channel] ?? 0;
      if (Math.abs(left - right) < limits.visibleDifference) continue;
      different += 1;
      break;
    }
  }
  return pixels === 0 ? 0 : different / pixels;
}
