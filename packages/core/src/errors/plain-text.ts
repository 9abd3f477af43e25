/**
 * What a terminal obeys instead of showing, by ECMA-48: strings (window titles, links, clipboard
 * writes; one whose end is missing goes to the end of its line), then control sequences (colours,
 * cursor moves), then short escapes, then single controls; tabs and line ends stay.
 */
const OBEYED = new RegExp(
  [
    '(?:\\u001b[\\]PX^_]|[\\u0090\\u0098\\u009d-\\u009f])[^\\u0007\\u001b\\u009c\\n]*(?:\\u0007|\\u009c|\\u001b\\\\)?',
    '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]?',
    '\\u001b[ -/]*[0-~]?',
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]',
  ].join('|'),
  'g',
);
/** Marks that turn the direction of the text after them, so that it reads as something else. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Drops terminal escape sequences and control characters; tabs and line ends stay. */
export function withoutControls(text: string): string {
  return text.replace(OBEYED, '');
}

/**
 * Text from a page, a model or a tool, fit for a terminal and a file: terminal escape sequences,
 * control characters and direction marks are dropped; tabs and line ends stay.
 */
export function plainText(text: string): string {
  return withoutControls(text).replace(TURNS, '');
}

/** An error that quotes a page, a model or a tool is still read by people. */
const MAX_MESSAGE = 10_000;

/** Text of any origin, fit for the message of an error: without controls, and cut. */
export function messageText(text: string): string {
  if (text.length <= MAX_MESSAGE) return withoutControls(text);
  const more = text.length - MAX_MESSAGE;
  return `${withoutControls(text.slice(0, MAX_MESSAGE))}… (${more} more characters)`;
}

/** The same on one line, white space collapsed, cut at `maxLength` characters with an ellipsis. */
export function plainLine(text: string, maxLength = Number.POSITIVE_INFINITY): string {
  // Cut well before the work is done, so that a page's megabytes cost nothing here.
  const near = Number.isFinite(maxLength) ? text.slice(0, maxLength * 4 + 1000) : text;
  const line = plainText(near).replace(/\s+/g, ' ').trim();
  if (line.length <= maxLength && near.length === text.length) return line;
  const cut = line.slice(0, Math.max(0, maxLength - 1));
  // Not through the middle of a character made of two units.
  return `${cut.replace(/[\ud800-\udbff]$/, '')}…`;
}
