import type { Page } from 'playwright';
import type { Actuator, ClickType } from '../../../packages/core/src/browser/actuator.js';

/** The hand on one page of the gallery, its boxes drawn around elements as a model would draw them. */
export interface ActionHand {
  readonly actuator: Actuator;
  readonly page: Page;
  click(selector: string, clickType?: ClickType): Promise<unknown>;
  hover(selector: string): Promise<unknown>;
  type(selector: string, text: string, pressEnter?: boolean): Promise<unknown>;
  scroll(direction: 'up' | 'down' | 'left' | 'right', selector: string): Promise<unknown>;
  settle(): Promise<void>;
}

/** A small page, what is done on it, and the state it must be in then. */
export interface ActionPage {
  /** What the page is a kind of, as the test's title. */
  readonly name: string;
  /** Served at `/<n>`, which is `SELF` in it; what is below `slow` there takes 300 ms, `late` 2.5 s. */
  readonly html: string;
  /** The document of an iframe: `SAME` in the page's HTML is its address, `OTHER` that on another site. */
  readonly frame?: string;
  /** The name of a script of `bundles/`, put in as `BUNDLE`. */
  readonly bundle?: string;
  act(hand: ActionHand): Promise<unknown>;
  /** Evaluated in the page afterwards, or in the frame of that index. */
  readonly state: string;
  readonly stateInFrame?: number;
  readonly is: unknown;
  /** Matched by what `act` gave; a pattern is matched by the redirect that it was rejected with. */
  readonly says?: unknown;
}

/** Counts clicks as `hits`, with what was clicked. */
export const counter = 'onclick="window.hits = (window.hits ?? 0) + 1"';
