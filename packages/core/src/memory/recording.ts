import type { ClickType, ScrollDirection } from '../browser/actuator.js';
import type { Target } from '../browser/recall.js';

export const RECORDING_FORMAT = 'nova-act/recording';
/** Raised when the shape changes in a way that older packages would misread. */
export const RECORDING_VERSION = 1;

/** What told a page, and the state it was in, from others. What is left out was not there. */
export interface PageMarks {
  /**
   * Its address; what changes from visit to visit reads `*`. One that begins with `/` is of the origin of the
   * memory's `baseUrl`, whichever that is.
   */
  address: string;
  /** Where it has no first heading. */
  title?: string | undefined;
  /** The language that the document says it is in, without its region: `en`. */
  language?: string | undefined;
  /** Its headings of the first level, at most five, in order. */
  headings?: string[] | undefined;
  /** Open dialogs, by their names. */
  dialogs?: string[] | undefined;
  /** Whether somebody was signed in. */
  account?: 'in' | 'out' | undefined;
}

/** What was done, to what. A text to be typed is in the words of the prompt, or a variable by its name. */
export type RecordedAction =
  | {
      /** A click. */
      do: 'click';
      /** What was clicked. */
      target: Target;
      /** Which button, and how often; left out, the left one once. */
      clickType?: ClickType | undefined;
      /** The focus was taken out of the field after the click. */
      blurField?: true | undefined;
    }
  | {
      /** The pointer was moved there, and left. */
      do: 'hover';
      /** What it was moved to. */
      target: Target;
    }
  | {
      /** A field was given a text, in the place of what it held. */
      do: 'type';
      /** The field. */
      target: Target;
      /** Words of the prompt, or `{{name}}` for a variable or a secret: never its value. */
      text: string;
      /** Enter was pressed after the text. */
      pressEnter?: true | undefined;
    }
  | {
      /** The view was moved. */
      do: 'scroll';
      /** Where the view went. */
      direction: ScrollDirection;
      /** Pixels; left out, as far as one looks on. */
      distance?: number | undefined;
      /** What was scrolled; left out, it is the page. */
      target?: Target | undefined;
    }
  | {
      /** The page went to an address that was not on it. */
      do: 'goToUrl';
      /** The address, whole. */
      url: string;
    }
  | {
      /** The page went to an address of the site that was not on it. */
      do: 'goToUrl';
      /** What comes after the origin, which is that of the memory's `baseUrl`. */
      path: string;
    }
  | {
      /** Nothing was done for a time. */
      do: 'wait';
      /** For how long; 0 until the page has come to rest. */
      seconds: number;
    };

/** One thing that was done, and the page that it was done on. */
export type RecordedStep = {
  /** The page as it was before: on no other is it done again. */
  page: PageMarks;
} & RecordedAction;

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
  /** Says what this is: a recording of this library. */
  format: typeof RECORDING_FORMAT;
  /** Of this shape; one of another version is not played. */
  version: typeof RECORDING_VERSION;
  /** With the names of variables in it. */
  prompt: string;
  /** The variables that the prompt and the steps name, by their names. */
  variables?: Record<string, RecordedVariable> | undefined;
  /** The day, where the prompt speaks of days as seen from today: it is played on that day only. */
  day?: string | undefined;
  /** Whether the agent gave an answer at the end: then it is asked for one again. */
  answers: boolean;
  /** What was done, in order. */
  steps: RecordedStep[];
  /** Why the model is asked after these steps: what came then is not to be done again by itself. */
  open?: string | undefined;
  /** What the page showed at the end, and what had come up by the last thing done. Left out with `open`. */
  end?:
    | (PageMarks & {
        /** Short texts without digits that were not there before the last step. */
        appeared?: string[] | undefined;
      })
    | undefined;
}
