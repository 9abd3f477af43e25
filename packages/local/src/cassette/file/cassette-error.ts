/** A cassette that can't be read or written: its message names the file, and the line where there is one. */
export class CassetteError extends Error {
  override readonly name = 'CassetteError';
}
