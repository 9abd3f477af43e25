/** The picture of a `data:` URL, if it is of a kind that is safe to show. */
export function readScreenshot(
  dataUrl: string,
): { mediaType: string; bytes: Uint8Array<ArrayBuffer> } | undefined {
  const head = /^data:(image\/(?:jpeg|png|webp));base64,/.exec(dataUrl);
  const mediaType = head?.[1];
  if (!head || mediaType === undefined) return undefined;
  return { mediaType, bytes: new Uint8Array(Buffer.from(dataUrl.slice(head[0].length), 'base64')) };
}
