/** What of a JPEG decides how much it shows: its size, its quantization tables and its sampling. */
export function pictureFacts(dataUrl: string) {
  const bytes = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
  const tables: string[] = [];
  let frame = '';
  for (let at = 2; at + 4 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    const length = bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xdb) {
      for (let table = 0; table + 65 <= segment.length; table += 65) {
        tables.push(segment.subarray(table, table + 65).toString('hex'));
      }
    }
    if (marker >= 0xc0 && marker <= 0xc2) frame = segment.toString('hex');
    if (marker === 0xda) break;
    at += 2 + length;
  }
  return { kind: dataUrl.slice(0, dataUrl.indexOf(',')), frame, tables: tables.sort() };
}
