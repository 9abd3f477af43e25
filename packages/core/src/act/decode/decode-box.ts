import type { Box } from '../../browser/actuator.js';
import type { JsonValue } from '../../wire/json.js';
import { GenerationFault } from './generation-fault.js';

export interface Viewport {
  width: number;
  height: number;
}

const NUMBER = String.raw`\s*(-?\d+(?:\.\d+)?)\s*`;
const FOUR = [NUMBER, NUMBER, NUMBER, NUMBER].join(',');
const PIXELS = new RegExp(`^\\s*<box>${FOUR}</box>\\s*$`);
const NORMALISED = new RegExp(`^\\s*(?:<bbox>)?${FOUR}(?:</bbox>)?\\s*$`);
/** `<bbox>` counts in thousandths of the viewport. */
const SCALE = 1000;

/**
 * `<box>top,left,bottom,right</box>` in CSS pixels, or `<bbox>left,top,right,bottom</bbox>` (or the
 * four numbers bare) in thousandths of the viewport.
 */
export function decodeBox(field: string, value: JsonValue | undefined, viewport: Viewport): Box {
  const text = Array.isArray(value) && value.length === 4 ? value.join(',') : value;
  if (typeof text !== 'string') throw new GenerationFault(field, 'is not a box', value ?? null);
  const pixels = numbers(PIXELS.exec(text));
  const box = pixels
    ? { top: pixels[0], left: pixels[1], bottom: pixels[2], right: pixels[3] }
    : fromNormalised(field, text, viewport);
  const fault = faultOf(box, viewport);
  if (fault) throw new GenerationFault(field, fault, value);
  return box;
}

function fromNormalised(field: string, text: string, { width, height }: Viewport): Box {
  const four = numbers(NORMALISED.exec(text));
  if (!four) throw new GenerationFault(field, 'is not a box', text);
  if (four.some((n) => !Number.isInteger(n) || n < 0 || n > SCALE)) {
    throw new GenerationFault(field, `needs whole numbers from 0 to ${SCALE}`, text);
  }
  const [left, top, right, bottom] = four;
  return {
    left: Math.floor((left * width) / SCALE),
    top: Math.floor((top * height) / SCALE),
    right: Math.ceil((right * width) / SCALE),
    bottom: Math.ceil((bottom * height) / SCALE),
  };
}

function numbers(match: RegExpExecArray | null): [number, number, number, number] | undefined {
  if (!match) return undefined;
  return match.slice(1, 5).map(Number) as [number, number, number, number];
}

function faultOf(box: Box, viewport: Viewport): string | undefined {
  if (box.top < 0 || box.left < 0) return 'lies outside of the viewport';
  if (box.top >= box.bottom) return 'needs top < bottom';
  if (box.left >= box.right) return 'needs left < right';
  if (box.bottom > viewport.height || box.right > viewport.width) {
    return `lies outside of the viewport of ${viewport.width}×${viewport.height}`;
  }
  return undefined;
}
