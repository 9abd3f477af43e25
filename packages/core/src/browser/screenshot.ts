import type { CDPSession } from 'playwright';
import { type PictureOptions, takePicture } from './frames/take-picture.js';
import { jpegSize } from './jpeg-size.js';
import type { Size } from './screen.js';

/**
 * What the model was trained on comes from a capture at 100, encoded anew at 90. One capture at 90 has
 * the same quantization and sampling, and differs from those by less than they do from the screen.
 */
const QUALITY = 90;

/**
 * The viewport as a JPEG in base64, one image pixel to one CSS pixel. Straight from DevTools: two
 * thirds of the time of Playwright's own, and the page's focus, caret and animations stay as they are.
 */
export async function captureViewport(session: CDPSession, size: Size): Promise<string> {
  // A screen of twice the pixels stays one: what was right last time is tried first.
  const known = scales.get(session);
  if (known === undefined) {
    const plain = await capture(session);
    const got = jpegSize(plain);
    if (!got || (got.width === size.width && got.height === size.height)) return plain;
  }
  // A device scale factor or a zoom: only now is it worth asking where the viewport lies.
  const { cssVisualViewport } = await session.send('Page.getLayoutMetrics');
  const clip = { x: cssVisualViewport.pageX, y: cssVisualViewport.pageY, ...size };
  const scale = known ?? 1;
  const once = await capture(session, { ...clip, scale });
  const got = jpegSize(once);
  const right = got && got.width !== size.width ? (scale * size.width) / got.width : scale;
  scales.set(session, right);
  return right === scale ? once : capture(session, { ...clip, scale: right });
}

const scales = new WeakMap<CDPSession, number>();

const capture = (session: CDPSession, clip?: PictureOptions['clip']): Promise<string> =>
  takePicture(session, { format: 'jpeg', quality: QUALITY, ...(clip ? { clip } : {}) });
