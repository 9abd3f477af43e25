import { evaluateIn } from '../frames/evaluate.js';
import type { FrameRef } from '../frames/frame-sessions.js';
import { inPage } from '../frames/in-page.js';
import type { Corners } from './masks-in-page.js';

/** Seen on a light page and on a dark one, and taken for no part of either. */
const COLOUR = '#808080';

/**
 * The picture with these boxes painted over, encoded as it was. The browser does it, in our own world of
 * the page: what is written for it here is in no script's reach, and nothing of it shows.
 */
export function paintOver(
  frame: FrameRef,
  jpegBase64: string,
  boxes: readonly Corners[],
): Promise<string> {
  return evaluateIn(
    frame,
    paint,
    jpegBase64,
    boxes.map((box) => [...box]),
    COLOUR,
  );
}

/** Self-contained: runs in the page. */
const paint = inPage(async function paint(
  jpegBase64: string,
  boxes: number[][],
  colour: string,
): Promise<string> {
  const bytes = Uint8Array.from(atob(jpegBase64), (character) => character.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('There is nothing to paint on');
  context.drawImage(picture, 0, 0);
  context.fillStyle = colour;
  for (const [left = 0, top = 0, right = 0, bottom = 0] of boxes) {
    const x = Math.floor(left);
    const y = Math.floor(top);
    context.fillRect(x, y, Math.ceil(right) - x, Math.ceil(bottom) - y);
  }
  const painted = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  const out = new Uint8Array(await painted.arrayBuffer());
  let text = '';
  // As many arguments as a call takes.
  for (let at = 0; at < out.length; at += 8_192) {
    text += String.fromCharCode(...out.subarray(at, at + 8_192));
  }
  return btoa(text);
});
