import type { Page } from 'playwright';
import type { Box } from '../../src/browser/actuator.js';

/** The colours in a part of a picture, `[r, g, b]` each, decoded by the page that is at hand. */
async function coloursIn(page: Page, dataUrl: string, box: Box): Promise<number[][]> {
  return page.evaluate(
    async ({ dataUrl, box }) => {
      const text = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
      const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('There is no canvas');
      context.drawImage(picture, 0, 0);
      const width = box.right - box.left;
      const { data } = context.getImageData(box.left, box.top, width, box.bottom - box.top);
      return Array.from({ length: data.length / 4 }, (_, at) => [
        ...data.subarray(at * 4, at * 4 + 3),
      ]);
    },
    { dataUrl, box },
  );
}

/** What JPEG makes of an edge reaches a little into what is beside it. */
const EDGE = 3;

/** Whether all of it is of the one colour that masks have, but for what JPEG makes of its edges. */
export async function isCovered(page: Page, dataUrl: string, box: Box): Promise<boolean> {
  const inside = {
    left: box.left + EDGE,
    top: box.top + EDGE,
    right: box.right - EDGE,
    bottom: box.bottom - EDGE,
  };
  const colours = await coloursIn(page, dataUrl, inside);
  return (
    colours.length > 0 &&
    colours.every((colour) => colour.every((value) => Math.abs(value - 128) <= 8))
  );
}

/** Whether nothing of it is: what is drawn there has no surface of that grey of its own. */
export async function isClear(page: Page, dataUrl: string, box: Box): Promise<boolean> {
  const colours = await coloursIn(page, dataUrl, box);
  const grey = colours.filter((colour) => colour.every((value) => Math.abs(value - 128) <= 4));
  return colours.length > 0 && grey.length < colours.length / 50;
}
