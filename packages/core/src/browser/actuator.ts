import type { Page } from 'playwright';
import type { JsonValue } from '../wire/json.js';
import type { Observation } from '../wire/observation.js';

/** A rectangle in CSS pixels of the viewport; top < bottom, left < right, all inside it. */
export interface Box {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export type ClickType = 'left' | 'left-double' | 'right';
export type ScrollDirection = 'up' | 'down' | 'left' | 'right';

export interface ClickOptions {
  clickType: ClickType;
  /** Takes the focus out of the field after the click. */
  blurField?: boolean;
}
export interface TypeOptions {
  pressEnter: boolean;
}
export interface ScrollOptions {
  /** Pixels; default 75 % of the visible size of what is scrolled. */
  distance?: number;
}

/** How the page came to rest: shown on the step and in the trace. */
export interface SettleReport {
  /** What was waited for, for people: `fetch /api/x 300 ms, then quiet`. */
  reason: string;
  durationMs: number;
}

/**
 * The hand in the browser. Each action resolves when it is done, with what was hit or nothing; it
 * throws `AgentRedirectError` for what the agent can do another way, and any other error ends the
 * act. An action looks at `signal` before each thing it does to the page: once it is aborted,
 * nothing more is clicked or typed.
 */
export interface Actuator {
  /** Opens or borrows the browser and goes to the starting page. */
  start(signal: AbortSignal): Promise<void>;
  /** Closes what `start` opened, and nothing else. Safe to call twice, or after a failed start. */
  stop(): Promise<void>;

  click(box: Box, options: ClickOptions, signal: AbortSignal): Promise<JsonValue | undefined>;
  hover(box: Box, signal: AbortSignal): Promise<JsonValue | undefined>;
  scroll(
    direction: ScrollDirection,
    box: Box,
    options: ScrollOptions,
    signal: AbortSignal,
  ): Promise<JsonValue | undefined>;
  type(
    text: string,
    box: Box,
    options: TypeOptions,
    signal: AbortSignal,
  ): Promise<JsonValue | undefined>;
  goToUrl(url: string, signal: AbortSignal): Promise<JsonValue | undefined>;
  /** Pauses; 0 lets the page settle. */
  wait(seconds: number, signal: AbortSignal): Promise<JsonValue | undefined>;
  /** Waits until the effects of the last action have come to rest. */
  settle(signal: AbortSignal): Promise<SettleReport>;
  observe(signal: AbortSignal): Promise<Observation>;

  /** The Playwright page acted upon, where there is one. */
  readonly page?: Page;
  readonly pages?: readonly Page[];
}
