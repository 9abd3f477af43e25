import { randomUUID } from 'node:crypto';

/** A screenshot, taken out of the text it came in. */
export interface LiftedPicture {
  /** Stands in the text where the base64 was. It is no base64 and can't be guessed, so no client can send it. */
  placeholder: string;
  /** As sent: ASCII of base64, not checked to be so. A part of the request's body, not a copy. */
  base64: Buffer;
}

const key = '\\"screenshotBase64\\"';
const head = /^\s{0,4}:\s{0,4}\\"data:image\/(?:jpeg|png|webp);base64,/;
const headMax = 64;
const backslash = 0x5c;
const quote = 0x22;
/** Below this, parsing is as fast as lifting. */
const worthBytes = 4096;

/**
 * Takes the newest screenshot out of a step's body, which is JSON with the observation as JSON text inside.
 *
 * Nearly all of such a body is base64, and parsing it as JSON twice is most of what a step costs. Undefined when there
 * is nothing to lift: the body is then parsed as it is, and whatever is wrong with it is found there.
 */
export function liftPicture(body: Buffer): { body: Buffer; picture: LiftedPicture } | undefined {
  if (body.length < worthBytes) return undefined;
  const at = body.lastIndexOf(key);
  if (at === -1) return undefined;
  const afterKey = at + key.length;
  const found = head.exec(body.toString('latin1', afterKey, afterKey + headMax));
  if (!found) return undefined;
  const from = afterKey + found[0].length;
  const to = body.indexOf(backslash, from);
  if (to - from < worthBytes || body[to + 1] !== quote) return undefined;
  const base64 = body.subarray(from, to);
  // A bare quote would end the string: then this is no picture, and perhaps no JSON.
  if (base64.includes(quote)) return undefined;
  const placeholder = `~${randomUUID()}~`;
  return {
    body: Buffer.concat([body.subarray(0, from), Buffer.from(placeholder), body.subarray(to)]),
    picture: { placeholder, base64 },
  };
}
