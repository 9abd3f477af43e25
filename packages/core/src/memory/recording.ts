import type { ClickType, ScrollDirection } from '../browser/actuator.js';
import type { Target } from '../browser/recall.js';

export const RECORDING_FORMAT = 'nova-act/recording';
/** Raised when the shape changes in a way that older packages would misread. */
export const RECORDING_VERSION = 1;

/** What told a page, and the state it was in, from others. What is left out was not there. */
export interface PageMarks {
  /** Its address; what changes from visit to visit reads `*`. */
  address: string;
  /** Where it has no first heading. */
  title?: string | undefined;
  language?: string | undefined;
  headings?: string[] | undefined;
  /** Open dialogs, by their names. */
  dialogs?: string[] | undefined;
  /** Whether somebody was signed in. */
  account?: 'in' | 'out' | undefined;
}

/** What was done, to what. A text to be typed is in the words of the prompt, or a variable by its name. */
export type RecordedAction =
  | { do: 'click'; target: Target; clickType?: ClickType | undefined; blurField?: true | undefined }
  | { do: 'hover'; target: Target }
  | { do: 'type'; target: Target; text: string; pressEnter?: true | undefined }
  | {
      do: 'scroll';
      direction: ScrollDirection;
      /** Pixels; left out, as far as one looks on. */
      distance?: number | undefined;
      /** Left out, it is the page. */
      target?: Target | undefined;
    }
  | { do: 'goToUrl'; url: string }
  | { do: 'wait'; seconds: number };

/** One thing that was done, and the page that it was done on. */
export type RecordedStep = { page: PageMarks } & RecordedAction;

/** What is known of a variable: not its value. */
export interface RecordedVariable {
  /** Other values may be put in its place: where it counts, it is named. */
  free: boolean;
  /** Tells whether a value is the one it was recorded with; too short to tell which that was. */
  seen: string;
}

/**
 * An act as it was done, to be read by people and done again: no pictures, no answer, nothing of what a
 * field held. Plain JSON.
 */
export interface Recording {
  format: typeof RECORDING_FORMAT;
  version: typeof RECORDING_VERSION;
  /** With the names of variables in it. */
  prompt: string;
  variables?: Record<string, RecordedVariable> | undefined;
  /** The day, where the prompt speaks of days as seen from today: it is played on that day only. */
  day?: string | undefined;
  /** Whether the agent gave an answer at the end: then it is asked for one again. */
  answers: boolean;
  steps: RecordedStep[];
  /** Why the model is asked after these steps: what came then is not to be done again by itself. */
  open?: string | undefined;
  /** What the page showed at the end, and what had come up by the last thing done. Left out with `open`. */
  end?: (PageMarks & { appeared?: string[] | undefined }) | undefined;
}
