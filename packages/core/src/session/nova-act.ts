import type { Page } from 'playwright';
import type { ActOptions } from '../act/act-options.js';
import { type ActGetResult, type ActResult, withSteps } from '../act/result.js';
import type { DownloadView } from '../browser/download-options.js';
import { createPlaywrightActuator } from '../browser/playwright-actuator.js';
import { readConfig } from '../config.js';
import { systemClock } from '../deadline/clock.js';
import { NotStartedError } from '../errors/index.js';
import { guardedLogger } from '../logger.js';
import { type Schema, type SchemaOutput, stringSchema } from '../schema/index.js';
import type { Vault } from '../secrets/vault.js';
import type { TraceWriter } from '../trace/index.js';
import { type ActAsked, ActDesk } from './act-desk.js';
import { ActStream, type ActWatcher } from './act-stream.js';
import { checkSessionOptions } from './check-options.js';
import { type DownloadsOptions, downloadsOf } from './downloads-of.js';
import { EventHub } from './event-hub.js';
import { checkGoToUrlOptions, type GoToUrlOptions } from './go-to-url-options.js';
import { navigate } from './navigate.js';
import { Session } from './session.js';
import { SessionLife, type SessionState } from './session-life.js';
import { sessionListeners } from './session-listeners.js';
import type { SessionOptions, SessionSeams, StopHookOf } from './session-options.js';
import { bindSessionRun } from './session-run.js';
import type { SessionSummary, SessionTally } from './session-summary.js';
import { StopHooks } from './stop/stop-hooks.js';
import {
  checkScreenshotOptions,
  type ScreenshotOptions,
  takeScreenshot,
} from './take-screenshot.js';
import { type SessionTraceFiles, sessionTraceFiles } from './trace/session-trace-files.js';
import { useSession } from './use-session.js';

/** Called by `stop()` while the browser is still open and the traces are written, in order, each awaited. */
export interface StopHook extends StopHookOf<NovaAct> {}

/** Everything a session can be told. Each option has a working default. */
export interface NovaActOptions extends SessionOptions<NovaAct> {}

/**
 * A browser that does what it is told in natural language.
 *
 * It binds to its workflow when it is constructed: the one given as `workflow`, else the one this
 * code runs in, else (with an API key) a run of its own that lives as long as the session. One act
 * runs at a time.
 *
 * ```ts
 * await NovaAct.use({ startingPage: 'https://example.com' }, async (nova) => {
 *   await nova.act('Open the pricing page');
 * });
 * ```
 */
export class NovaAct implements AsyncDisposable {
  /** The traces of this session, with the option `logsDirectory`; also once it is stopped. */
  readonly trace: SessionTraceFiles;
  readonly #session: Session;
  readonly #desk: ActDesk;
  readonly #life: SessionLife;
  readonly #tally: SessionTally;
  readonly #hooks: StopHooks<NovaAct>;
  readonly #traces: TraceWriter | undefined;
  readonly #secrets: Vault;

