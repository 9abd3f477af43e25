import type { Cause } from './causes.js';
import type { Gone, PendingInPage } from './in-page/report.js';

/** What all documents of the page say together. */
export interface PageReport {
  /** Since when nothing moved in any of them. */
  quietForMs: number;
  /** Another one each time that anything in any of them moves. */
  movementStamp: string;
  effect: boolean;
  busy: boolean;
  pending: PendingInPage[];
  /** How long ago anything changed between the settle before and this one's mark. */
  changedLate: number[];
}

/** What the one who waits needs to know of a page. */
export interface Watched {
  /** Tells every document that an action follows. */
  arm(): Promise<void>;
  rest(): void;
  /** `undefined` while the document is being replaced. Hangs while the page's main thread does. */
  report(): Promise<PageReport | undefined>;
  frames(): Promise<void>;
  /** Remembers what can be read now … */
  note(): Promise<void>;
  /** … and says what of it cannot any more; nothing where the documents are others. */
  gone(): Promise<Gone | undefined>;
  causes(nowMs: number): Cause[];
  /** What is not over, and not waited for any more. */
  left(nowMs: number): Cause[];
  state(): WatchedState;
  /** Calls back at every sign of change; the function given back ends that. */
  onChange(fn: () => void): () => void;
  detach(): Promise<void>;
}

export interface WatchedState {
  /** When a cause last began or ended, or a document came or went. */
  changedAtMs: number;
  requestEndedAtMs: number;
  /** Something outside of the document changed since the mark: a navigation, a popup, a download. */
  effect: boolean;
  dialogOpen: boolean;
  /** Set once the page is gone. */
  gone: Error | undefined;
}
