/** What tells an element from its equals: the texts around it. */
export interface Surroundings {
  /**
   * `equals`: others of its role and name were on the page, and these texts are of the part that only it
   * is in. `row`: it is in an item of a list, a row, a card. `around`: what stands nearest to it.
   */
  kind: 'equals' | 'row' | 'around';
  /** Visible texts, its titles first: at most 8, each cut at 80 characters. */
  texts: string[];
}

/** An iframe on the way to an element, outermost first. */
export interface FramePlace {
  /** Its title or name; empty where it has none. */
  label: string;
  /** The address of its document, without what changes from visit to visit. */
  address: string;
}

/** An element as a person would say it; nothing of what a field holds. */
export interface Target {
  /** What kind of element it is, as ARIA names it: `button`, `textbox`. */
  role: string;
  /** What it is called on the page: its accessible name. Empty where it has none. */
  name: string;
  /** What kind of value a field takes: the type of an input. */
  valueKind?: string | undefined;
  /** What a switch or a menu was before: `checked: false`. */
  state?: Record<string, boolean> | undefined;
  /** What tells it from others like it; absent where role and name are enough. */
  near?: Surroundings | undefined;
  /**
   * There where it is one of several of a kind, an entry of a list or a choice: what is said of it, and of
   * none of the others.
   */
  entry?: string[] | undefined;
  /** Which of its equals it was: for people, never what it is found by. */
  place?:
    | {
        /** From 1. */
        index: number;
        /** How many of its role and name were on the page, itself included. */
        of: number;
      }
    | undefined;
  /** The names of the custom elements whose shadow roots it is in, outermost first. */
  shadow?: string[] | undefined;
  /** The iframes that it is in; absent on the page itself. */
  frames?: FramePlace[] | undefined;
}

/** What was there and why it cannot be found again, or the description. */
export type Described =
  | {
      /** The description that it can be found by. */
      target: Target;
      /** The element in the words of an action's result: `button "Go"`. */
      hit: string;
    }
  | {
      /** Why it cannot be found again, for people. */
      unknowable: string;
    };

/** Where the target is now, or why nothing is done. */
export type Found =
  | {
      /** Where it is, in CSS pixels of the viewport. */
      box: {
        /** The upper edge, in CSS pixels from the top of the viewport. */
        top: number;
        /** The left edge, in CSS pixels from the left of the viewport. */
        left: number;
        /** The lower edge, in CSS pixels from the top of the viewport. */
        bottom: number;
        /** The right edge, in CSS pixels from the left of the viewport. */
        right: number;
      };
    }
  | {
      /** Why nothing is done, for people: `is covered by …`. */
      missing: string;
    };

/** What tells one page, and one state of it, from another. */
export interface PageFacts {
  /** When its document began, in epoch ms: another one, also at the same address, began later. */
  beganAtMs: number;
  /** The address of the document, as the browser shows it. */
  url: string;
  /** The title of the document; empty where it has none. */
  title: string;
  /** The language that the document says it is in, without its region: `en`. Empty where it says none. */
  language: string;
  /** Its first headings (`h1`, or ARIA's of level 1), at most five, in order. */
  headings: string[];
  /** The names of open dialogs. */
  dialogs: string[];
  /** Whether somebody is signed in, where the page says it by offering to sign in or out. */
  account: 'in' | 'out' | 'unknown';
  /** Short texts on the page. Not kept: what came up by an action is told by the difference. */
  texts: string[];
}

/** A rectangle in CSS pixels of the viewport. */
interface Box {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A page and what is looked for on it, seen in one moment. */
export interface Glimpse {
  /** What tells the page, in the same moment. */
  facts: PageFacts;
  /**
   * Where the target is, if it is there for certain and a pointer meets it as the page stands. Absent: only
   * `find` says whether it is there.
   */
  box?: Box | undefined;
}

/**
 * Knows elements again: says of what lies in a box what a person would say of it, and finds on the page
 * as it is what was said before. It looks only; nothing here acts upon a page, but that a search brings
 * what it found into view.
 */
export interface Recall {
  /** What an action on this box would meet; of a field that is typed into, the field. */
  describe(box: Box, as: 'pressed' | 'typed into', signal: AbortSignal): Promise<Described>;
  /** Where the target is on the page, alone, visible and met by a pointer; or why it is not. */
  find(target: Target, signal: AbortSignal): Promise<Found>;
  /** The same with what tells the page, in one question instead of two. Nothing is brought into view. */
  glimpse(target: Target, signal: AbortSignal): Promise<Glimpse>;
  /** What tells this page, and this state of it, from others. */
  facts(signal: AbortSignal): Promise<PageFacts>;
}
