import type { BrowserSession } from './browser-session/browser-session.js';
import type { DownloadOptions } from './download-options.js';
import type { ExtraHeadersOptions } from './extra-headers-options.js';
import type { PlaywrightContext, PlaywrightPage } from './playwright-shapes.js';
import type { RemoteBrowser } from './remote-browser.js';
import type { SharedBrowser } from './shared-browser.js';
import type { SurroundingsOptions } from './surroundings/surroundings-options.js';

/** The window, as the model is told of it. The page's viewport is 87 pixels less high. */
export interface ScreenOptions {
  /** CSS pixels. Default 1600. */
  width?: number | undefined;
  /** CSS pixels, of the window. Default 900: a viewport of 1600×813. */
  height?: number | undefined;
  /**
   * The model is tuned for 1600×813 ± 20 %. Set to use another size all the same, with a warning
   * instead of an error. Default false.
   */
  allowUntested?: boolean | undefined;
}

/** A proxy for the browser. */
export interface ProxyOptions {
  /** `http://host:port`, `https://host:port` or `socks5://host:port`, without user and password. */
  server: string;
  /** For a proxy that asks who it is used by. */
  username?: string | undefined;
  /** Never shown in a log, an error or a trace. */
  password?: string | undefined;
  /** Hosts that are reached directly, separated by commas. */
  bypass?: string | undefined;
}

/**
 * What may be opened and uploaded. The lists of addresses hold for whole documents, of pages, new tabs,
 * frames, objects, downloads and prerendered pages, and for each hop of their redirects; their requests
 * are not sent, and what came to be otherwise is left before it is touched or shown. They do not hold for
 * what an allowed page loads itself: images, scripts, styles, `fetch`, sockets.
 *
 * Whatever the lists, agent and pages are kept from this machine (`localhost`, 127.0.0.0/8, …), its link
 * with the metadata services (169.254.0.0/16, …) and its private network (10.0.0.0/8, …), each unless the
 * program began or went there itself (`startingPage`, `nova.goToUrl`, Playwright's `goto` and
 * `setContent`) or a pattern of `allowedUrls` names the very address. A name that DNS resolves to such an
 * address is not looked up: only `allowedUrls` keeps an agent from those.
 */
export interface SecurityOptions {
  /**
   * The only addresses that may be opened. Default: all. A pattern is one of
   * - a host, with any scheme and port: `example.com`; `*.example.com` for all hosts below it, at any
   *   depth; `localhost:3000` with its port;
   * - a URL, or a host with a path: `https://example.com` for the whole site, `https://example.com/shop/*`,
   *   `https://example.com/search?q=*`. Without a port the scheme's own; without a `?` any query.
   *
   * `*` stands for any text within its part: one in the host never reaches into the path. Hosts are
   * compared as they are reached, however they are spelt (case, IDN, IPv4 in numbers or in IPv6, a dot at
   * the end), and paths in every way a server may read them. What cannot be told for sure is not allowed.
   * @throws ValidationError at construction for a pattern that can match nothing or would work otherwise
   *   than it reads.
   */
  allowedUrls?: readonly string[] | undefined;
  /**
   * Addresses that may not be opened, whatever `allowedUrls` says. Same patterns, in doubt for more: a
   * URL without a port is meant with any, a path in upper and lower case, `/admin/*` with `/admin`.
   */
  blockedUrls?: readonly string[] | undefined;
  /** Lets `file:` URLs be opened. Default false. */
  allowFileUrls?: boolean | undefined;
  /**
   * What the agent may upload: a file; a directory, with or without `/*` at its end, and all below it;
   * names in one directory, `./outbox/*.pdf`; `*` for every file. Default: none. Relative paths are of the
   * working directory. Links are followed before anything is compared: none leads out.
   * They are files of this machine, wherever the browser is: to one that was borrowed or connected to what
   * is in them is sent, up to 50 MB at a time.
   * @throws ValidationError at construction for a pattern that would work otherwise than it reads
   */
  allowedFileUploadPaths?: readonly string[] | undefined;
}

/** A dialog the page opened; the page stands still until it is answered. */
export interface DialogView {
  /** Its kind: `alert`, `confirm`, `prompt` or `beforeunload`. */
  type: 'alert' | 'beforeunload' | 'confirm' | 'prompt';
  /** What the dialog says. */
  message: string;
  /** What the field of a `prompt` holds at first. */
  defaultValue: string;
  /** The address of the page that opened it. */
  url: string;
}
/** What is done with a dialog: accepted, with a text for a `prompt`, or dismissed. */
export type DialogAnswer =
  | 'accept'
  | 'dismiss'
  | {
      /** Typed into the field of a `prompt`, which is then accepted. */
      promptText: string;
    };

