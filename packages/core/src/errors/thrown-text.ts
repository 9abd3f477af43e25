/**
 * `String(thrown)` for anything that can be thrown. An object without a prototype, or with a
 * `toString` that fails, would throw in turn: in the midst of putting a failure on record.
 */
export function thrownText(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return Object.prototype.toString.call(thrown);
  }
}
