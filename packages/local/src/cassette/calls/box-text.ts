import type { Edges } from '../file/cassette-format.js';

export interface Viewport {
  width: number;
  height: number;
}

const number = String.raw`(-?\d+(?:\.\d+)?)`;
const four = Array(4).fill(number).join(String.raw`\s*,\s*`);
const boxForm = new RegExp(String.raw`^<box>\s*${four}\s*</box>$`, 'i');
const bboxForm = new RegExp(String.raw`^(?:<bbox>\s*)?${four}\s*(?:</bbox>)?$`, 'i');

/**
 * The edges of a box as the wire writes it, in CSS pixels; undefined when the text is none.
 *
 * `<box>` is top, left, bottom, right in pixels; `<bbox>`, or four bare numbers, is left, top, right, bottom in
 * thousandths of the viewport.
 */
export function readBox(text: string, { width, height }: Viewport): Edges | undefined {
  const pixels = boxForm.exec(text.trim())?.slice(1).map(Number);
  if (pixels) {
    const [top = 0, left = 0, bottom = 0, right = 0] = pixels;
    return { left, top, right, bottom };
  }
  const shares = bboxForm.exec(text.trim())?.slice(1).map(Number);
  if (!shares) return undefined;
  const [left = 0, top = 0, right = 0, bottom = 0] = shares;
  return {
    left: Math.floor((left * width) / 1000),
    top: Math.floor((top * height) / 1000),
    right: Math.ceil((right * width) / 1000),
    bottom: Math.ceil((bottom * height) / 1000),
  };
}

/** True for a text that is a box in one of the wire's tagged forms. */
export function isBoxText(text: string): boolean {
  return boxForm.test(text.trim()) || (text.includes('<bbox>') && bboxForm.test(text.trim()));
}

/** Whole pixels inside of the viewport, never empty: what the wire demands of a box. */
export function writeBox(edges: Edges, { width, height }: Viewport): string {
  const left = clamp(Math.floor(edges.left), 0, width - 1);
  const top = clamp(Math.floor(edges.top), 0, height - 1);
  const right = clamp(Math.ceil(edges.right), left + 1, width);
  const bottom = clamp(Math.ceil(edges.bottom), top + 1, height);
  return `<box>${top},${left},${bottom},${right}</box>`;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