/** A tab or popup that a page of the session has opened, as it begins to show. */
export interface PopupView {
  /** Its address, `about:blank` while it has none. */
  url: string;
  /** The address of the page that was acted upon when it opened. */
  openerUrl?: string | undefined;
}
/** Whether the agent goes on in the new tab, or stays where it is. */
export type PopupAnswer = 'follow' | 'stay';

/** Gives the address of a browser. `signal` is aborted when the session does not need it any more. */
export type CdpEndpointFunction = (request: {
  readonly signal: AbortSignal;
}) => string | Promise<string>;

/** Gives the headers for connecting to a browser at that address. */
export type CdpHeadersFunction = (request: {
  readonly endpointUrl: string;
  readonly signal: AbortSignal;
}) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;

/** How the browser is found, opened and used. */
export interface BrowserOptions extends SurroundingsOptions, ExtraHeadersOptions, DownloadOptions {
  /** The first page: http, https or about. A missing scheme means https. Default `about:blank`. */
  startingPage?: string | undefined;
  /**
   * No window. Default `NOVA_ACT_HEADLESS`, else a window where there is a display to show it on.
   * Playwright's own browser is then its headless shell, which starts in a third of the time and
   * takes half the memory but has no PDF viewer, no extensions and a window without bars (`outerHeight`
   * is `innerHeight`): `channel: 'chromium'` has all of them.
   */
  headless?: boolean | undefined;
  /** `chrome`, `chromium`, `msedge` and others of Playwright's. Default `NOVA_ACT_CHROME_CHANNEL`. */
  channel?: string | undefined;
  /** The browser's program. Default `NOVA_ACT_BROWSER_EXECUTABLE`. */
  executablePath?: string | undefined;
  /** A Playwright page of yours (Chromium) to act upon. It is given back open and as it is. */
  page?: PlaywrightPage | undefined;
  /** A Playwright context of yours (Chromium): a page is opened in it, and closed again. */
  context?: PlaywrightContext | undefined;
  /**
   * A running browser: `http://host:port` or `ws://…`. A page is opened in it, and closed again. Or a
   * function that gives that within 60 s, called for each connection: signed addresses end. Its path and
   * query are never shown in a log, an error or a trace.
   * @throws ValidationError that names it, within the `StartFailedError`, when the function fails, is late
   *   or gives something else
   */
  cdpEndpointUrl?: string | CdpEndpointFunction | undefined;
  /**
   * Headers for connecting to `cdpEndpointUrl`, or a function that gives them within 60 s, called for each
   * connection and after that for the address. Never shown in a log, an error or a trace.
   * @throws ValidationError as for `cdpEndpointUrl`
   */
  cdpHeaders?: Readonly<Record<string, string>> | CdpHeadersFunction | undefined;
  /**
   * Of the browser at `cdpEndpointUrl`: `new` (the default) opens a page and closes it again; `existing`
   * acts upon the page in front there, of several in front the one that was loaded last, at the size it has
   * and from where it is (unless there is a `startingPage`), and leaves it open. Where no page is open that
   * is a `ValidationError`.
   */
  cdpUsePage?: 'existing' | 'new' | undefined;
  /**
   * One browser for many sessions, each in a context of its own: `sharedBrowser()`. Or one that is started
   * elsewhere for this session and ended with it: `agentCoreBrowser()`, or a `RemoteBrowser` of your own.
   */
  browser?: SharedBrowser | RemoteBrowser | undefined;
  /** A Chrome profile directory to start from. */
  userDataDir?: string | undefined;
  /** Works on a copy of `userDataDir`, deleted at the end. Default true: a profile takes one browser. */
  cloneUserDataDir?: boolean | undefined;
  /**
   * The profile inside `userDataDir`, such as `Profile 1`. A copy has no other profile then.
   * `chromeProfile('Default')` gives all of these for the Chrome on this machine.
   */
  profileDirectory?: string | undefined;
  /**
   * Lets the browser use the keys that the system keeps for it (macOS keychain, Linux keyring, for which the
   * system may ask a person), so that it can read the cookies and passwords that your own Chrome has encrypted
   * in `userDataDir`. Default false: it has keys of its own.
   */
  systemKeychain?: boolean | undefined;
  /** The size of the page. Default 1600×813, which the model is tuned for. */
  screen?: ScreenOptions | undefined;
  /**
   * What pages and servers are told of the browser. Default: the browser's own, without `Headless`, with
   * ` Agent-NovaAct/0.9` at its end; in a browser or context that was there before, its own. Given there, it
   * holds for the pages of the session with their frames and workers, no longer than the session. A new tab
   * is asked for with it, but the scripts of its first page may still be told the browser's own; so are
   * service workers.
   */
  userAgent?: string | undefined;
  /** A proxy that the browser goes through; the library itself does not. */
  proxy?: ProxyOptions | undefined;
  /** More arguments for the browser, after those of `NOVA_ACT_BROWSER_ARGS`. */
  browserArgs?: readonly string[] | undefined;
  /** Records each page as a WebM file, written when the session stops. Needs Playwright's ffmpeg. */
  recordVideo?:
    | {
        /** The folder that the files are written to; made where there is none. */
        directory: string;
        /** The size of the picture. Default: that of the page. */
        size?:
          | {
              /** Pixels from left to right. */
              width: number;
              /** Pixels from top to bottom. */
              height: number;
            }
          | undefined;
      }
    | undefined;
  /**
   * Records each act by Playwright's own tracing, for its trace viewer: beside the act's page in
   * `logsDirectory`, under its name, as `.zip`. It holds all that the pages had and sent, nothing hidden,
   * and makes every step slower. A borrowed context must not be traced already. Default false.
   */
  playwrightTrace?: boolean | undefined;
  /** Opens pages whose certificate is not valid. Default false. */
  ignoreHttpsErrors?: boolean | undefined;
  /** For a navigation to be answered: 1–600,000 ms. Default 60,000. */
  goToUrlTimeoutMs?: number | undefined;
  /** Sends the page's simplified HTML with each observation. Default `NOVA_ACT_CAPTURE_DOM`, else false. */
  captureDom?: boolean | undefined;
  /** What the agent may open and upload. */
  security?: SecurityOptions | undefined;
  /**
   * CSS selectors of what nobody but the page's own visitor is to see. What they match, and all in it, is
   * painted over in every picture that is sent or shown (to the service, in events and traces, with
   * questions to people) and left empty in the DOM that is sent, in every frame and shadow root. They are
   * matched within one document or shadow root each. The page itself stays as it is.
   *
   * Fields for passwords and payment are masked besides, once they hold anything: inputs of type
   * `password`, those drawn as dots, and those whose `autocomplete` is `current-password`,
   * `new-password`, `one-time-code`, `cc-number`, `cc-csc`, `cc-exp`, `cc-exp-month` or `cc-exp-year`.
   * `[]`, the default, is these alone; `false` is no masks at all, but for `secrets`.
   *
   * Not masked: the video of `recordVideo`, the page that a person takes over (they have it in hand), and
   * what your own code takes of `nova.page`.
   * @throws ValidationError for what is no selector: at construction, or with the start where only a page can tell
   */
  mask?: readonly string[] | false | undefined;
  /**
   * Where cookies and storage are loaded from at the start and saved to at the stop; in a borrowed page or
   * context, over CDP and in a profile too. There nothing that is there already is written over, what is
   * restored stays when the session ends, and a tab is opened for a moment to write storage from.
   */
  browserSession?: BrowserSession | undefined;
  /**
   * Answers the page's dialogs. Default: `alert` and `beforeunload` are accepted, `confirm` and
   * `prompt` dismissed; the agent is told of each either way.
   */
  onDialog?: ((dialog: DialogView) => DialogAnswer | Promise<DialogAnswer>) | undefined;
  /**
   * What becomes of a tab or popup that a page opens. `follow` (the default): the agent goes on in it, waits
   * up to 10 s for its page, and is back when it closes. `stay`: it is left open behind the page that is
   * acted upon. A callback decides for each; one that fails counts as `follow`.
   */
  popups?: PopupAnswer | ((popup: PopupView) => PopupAnswer | Promise<PopupAnswer>) | undefined;
  /** How the page is found to have come to rest. Default `events`. */
  settle?: 'events' | 'polling' | undefined;
  /**
   * Settling by `events` follows timers, workers and closed shadow roots too. Pages could notice: it
   * stands in front of `setTimeout` and its kin in the page. Default true; without it a page that is
   * quiet before it changes may be looked at too early.
   */
  followScheduling?: boolean | undefined;
}
