/** Bytes that are held for those who are not known yet, of all connections together. */
export class HeldBytes {
  #bytes = 0;

  constructor(readonly limit: number) {}

  /** False, and nothing is taken, where that would be more than the limit. */
  take(bytes: number): boolean {
    if (this.#bytes + bytes > this.limit) return false;
    this.#bytes += bytes;
    return true;
  }

  give(bytes: number): void {
    this.#bytes -= bytes;
  }
}
