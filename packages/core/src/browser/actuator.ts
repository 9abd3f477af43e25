import type { Page } from 'playwright';
import type { JsonValue } from '../wire/json.js';
import type { Observation } from '../wire/observation.js';
import type { DownloadView } from './download-options.js';
import type { PageProblem } from './problems/page-problem.js';
import type { Recall } from './recall.js';

/** A rectangle in CSS pixels of the viewport; top < bottom, left < right, all inside it. */
export interface Box {
  /** CSS pixels from the top of the viewport. */
  top: number;
  /** CSS pixels from the left of the viewport. */
  left: number;
  /** The lower edge, in CSS pixels from the top of the viewport. */
  bottom: number;
  /** The right edge, in CSS pixels from the left of the viewport. */
  right: number;
}

/** Which click: the left button once or twice, or the right button. */
export type ClickType = 'left' | 'left-double' | 'right';
/** Where the view goes. */
export type ScrollDirection = 'up' | 'down' | 'left' | 'right';

/** How something is clicked. */
export interface ClickOptions {
  /** Which button, and how often. */
  clickType: ClickType;
  /** Takes the focus out of the field after the click. */
  blurField?: boolean | undefined;
}
/** What comes before and after the typing. */
export interface TypeOptions {
  /** True: Enter is pressed after the text. */
  pressEnter: boolean;
  /**
   * To be told, before anything is typed, whether the field hides what it holds, as password fields do:
   * the text is then shown nowhere. A hand that does not call it has no such fields.
   */
  onField?: ((field: { secret: boolean }) => void) | undefined;
  /**
   * There when the text names secrets, `{{password}}`: gives the text to type instead. To be called with
   * the address of the document that the field is in, before anything is typed and again for each other
   * document that the typing moves on to. What it gives goes into the field, and nowhere else: not into
   * what `type` resolves to, nor into an error. A hand that does not call it types the names.
   * @throws AgentRedirectError when the document may not have it
   */
  reveal?: ((documentUrl: string) => Promise<string>) | undefined;
}
/** How far is scrolled. */
export interface ScrollOptions {
  /** Pixels; default 75 % of the visible size of what is scrolled. */
  distance?: number | undefined;
}

/** How the program wants to go to a page. What is left out is as the hand does it by itself. */
export interface NavigationOptions {
  /** For the page to be answered, or to come as far as `waitUntil`. */
  timeoutMs?: number | undefined;
  /**
   * How far the page is to come: as Playwright has it. Default: until its document has been read, for 3 s at
   * most, where the program goes; `commit`, its answer has begun, where the agent does.
   */
  waitUntil?: 'commit' | 'domcontentloaded' | 'load' | 'networkidle' | undefined;
  /** The page that it is said to be reached from. */
  referer?: string | undefined;
}

/** How a look is taken that is for the library alone. */
export interface GlanceOptions {
  /** Nobody is shown what is seen: picture and DOM may be left empty. Default false. */
  unseen?: boolean | undefined;
}

export interface RestOptions extends GlanceOptions {
  /**
   * Whether the page has come to where somebody waits for it to come. Asked when nothing that is followed
   * goes on any more; then a shorter look at whether it holds still will do. What it throws is a no.
   */
  arrived?: (() => Promise<boolean>) | undefined;
}

/** How the page came to rest: shown on the step and in the trace. */
export interface SettleReport {
  /** What was waited for, for people: `fetch /api/x 300 ms, then quiet`. */
  reason: string;
  /** Milliseconds that were waited. */
  durationMs: number;
  /** What happened beside: a tab that opened, a download and the action that began it. */
  notes?: readonly string[] | undefined;
}

/** What is known of a page beside what is sent of it. */
export interface PageNotes {
  /** Of the document that was last looked at. */
  title?: string | undefined;
  /** What its console, scripts and requests complained of since this was last asked. */
  problems: readonly PageProblem[];
}

/** Records what happens in the browser between `begin` and `end`, over and over. */
export interface BrowserRecorder {
  /** Records from now on, for one act; what it throws fails the act. */
  begin(): Promise<void>;
  /** Resolves when the file is there; without one, what was recorded is dropped. Never rejects. */
  end(file: string | undefined): Promise<void>;
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
  /**
   * Closes what `start` opened, and nothing else. Safe to call twice, during a start, or after a failed
   * one. `signal` is aborted when it has taken too long: what is then open is to be let go at once.
   */
  stop(signal?: AbortSignal): Promise<void>;
  /** How long `stop` may take before the session goes on without it, in ms. Default 15,000. */
  readonly stopTimeoutMs?: number | undefined;

  /** Clicks in the centre of the box. Resolves to `{ hit: … }`, say, for what the pointer met. */
  click(box: Box, options: ClickOptions, signal: AbortSignal): Promise<JsonValue | undefined>;
  /** Moves the pointer to the centre of the box and leaves it there. */
  hover(box: Box, signal: AbortSignal): Promise<JsonValue | undefined>;
  /** Scrolls what lies in the box, or what scrolls around it; by `distance` pixels. */
  scroll(
    direction: ScrollDirection,
    box: Box,
    options: ScrollOptions,
    signal: AbortSignal,
  ): Promise<JsonValue | undefined>;
  /** Replaces what the field in the box holds by `text`. */
  type(
    text: string,
    box: Box,
    options: TypeOptions,
    signal: AbortSignal,
  ): Promise<JsonValue | undefined>;
  /** `by` whom: an agent is kept to fewer addresses than the program. Left out, it is the program. */
  goToUrl(
    url: string,
    signal: AbortSignal,
    by?: 'agent' | 'program',
    options?: NavigationOptions,
  ): Promise<JsonValue | undefined>;
  /** Pauses; 0 lets the page settle. */
  wait(seconds: number, signal: AbortSignal): Promise<JsonValue | undefined>;
  /** Somebody else (a tool) may now work on the page: the next `settle` waits for what comes of that. */
  expectChange?: ((signal: AbortSignal) => Promise<void>) | undefined;
  /** Waits until the effects of the last action have come to rest. */
  settle(signal: AbortSignal, options?: RestOptions): Promise<SettleReport>;
  /** Looks at the page in front: picture, address, sizes, and its DOM where that was asked for. */
  observe(signal: AbortSignal, options?: GlanceOptions): Promise<Observation>;
  /**
   * A JPEG of the page in front in base64, in which nothing is to be seen that an observation does not show.
   * Without it `observe` is asked for one, and nobody can have the whole page.
   */
  screenshot?:
    | ((options: { readonly fullPage: boolean }, signal: AbortSignal) => Promise<string>)
    | undefined;

  /** For traces, asked after each look and when an act ends. Each problem is told once. */
  takePageNotes?: (() => PageNotes) | undefined;

  /** What records the browser, act by act, where that was asked for. */
  readonly recorder?: BrowserRecorder | undefined;

  /** Knows elements again, for acts that are remembered; a hand without it has no `memory`. */
  readonly recall?: Recall | undefined;

  /** The Playwright page acted upon, where there is one. */
  readonly page?: Page | undefined;
  /** All open pages of the session, where the hand has Playwright pages. */
  readonly pages?: readonly Page[] | undefined;
  /** The downloads that have begun by now, once each has ended; also when it has stopped. */
  downloads?: (() => Promise<readonly DownloadView[]>) | undefined;
}
