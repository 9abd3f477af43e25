import type { ActTrace } from './act-trace.js';

/** What a picture may be: its own bytes, nothing that is fetched. */
export const PICTURE = /^data:image\/(jpeg|png|webp|gif);base64,([A-Za-z0-9+/=]+)$/;

export interface PictureFile {
  name: string;
  bytes: Uint8Array;
}

/** The trace with the name of a file for each picture, and those files. */
export function picturesApart(
  trace: ActTrace,
  baseName: string,
): { named: ActTrace; pictures: PictureFile[] } {
  const pictures: PictureFile[] = [];
  const steps = trace.steps.map(({ screenshot, ...step }) => {
    const [, type, base64] = PICTURE.exec(screenshot ?? '') ?? [];
    if (type === undefined || base64 === undefined) return step;
    const name = `${baseName}-step-${step.step}.${type === 'jpeg' ? 'jpg' : type}`;
    pictures.push({ name, bytes: Buffer.from(base64, 'base64') });
    return { ...step, screenshot: name };
  });
  return { named: { ...trace, steps }, pictures };
}
