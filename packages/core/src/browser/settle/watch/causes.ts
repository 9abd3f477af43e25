/** Something outside of the page's own code that is going on because of an action. */
export interface Cause {
  /** For people: `fetch /api/x`. */
  readonly label: string;
  readonly startedAtMs: number;
  /** Whether it is over shows in the page alone: that is looked at before it is waited for. */
  readonly isUnsure?: boolean;
  /** Meanwhile the document stays: what it shows can be looked at. */
  readonly keepsDocument?: boolean;
}

/** A kind of cause, followed by someone. Times are those of the settler's clock. */
export interface CauseLog {
  /** What is going on now; drops what has waited too long. */
  open(nowMs: number): Cause[];
  /** Forgets what was going on: what it caused belongs to the action before. */
  arm(nowMs: number): void;
  /** From now on what begins is the page's own habit. */
  rest(): void;
  /** What is not over and not waited for any more. */
  left?(nowMs: number): Cause[];
}

/** What the logs tell the one who waits. */
export interface Signs {
  /** A cause began or ended, or a document came or went; now, or as is known now only, at `atMs`. */
  changed(atMs?: number): void;
  /** A request that the action caused has ended. */
  requestEnded(atMs: number): void;
  /** It was answered in few bytes, at that time of the page's clock. */
  answeredShortly?(key: string, label: string, epochMs: number): void;
  /** One that began before the action is still held by its server, which may answer by it. */
  held?(id: string): void;
  /** Something a person sees happened outside of the document: a navigation, a popup, a download. */
  effect(): void;
}
