/** A cassette that can't be read or written: its message names the file, and the line where there is one. */
export class CassetteError extends Error {
  /**
   * Always `CassetteError`: tells it from other errors where `instanceof` can't, as between two copies of the
   * package.
   */
  override readonly name = 'CassetteError';
}
