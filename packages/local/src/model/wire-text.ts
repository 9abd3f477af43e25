/** A text as calls carry it: clients take a doubled backslash for one and `\u0041` for a letter. */
export function wireText(text: string): string {
  return text.replaceAll('\\', '\\\\');
}

/** What a client makes of it. */
export function plainText(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})|\\\\/gi, (_all, hex: string | undefined) =>
    hex === undefined ? '\\' : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
