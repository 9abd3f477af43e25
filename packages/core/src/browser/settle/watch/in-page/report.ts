/** Something in the page that is not over yet. */
export interface PendingInPage {
  kind:
    | 'timer'
    | 'interval'
    | 'frame-loop'
    | 'idle-callback'
    | 'worker'
    | 'port'
    | 'task'
    | 'database'
    | 'work'
    | 'video'
    | 'animation'
    | 'image'
    | 'font'
    | 'loading';
  /** For people: `timer 1000 ms`. */
  label: string;
  /** When it will be over at the latest, from now. */
  dueInMs: number;
  /** The next round of what was waited for: where the page changes with it, it is a clock. */
  isNextRound?: boolean;
  /** Recognises the same thing when it comes again: what proved useless twice is not waited for. */
  key?: string;
}

/** What one document says of itself, at the moment it is asked. */
export interface InPageReport {
  /** Since when nothing moved. */
  quietForMs: number;
  /** When it last moved: of two reports with the same, one movement was the last. */
  movedAtEpochMs: number;
  /** Something a person could see changed since the mark. */
  effect: boolean;
  /** A part of the page says of itself that it is loading. */
  busy: boolean;
  /** Something in it turns without an end since the action, as what stands for waiting does. */
  waits: boolean;
  /** When anything last changed since the mark, also what is background; in epoch ms. */
  changedAtEpochMs: number;
  /** For how long, since the last key or click, timers were overdue: the thread had no time for them. */
  lateMs: number;
  pending: PendingInPage[];
  /** How long ago anything changed between the settle before and this one's mark. */
  changedLate: number[];
  /** Addresses of answers whose bodies the page reads: only their ends mean something. */
  reading: string[];
  /** Addresses of requests that are made for others to count. */
  counted: string[];
  /** How many images have not come that nobody could see: `loose()` gives them. */
  looseImages: number;
}

/** What could be read in the midst of the effects, and cannot any more. */
export interface Gone {
  /** Those that came with the action. */
  texts: string[];
  /** There is more to be read than then, or what can be clicked lies elsewhere. */
  isOutdated: boolean;
}

/** What both in-page scripts can be told. */
export interface InPageWatch {
  /** Before an action: from now on changes are effects. */
  arm(): void;
  /** After settling: from now on changes are the page's own. */
  rest(): void;
  report(): InPageReport;
  detach(): void;
}
