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

/** The message of what was thrown, and `thrownText` of what has none. Never throws. */
export function thrownMessage(thrown: unknown): string {
  try {
    const { message } = thrown as { message?: unknown };
    if (typeof message === 'string') return message;
  } catch {
    // `null`, or a getter that fails: its text is enough to recognise it.
  }
  return thrownText(thrown);
}
