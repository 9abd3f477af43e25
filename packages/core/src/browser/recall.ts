/** What tells an element from its equals: the texts around it. */
export interface Surroundings {
  /**
   * `equals`: others of its role and name were on the page, and these texts are of the part that only it
   * is in. `row`: it is in an item of a list, a row, a card. `around`: what stands nearest to it.
   */
  kind: 'equals' | 'row' | 'around';
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
  role: string;
  name: string;
  /** What kind of value a field takes: the type of an input. */
  valueKind?: string | undefined;
  /** What a switch or a menu was before: `checked: false`. */
  state?: Record<string, boolean> | undefined;
  near?: Surroundings | undefined;
  /**
   * There where it is one of several of a kind, an entry of a list or a choice: what is said of it, and of
   * none of the others.
   */
  entry?: string[] | undefined;
  /** Which of its equals it was: for people, never what it is found by. */
  place?: { index: number; of: number } | undefined;
  /** The names of the custom elements whose shadow roots it is in, outermost first. */
  shadow?: string[] | undefined;
  frames?: FramePlace[] | undefined;
}

/** What was there and why it cannot be found again, or the description. */
export type Described = { target: Target; hit: string } | { unknowable: string };

/** Where the target is now, or why nothing is done. */
export type Found =
  | { box: { top: number; left: number; bottom: number; right: number } }
  | { missing: string };

/** What tells one page, and one state of it, from another. */
export interface PageFacts {
  /** When its document began, in epoch ms: another one, also at the same address, began later. */
  beganAtMs: number;
  /** Its address. */
  url: string;
  /** Its title. */
  title: string;
  /** Of the document, without its region. */
  language: string;
  /** First headings, in order. */
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
