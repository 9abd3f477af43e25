import type { Box } from '../../browser/actuator.js';
import type { JsonValue } from '../../wire/json.js';
import { GenerationFault } from './generation-fault.js';

export interface Viewport {
  width: number;
  height: number;
}

/** Four numbers and their tags; what is longer is not looked through. */
const MAX_LENGTH = 1_000;
const TAGGED = /^(?:<(b?box)>)?([^<]*)(?:<\/(b?box)>)?$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** `<bbox>` counts in thousandths of the viewport. */
const SCALE = 1000;

/**
 * `<box>top,left,bottom,right</box>` in CSS pixels, or `<bbox>left,top,right,bottom</bbox>` (or the
 * four numbers bare) in thousandths of the viewport.
 */
export function decodeBox(field: string, value: JsonValue | undefined, viewport: Viewport): Box {
  const text = Array.isArray(value) && value.length === 4 ? value.join(',') : value;
  if (typeof text !== 'string') throw new GenerationFault(field, 'is not a box', value ?? null);
  const [, opened, inner = '', closed] =
    text.length > MAX_LENGTH ? [] : (TAGGED.exec(text.trim()) ?? []);
  const four = numbers(inner);
  const inPixels = opened === 'box' || closed === 'box';
  if (!four || (inPixels && opened !== closed))
    throw new GenerationFault(field, 'is not a box', text);
  const box = inPixels ? fromPixels(four) : fromNormalised(field, text, four, viewport);
  const fault = faultOf(box, viewport);
  if (fault) throw new GenerationFault(field, fault, value);
  return box;
}

type Four = [number, number, number, number];

function fromPixels([top, left, bottom, right]: Four): Box {
  return { top, left, bottom, right };
}

function fromNormalised(field: string, text: string, four: Four, viewport: Viewport): Box {
  const { width, height } = viewport;
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

function numbers(text: string): Four | undefined {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length !== 4 || !parts.every((part) => NUMBER.test(part))) return undefined;
  return parts.map(Number) as Four;
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
