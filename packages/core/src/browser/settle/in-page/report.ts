/** Something in the page that is not over yet. */
export interface PendingInPage {
  kind:
    | 'timer'
    | 'interval'
    | 'frame-loop'
    | 'idle-callback'
    | 'worker'
    | 'port'
    | 'database'
    | 'animation'
    | 'image'
    | 'font'
    | 'loading';
  /** For people: `timer 1000 ms`. */
  label: string;
  /** When it will be over at the latest, from now. */
  dueInMs: number;
  /** Recognises the same thing when it comes again: what proved useless twice is not waited for. */
  key?: string;
}

/** What one document says of itself, at the moment it is asked. */
export interface InPageReport {
  /** Since when nothing moved. */
  quietForMs: number;
  /** Something a person could see changed since the mark. */
  effect: boolean;
  /** A part of the page says of itself that it is loading. */
  busy: boolean;
  pending: PendingInPage[];
  /** Addresses of answers whose bodies the page reads: only their ends mean something. */
  reading: string[];
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
