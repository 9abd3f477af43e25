import { ArgumentFault } from './argument-fault.js';

const full = 1000;
/** A model that gives points instead of boxes is given this much around them. */
const around = 4;

/**
 * The box of a tool call as the wire's `<bbox>`: left, top, right, bottom in thousandths of the window. Models write
 * boxes in several ways: four numbers as a list, an object or text, or a point.
 */
export function boxArgument(value: unknown): string {
  const numbers = numbersOf(value);
  if (numbers.length === 2) {
    const [x = 0, y = 0] = numbers;
    return boxArgument([x - around, y - around, x + around, y + around].map(inRange));
  }
  const [left, top, right, bottom] = numbers;
  if (left === undefined || top === undefined || right === undefined || bottom === undefined)
    throw new ArgumentFault(
      `box must be [left, top, right, bottom], four numbers from 0 to 1000, is ${JSON.stringify(value)}`,
    );
  if (numbers.some((each) => each < 0 || each > full))
    throw new ArgumentFault(`box must have numbers from 0 to 1000, is ${JSON.stringify(value)}`);
  if (left > right || top > bottom)
    throw new ArgumentFault(
      `box must have left below right and top below bottom, is ${JSON.stringify(value)}`,
    );
  const [x1, x2] = apart(left, right);
  const [y1, y2] = apart(top, bottom);
  return `<bbox>${x1},${y1},${x2},${y2}</bbox>`;
}

/** The numbers of a `<bbox>`; undefined when the text is none. */
export function readBbox(text: string): number[] | undefined {
  const numbers = /^<bbox>([\d,]+)<\/bbox>$/.exec(text)?.[1]?.split(',').map(Number);
  return numbers?.length === 4 ? numbers : undefined;
}

function numbersOf(value: unknown): number[] {
  if (Array.isArray(value)) {
    // Two points, as some models give them.
    const flat = value.flat();
    return flat.every(isNumber) && (flat.length === 2 || flat.length === 4) ? flat : [];
  }
  if (typeof value === 'string')
    return numbersOf((value.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number));
  if (typeof value !== 'object' || value === null) return [];
  const { left, top, right, bottom, x1, y1, x2, y2 } = value as Record<string, unknown>;
  return numbersOf([left ?? x1, top ?? y1, right ?? x2, bottom ?? y2]);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function inRange(value: number): number {
  return Math.min(full, Math.max(0, value));
}

/** Whole numbers with something between them, which the wire demands. */
function apart(low: number, high: number): [number, number] {
  const start = Math.floor(low);
  const end = Math.ceil(high);
  if (end > start) return [start, end];
  return end < full ? [start, end + 1] : [start - 1, end];
}
