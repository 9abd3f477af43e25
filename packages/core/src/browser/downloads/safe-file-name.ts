import { Buffer } from 'node:buffer';
import { parse } from 'node:path/posix';

/** File systems take 255 bytes; some are kept for a number. */
const MAX_BYTES = 200;
/** Names of devices on Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name that a site has made up, as a file in a directory can have on any system. */
export function safeFileName(suggested: string): string {
  const last = suggested.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    // Control characters, those that turn the direction of writing, and what Windows has a use for.
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_')
    .replace(/^\.+/, '_');
  const name = withoutEnd(plain, '. ');
  if (name === '') return 'download';
  return cut(DEVICE.test(name) ? `_${name}` : name);
}

/** Not by an expression: one that looks for an end tries at each of these characters anew. */
function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** `report.csv`, then `report (1).csv`. */
export function numberedName(name: string, number: number): string {
  if (number === 0) return name;
  const { name: stem, ext } = parse(name);
  return `${stem} (${number})${ext}`;
}

/** By whole characters, with its extension. */
function cut(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  const { name: stem, ext } = parse(name);
  const end = Buffer.byteLength(ext) <= MAX_BYTES / 2 ? ext : '';
  const characters = [...(end === '' ? name : stem)];
  while (Buffer.byteLength(characters.join('') + end) > MAX_BYTES) characters.pop();
  return characters.join('') + end;
}