  /**
   * Nothing is opened yet; call `start()`.
   * @throws ValidationError for an option that cannot be used; AuthError when there is no run to act in.
   */
  constructor(options: NovaActOptions = {}) {
    const { tools, secrets } = checkSessionOptions(options);
    const given = options.logger && guardedLogger(options.logger);
    const config = readConfig(undefined, given);
    const { clock = systemClock }: NovaActOptions & SessionSeams = options;
    const reach = { config, clock, logger: given ?? config.logger };
    const run = bindSessionRun(options, reach);
    const logger = secrets.logger(given ?? guardedLogger(run.workflow?.logger ?? config.logger));
    const onDownload = (download: DownloadView) =>
      this.#life.tell({ type: 'download', ...download });
    const hooks = { onDownload, hiddenTexts: secrets.hiddenTexts };
    const actuator =
      options.actuator ??
      secrets.within(() => createPlaywrightActuator(options, config, logger, clock, hooks));
    this.#session = new Session(run, actuator, logger, clock, secrets);
    const { all, traces, tally } = sessionListeners(options, logger);
    const hub = new EventHub(all, logger);
    this.#tally = tally;
    this.#traces = traces;
    this.#secrets = secrets;
    this.trace = sessionTraceFiles(traces, () => this.#session.path?.sessionId, clock);
    this.#hooks = new StopHooks<NovaAct>(this, options.stopHooks ?? []);
    this.#life = new SessionLife({
      session: this.#session,
      hub,
      options,
      hooks: this.#hooks,
      traces,
      idle: () => this.#desk.idle(),
    });
    const { signals } = this.#life;
    const session = this.#session;
    this.#desk = new ActDesk({ session, options, tools, secrets, hub, traces, signals });
  }

  /** Constructs and starts. Everything is closed again when the start fails. @throws StartFailedError */
  static async start(options: NovaActOptions = {}): Promise<NovaAct> {
    const nova = new NovaAct(options);
    await nova.start();
    return nova;
  }

  /**
   * Starts, runs `body` and closes, however it ends; gives what `body` resolves to. A run of the
   * session's own is `FAILED` when `body` fails.
   * @throws what `body` throws, with a failing `stop()` as `suppressed`; StartFailedError;
   *   StopFailedError; ActCanceledError when `signal` is aborted and `body` goes on.
   */
  static async use<T>(options: NovaActOptions, body: (nova: NovaAct) => T): Promise<Awaited<T>> {
    const nova = await NovaAct.start(options);
    const failed = () => {
      nova.#session.allSucceeded = false;
    };
    const session = { stop: () => nova.stop(), failed };
    return useSession(session, () => body(nova), options.signal);
  }

  /**
   * Creates the session on the service, opens the browser and goes to the starting page.
   * @throws StartFailedError with everything closed again; NotStartedError when called twice.
   */
  async start(): Promise<this> {
    await this.#life.start();
    return this;
  }

  /**
   * Has the agent do what `prompt` says, in 1–10,000 characters.
   * @throws ActError and its kin; ValidationError before anything is sent; SessionBusyError while
   *   another act runs; NotStartedError.
   */
  async act(prompt: string, options?: ActOptions & { schema?: undefined }): Promise<ActResult>;
  /** With a schema this is `actGet`. */
  async act<const S extends Schema>(
    prompt: string,
    options: ActOptions & { schema: S },
  ): Promise<ActGetResult<SchemaOutput<S>>>;
  async act(
    prompt: string,
    options: ActOptions & { schema?: Schema | undefined } = {},
  ): Promise<ActResult | ActGetResult<unknown>> {
    return this.#asked(prompt, options);
  }

  /**
   * Asks for an answer and checks it: `parsed` has the type the schema describes. Without a schema
   * the answer is a text.
   * @throws what `act` throws; ActResponseMismatchError when the answer does not satisfy the schema.
   */
  async actGet(
    prompt: string,
    options?: ActOptions & { schema?: undefined },
  ): Promise<ActGetResult<string>>;
  async actGet<const S extends Schema>(
    prompt: string,
    options: ActOptions & { schema: S },
  ): Promise<ActGetResult<SchemaOutput<S>>>;
  async actGet(
    prompt: string,
    options: ActOptions & { schema?: Schema | undefined } = {},
  ): Promise<ActGetResult<unknown>> {
    return this.#answered(prompt, options);
  }

  /**
   * An act, with or without a schema, as an async iterable of what happens in it: see {@link ActStream}.
   * Nothing is done or checked until it is followed, or asked for its `result`; then it throws what `act`
   * throws.
   */
  stream(prompt: string, options?: ActOptions & { schema?: undefined }): ActStream<ActResult>;
  stream<const S extends Schema>(
    prompt: string,
    options: ActOptions & { schema: S },
  ): ActStream<ActGetResult<SchemaOutput<S>>>;
  stream(
    prompt: string,
    options: ActOptions & { schema?: Schema | undefined } = {},
  ): ActStream<ActResult | ActGetResult<unknown>> {
    return new ActStream((watcher) => this.#asked(prompt, options, watcher));
  }

  /**
   * Goes to a page and lets it settle, or waits as far as `waitUntil` says.
   * @throws ValidationError for a URL that is not http, https or about; ActActuationError when the page
   *   cannot be reached within `timeoutMs` (`goToUrlTimeoutMs`); SessionBusyError while an act runs.
   */
  async goToUrl(url: string, options: GoToUrlOptions = {}): Promise<void> {
    checkGoToUrlOptions(options);
    this.#life.demandStarted('goToUrl');
    const any = AbortSignal.any([options.signal ?? [], ...this.#life.signals].flat());
    any.throwIfAborted();
    const { actuator } = this.#session;
    await this.#session.inWorkflow(() =>
      this.#desk.exclusively(() => navigate(actuator, url, options, any)),
    );
  }

  /**
   * A picture of the page in front, as JPEG, in which all that `mask` and `secrets` hide is painted over, as the
   * service and the traces have it. (What `nova.page.screenshot()` gives shows it.) Also for stop hooks.
   * @throws ActActuationError when there is none within 30 s; SessionBusyError while an act runs; NotStartedError
   */
  async screenshot(options: ScreenshotOptions = {}): Promise<Buffer> {
    checkScreenshotOptions(options);
    this.#life.demandOpen('screenshot');
    // What a stop ends is over when its hooks are called.
    const ending = this.started ? this.#life.signals : [];
    const any = AbortSignal.any([options.signal ?? [], ...ending].flat());
    any.throwIfAborted();
    const { actuator, clock } = this.#session;
    return this.#session.inWorkflow(() =>
      this.#desk.exclusively(() => takeScreenshot(actuator, options, any, clock)),
    );
  }

  /** Where this session is: `new` until `start()`, then `starting`, `started`, `stopping`, `stopped`. */
  get state(): SessionState {
    return this.#life.state;
  }

  /** Whether it takes acts now: it has started, and was not stopped. */
  get started(): boolean {
    return this.state === 'started';
  }

  /** The Playwright page that is acted upon. @throws NotStartedError */
  get page(): Page {
    const page = this.#life.isOpen ? this.#session.actuator.page : undefined;
    if (page) return page;
    throw new NotStartedError('There is a page only between start() and stop().');
  }

  /** The open pages of this session, oldest first. @throws NotStartedError */
  get pages(): readonly Page[] {
    const pages = this.#life.isOpen ? this.#session.actuator.pages : undefined;
    if (pages) return pages;
    throw new NotStartedError('There are pages only between start() and stop().');
  }

  /**
   * The downloads that have begun by now, in that order, once each has ended; also when the session is
   * stopped. `signal` ends the waiting. @throws the reason of `signal`
   */
  downloads(options: DownloadsOptions = {}): Promise<readonly DownloadView[]> {
    return downloadsOf(this.#session.actuator, options);
  }

  /**
   * A text or plain value with names in the place of the values of `secrets`, as everything has them that the
   * library sends and tells: for what your own code reads of the page and hands on. What holds no value is
   * given back as it is.
   */
  redact<T>(value: T): T {
    return this.#secrets.redact(value);
  }

  /** The session's id on the service. @throws NotStartedError */
  get sessionId(): string {
    const { path } = this.#session;
    if (path) return path.sessionId;
    throw new NotStartedError('There is a sessionId only after start().');
  }

  /**
   * The absolute path of the folder with the traces of this session, below the option `logsDirectory`; also
   * once it is stopped. It is made with the first trace. Undefined without the option, and before `start()`.
   */
  get logsDirectory(): string | undefined {
    const { path } = this.#session;
    return path && this.#traces?.directoryOf(path.sessionId);
  }

  /** What the acts of this session have come to so far; also once it is stopped. */
  get summary(): SessionSummary {
    return this.#tally.summary;
  }

  /** Holds a running act before its next call, until `resume()`. The act's `timeoutMs` goes on counting. */
  pause(): void {
    this.#desk.gate.pause();
  }

  /** Lets an act that `pause()` holds make its next call. Without one it does nothing. */
  resume(): void {
    this.#desk.gate.resume();
  }

  /**
   * Has `stop()` call `hook` as well, after those that are there. One that is there already is not added
   * again. Its `check` is for a start, and is not called.
   * @throws ValidationError for what is no function; NotStartedError once the hooks were called.
   */
  addStopHook(hook: StopHook): void {
    this.#life.demandHooks('addStopHook');
    this.#hooks.add(hook);
  }

  /** Takes a hook out again, also one of the option `stopHooks`. Gives whether it was there. */
  removeStopHook(hook: StopHook): boolean {
    return this.#hooks.remove(hook);
  }

  /**
   * Ends a running act (`ActCanceledError`), runs the stop hooks, closes what `start` opened: within
   * 45 s, whatever hangs. Called again, or before a start, it does nothing.
   * @throws StopFailedError that names what failed or was abandoned; the rest is closed all the same.
   */
  stop(): Promise<void> {
    return this.#life.stop();
  }

  /** The same as `stop()`, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async #asked(
    prompt: string,
    options: ActOptions & { schema?: Schema | undefined },
    watcher?: ActWatcher,
  ): Promise<ActResult | ActGetResult<unknown>> {
    if (options?.schema !== undefined) return this.#answered(prompt, options, watcher);
    const { response, metadata } = await this.#run({ prompt, options, watcher }, undefined);
    return withSteps(response === undefined ? { metadata } : { response, metadata });
  }

  async #answered(
    prompt: string,
    options: ActOptions & { schema?: Schema | undefined },
    watcher?: ActWatcher,
  ): Promise<ActGetResult<unknown>> {
    const run = await this.#run({ prompt, options, watcher }, stringSchema);
    const { response, parsed, metadata } = run;
    return withSteps({ parsed, response: response ?? '', metadata });
  }

  #run(asked: Omit<ActAsked, 'path'>, schema: Schema | undefined) {
    const path = () => this.#life.demandStarted('act');
    return this.#session.inWorkflow(() => this.#desk.act({ path, ...asked }, schema));
  }
}
