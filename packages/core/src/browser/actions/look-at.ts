import { pause } from '../../deadline/pause.js';
import type { Point } from '../frames/locate.js';
import { takePicture } from '../frames/take-picture.js';
import type { Hand } from './hand.js';

/** The side of the square around the point that is compared, in CSS pixels; of a document it is all that is seen. */
const SIZE = { canvas: 300, document: 10_000 };
export type Drawn = keyof typeof SIZE;
const LOOK_EVERY_MS = 60;

/** What is drawn around a point of the viewport, as a picture to compare with. */
export type Looked = { readonly picture: string; readonly moves: boolean; readonly of: Drawn };

/** Two looks, so that what moves by itself is known for it. */
export async function lookAt(hand: Hand, point: Point, of: Drawn): Promise<Looked> {
  const first = await picture(hand, point, of);
  await pause(LOOK_EVERY_MS, hand.signal);
  const second = await picture(hand, point, of);
  return { picture: second, moves: first !== second, of };
}

/** Whether it looks otherwise now, or does within the time; undefined where it moves by itself. */
export async function looksOtherwise(
  hand: Hand,
  point: Point,
  before: Looked,
  limitMs: number,
): Promise<boolean | undefined> {
  if (before.moves) return undefined;
  for (let waitedMs = 0; waitedMs <= limitMs; waitedMs += LOOK_EVERY_MS) {
    if ((await picture(hand, point, before.of)) !== before.picture) return true;
    await pause(LOOK_EVERY_MS, hand.signal);
  }
  return false;
}

async function picture({ sessions, signal }: Hand, { x, y }: Point, of: Drawn): Promise<string> {
  const size = SIZE[of];
  signal.throwIfAborted();
  const { cssVisualViewport } = await sessions.main.send('Page.getLayoutMetrics');
  const { pageX, pageY, clientWidth, clientHeight } = cssVisualViewport;
  const left = Math.max(0, x - size / 2);
  const top = Math.max(0, y - size / 2);
  return takePicture(sessions.main, {
    format: 'png',
    clip: {
      x: pageX + left,
      y: pageY + top,
      width: Math.min(size, clientWidth - left),
      height: Math.min(size, clientHeight - top),
      scale: 1,
    },
  });
}
