import { createHash } from 'node:crypto';

/** A picture that carries its own bytes. */
const INLINE = /^data:image\/(jpeg|png|webp|gif);base64,([A-Za-z0-9+/=]+)$/;
/** A picture's file beside the page that names it, as `pictureFile` names it and nothing else. */
const FILE = /^pictures\/[0-9a-f]{32}\.(?:jpg|png|webp|gif)$/;

/** The folder of a session's pictures, in the folder of the session. */
export const PICTURES = 'pictures';

/** Whether a page may show it: its own bytes or a file of its session, nothing that is fetched. */
export function isPicture(picture: string | undefined): picture is string {
  return picture !== undefined && (INLINE.test(picture) || FILE.test(picture));
}

export function isInline(picture: string | undefined): boolean {
  return picture?.startsWith('data:') ?? false;
}

export interface PictureFile {
  /** Relative to the folder of the session, with slashes: `pictures/0f…e1.jpg`. */
  name: string;
  bytes: Uint8Array;
}

/**
 * The file of a picture, named after its content, so that one that is seen twice is there once.
 * Undefined for what is no picture.
 */
export function pictureFile(picture: string): PictureFile | undefined {
  const [, type, base64] = INLINE.exec(picture) ?? [];
  if (type === undefined || base64 === undefined) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return { name: `${PICTURES}/${digest}.${type === 'jpeg' ? 'jpg' : type}`, bytes };
}
