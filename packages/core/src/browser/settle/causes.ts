/** Something outside of the page's own code that is going on because of an action. */
export interface Cause {
  /** For people: `fetch /api/x`. */
  readonly label: string;
  readonly startedAtMs: number;
}

/** A kind of cause, followed by someone. Times are those of the settler's clock. */
export interface CauseLog {
  /** What is going on now; drops what has waited too long. */
  open(nowMs: number): Cause[];
  /** Forgets what was going on: what it caused belongs to the action before. */
  arm(nowMs: number): void;
  /** From now on what begins is the page's own habit. */
  rest(): void;
}

/** What the logs tell the one who waits. */
export interface Signs {
  /** A cause began or ended, or a document came or went; now, or as is known now only, at `atMs`. */
  changed(atMs?: number): void;
  /** A request that the action caused has ended. */
  requestEnded(atMs: number): void;
  /** Something a person sees happened outside of the document: a navigation, a popup, a download. */
  effect(): void;
}
