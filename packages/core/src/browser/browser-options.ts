import type { BrowserContext, Page } from 'playwright';
import type { BrowserSession } from './browser-session/browser-session.js';
import type { SharedBrowser } from './open/shared-browser.js';

/** The window, as the model is told of it. The page's viewport is 87 pixels less high. */
export interface ScreenOptions {
  /** CSS pixels. Default 1600. */
  width?: number;
  /** CSS pixels, of the window. Default 900: a viewport of 1600×813. */
  height?: number;
  /**
   * The model is tuned for 1600×813 ± 20 %. Set to use another size all the same, with a warning
   * instead of an error. Default false.
   */
  allowUntested?: boolean;
}

export interface ProxyOptions {
  /** `http://host:port`, `https://host:port` or `socks5://host:port`, without user and password. */
  server: string;
  username?: string;
  /** Never shown in a log, an error or a trace. */
  password?: string;
  /** Hosts that are reached directly, separated by commas. */
  bypass?: string;
}

/** What the agent may do beyond the page. Everything not allowed here is refused. */
export interface SecurityOptions {
  /**
   * The only addresses that may be opened. A pattern is a host (`example.com`, `*.example.com`) or,
   * with a scheme, a whole URL with `*` for any text (`https://example.com/shop/*`). Default: all.
   */
  allowedUrls?: readonly string[];
  /** Addresses that may not be opened, whatever `allowedUrls` says. Same patterns. */
  blockedUrls?: readonly string[];
  /** Lets `file:` URLs be opened. Default false. */
  allowFileUrls?: boolean;
  /** Files, and directories with all below them, that the agent may upload. Default: none. */
  allowedFileUploadPaths?: readonly string[];
}

/** A dialog the page opened; the page stands still until it is answered. */
export interface DialogView {
  type: 'alert' | 'beforeunload' | 'confirm' | 'prompt';
  message: string;
  defaultValue: string;
  url: string;
}
export type DialogAnswer = 'accept' | 'dismiss' | { promptText: string };

/** How the browser is found, opened and used. */
export interface BrowserOptions {
  /** The first page: http, https or about. A missing scheme means https. Default `about:blank`. */
  startingPage?: string;
  /**
   * No window. Default `NOVA_ACT_HEADLESS`, else a window where there is a display to show it on.
   * Playwright's own browser is then its headless shell, which starts in a third of the time and
   * takes half the memory but has no PDF viewer and no extensions: `channel: 'chromium'` has both.
   */
  headless?: boolean;
  /** `chrome`, `chromium`, `msedge` and others of Playwright's. Default `NOVA_ACT_CHROME_CHANNEL`. */
  channel?: string;
  /** The browser's program. Default `NOVA_ACT_BROWSER_EXECUTABLE`. */
  executablePath?: string;
  /** A Playwright page of yours (Chromium) to act upon. It is given back open and as it is. */
  page?: Page;
  /** A Playwright context of yours (Chromium): a page is opened in it, and closed again. */
  context?: BrowserContext;
  /** A running browser: `http://host:port` or `ws://…`. A page is opened in it, and closed again. */
  cdpEndpointUrl?: string;
  /** Headers for connecting to `cdpEndpointUrl`. Never shown in a log, an error or a trace. */
  cdpHeaders?: Readonly<Record<string, string>>;
  /** One browser for many sessions, each in a context of its own: `sharedBrowser()`. */
  browser?: SharedBrowser;
  /** A Chrome profile directory to start from. */
  userDataDir?: string;
  /** Works on a copy of `userDataDir`, deleted at the end. Default true: a profile takes one browser. */
  cloneUserDataDir?: boolean;
  /** The profile inside `userDataDir`, such as `Profile 1`. */
  profileDirectory?: string;
  screen?: ScreenOptions;
  /** Default: the browser's own, without `Headless`, with ` Agent-NovaAct/0.9` at its end. */
  userAgent?: string;
  proxy?: ProxyOptions;
  /** More arguments for the browser, after those of `NOVA_ACT_BROWSER_ARGS`. */
  browserArgs?: readonly string[];
  /** Records each page as a WebM file, written when the session stops. Needs Playwright's ffmpeg. */
  recordVideo?: { directory: string; size?: { width: number; height: number } };
  /** Opens pages whose certificate is not valid. Default false. */
  ignoreHttpsErrors?: boolean;
  /** For a navigation to be answered: 1–600,000 ms. Default 60,000. */
  goToUrlTimeoutMs?: number;
  /** Sends the page's simplified HTML with each observation. Default `NOVA_ACT_CAPTURE_DOM`, else false. */
  captureDom?: boolean;
  security?: SecurityOptions;
  /** Where cookies and local storage are loaded from at the start and saved to at the stop. */
  browserSession?: BrowserSession;
  /**
   * Answers the page's dialogs. Default: `alert` and `beforeunload` are accepted, `confirm` and
   * `prompt` dismissed; the agent is told of each either way.
   */
  onDialog?(dialog: DialogView): DialogAnswer | Promise<DialogAnswer>;
  /** How the page is found to have come to rest. Default `events`. */
  settle?: 'events' | 'polling';
  /**
   * Settling by `events` follows timers, workers and closed shadow roots too. Pages could notice: it
   * stands in front of `setTimeout` and its kin in the page. Default true; without it a page that is
   * quiet before it changes may be looked at too early.
   */
  followScheduling?: boolean;
}
