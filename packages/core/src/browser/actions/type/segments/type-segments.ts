import { pause } from '../../../../deadline/pause.js';
import { AgentRedirectError } from '../../../../errors/index.js';
import type { Box } from '../../../actuator.js';
import { callOn } from '../../../frames/evaluate.js';
import { boxInFrame, type Located, type Point } from '../../../frames/locate.js';
import type { Hand } from '../../hand.js';
import { movePointer, press } from '../../pointer.js';
import type { Said } from '../verify.js';
import { planSegments } from './plan-segments.js';
import { type SegmentFacts, type SegmentsFacts, segmentsAt } from './segments-in-page.js';

/** What scripts need to take in a change they do not take in at once. */
const AFTERTHOUGHT_MS = 50;
/** Presses of Backspace that empty a segment: those of libraries lose a digit with each. */
const MAX_DIGITS = 4;

/** A field whose parts are typed into one by one, and how to get to it again. */
export interface Segmented {
  readonly target: Located;
  readonly facts: SegmentsFacts;
  /** From the frame's coordinates to the viewport's. */
  readonly shift: Point;
  readonly box: Parameters<typeof boxInFrame>[2];
}

/** The field of segments at the box, if there is one. */
export async function segmentedAt(
  target: Located,
  point: Point,
  box: Box,
): Promise<Segmented | undefined> {
  const inFrame = boxInFrame(target, point, box);
  const facts = await callOn(target.node, segmentsAt, inFrame);
  const shift = { x: point.x - target.point.x, y: point.y - target.point.y };
  return facts ? { target, facts, shift, box: inFrame } : undefined;
}

/**
 * Types each part of a date or time into its segment, and reads back what they hold. An empty text
 * empties them. @throws AgentRedirectError for a text that does not say each part, or was not taken
 */
export async function typeSegments(hand: Hand, field: Segmented, text: string): Promise<Said> {
  const { facts, shift } = field;
  const { segments, only } = facts;
  const wanted = planFor(facts, text);
  const read = async () => (await callOn(field.target.node, segmentsAt, field.box)) ?? facts;
  for (const [index, keys] of wanted.entries()) {
    if (keys === undefined) continue;
    // What was typed may be wider or narrower than what stood there: those after it have moved.
    const segment = (await read()).segments[index];
    if (!segment) break;
    if (!segment.usable) throw new AgentRedirectError(`The ${segment.kind} cannot be changed.`);
    await movePointer(hand, { x: segment.x + shift.x, y: segment.y + shift.y });
    await press(hand, 'left');
    const strokes = keys === '' ? Array<string>(MAX_DIGITS).fill('Backspace') : [...keys];
    for (const key of strokes) {
      hand.signal.throwIfAborted();
      if (keys === '') await hand.devices.press(key);
      else await hand.devices.type(key);
    }
  }
  await pause(AFTERTHOUGHT_MS, hand.signal);
  const after = await read();
  for (const [index, keys] of wanted.entries()) {
    const segment = after.segments[index];
    if (keys === undefined || !segment || holds(segment, keys)) continue;
    throw new AgentRedirectError(
      `The field did not take ${JSON.stringify(text)}: its ${segment.kind} is ${JSON.stringify(segment.text)}, and the whole ${JSON.stringify(after.text)}.`,
    );
  }
  const parts = segments.map(({ kind }) => kind).join(', ');
  const part = only === null ? {} : { part: after.segments[only]?.kind ?? 'other' };
  return { field: `a field of segments: ${parts}`, ...part, holds: after.text };
}

/** What goes into each segment; undefined for those that stay as they are. */
function planFor({ segments, only }: SegmentsFacts, text: string): (string | undefined)[] {
  const trimmed = text.trim();
  const isOnePart = only !== null && /^(?:\p{L}+|\p{N}+)?$/u.test(trimmed);
  if (isOnePart) return segments.map((_, index) => (index === only ? trimmed : undefined));
  if (trimmed === '') return segments.map(({ usable }) => (usable ? '' : undefined));
  const plan = planSegments(trimmed, segments);
  if (plan) return plan;
  const parts = segments.map(({ kind }) => kind).join(', ');
  throw new AgentRedirectError(
    `This field has a segment for each of: ${parts}. ${JSON.stringify(text)} does not say all of them: give them in this order, a year with four digits.`,
  );
}

function holds({ kind, value, text }: SegmentFacts, keys: string): boolean {
  if (keys === '') return value === null || !/\d/.test(text);
  if (/^\d+$/.test(keys)) return value === Number(keys) || Number(text) === Number(keys);
  const wanted = keys.toLowerCase();
  return kind === 'dayPeriod'
    ? text.toLowerCase().startsWith(wanted.slice(0, 1))
    : text.toLowerCase().startsWith(wanted);
}
