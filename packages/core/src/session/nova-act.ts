import type { Page } from 'playwright';
import type { ActOptions } from '../act/act-options.js';
import type { ActGetResult, ActResult } from '../act/result.js';
import { createPlaywrightActuator } from '../browser/playwright-actuator.js';
import { readConfig } from '../config.js';
import { runInWorkflow } from '../context.js';
import { systemClock } from '../deadline/clock.js';
import { ActCanceledError, NotStartedError } from '../errors/index.js';
import {
  type CompiledSchema,
  compileSchema,
  type Schema,
  type SchemaOutput,
  stringSchema,
} from '../schema/index.js';
import type { TraceWriter } from '../trace/index.js';
import type { SessionPath } from '../wire/operations.js';
import { ActDesk } from './act-desk.js';
import { checkSessionOptions } from './check-options.js';
import { EventHub } from './event-hub.js';
import { navigate } from './navigate.js';
import type { NovaActOptions } from './nova-act-options.js';
import { runStopHooks } from './run-stop-hooks.js';
import { closeAfter, Session } from './session.js';
import { sessionListeners } from './session-listeners.js';
import { bindSessionRun } from './session-run.js';

type State = 'new' | 'starting' | 'started' | 'stopping' | 'stopped';

/**
 * A browser that does what it is told in natural language.
 *
 * It binds to its workflow when it is constructed: the one given as `workflow`, else the one this
 * code runs in, else (with an API key) a run of its own that lives as long as the session. One act
 * runs at a time.
 *
 * ```ts
 * await using nova = await NovaAct.start({ startingPage: 'https://example.com' });
 * await nova.act('Open the pricing page');
 * ```
 */
export class NovaAct implements AsyncDisposable {
  readonly #options: NovaActOptions;
  readonly #session: Session;
  readonly #hub: EventHub;
  readonly #desk: ActDesk;
  readonly #traces: TraceWriter | undefined;
  readonly #ended = new AbortController();
  #state: State = 'new';
  #leaveWorkflow: (() => void) | undefined;
  #starting: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;

  /**
   * Nothing is opened yet; call `start()`.
   * @throws ValidationError for an option that cannot be used; AuthError when there is no run to act in.
   */
  constructor(options: NovaActOptions = {}) {
    const config = readConfig();
    this.#options = options;
    const tools = checkSessionOptions(options);
    const run = bindSessionRun(options, config, options.logger ?? config.logger);
    const logger = options.logger ?? run.workflow?.logger ?? config.logger;
    const actuator = options.actuator ?? createPlaywrightActuator(options, config, logger);
    this.#session = new Session(run, actuator, logger);
    const { all, traces } = sessionListeners(options, logger);
    this.#hub = new EventHub(all, logger);
    this.#traces = traces;
    const signals = this.#signals;
    this.#desk = new ActDesk({
      session: this.#session,
      options,
      tools,
      hub: this.#hub,
      traces,
      signals,
    });
  }

  /** Constructs and starts. Everything is closed again when the start fails. @throws StartFailedError */
  static async start(options: NovaActOptions = {}): Promise<NovaAct> {
    const nova = new NovaAct(options);
    await nova.start();
    return nova;
  }

  /**
   * Creates the session on the service, opens the browser and goes to the starting page.
   * @throws StartFailedError with everything closed again; NotStartedError when called twice.
   */
  async start(): Promise<this> {
    if (this.#state !== 'new') {
      throw new NotStartedError(`A NovaAct starts once, and this one is ${this.#state}.`);
    }
    this.#state = 'starting';
    this.#starting = this.#inWorkflow(() => this.#open());
    await this.#starting;
    return this;
  }

  /**
   * Has the agent do what `prompt` says, in 1–10,000 characters.
   * @throws ActError and its kin; ValidationError before anything is sent; SessionBusyError while
   *   another act runs; NotStartedError.
   */
  async act(prompt: string, options?: ActOptions): Promise<ActResult>;
  /** With a schema this is `actGet`. */
  async act<S extends Schema>(
    prompt: string,
    options: ActOptions & { schema: S },
  ): Promise<ActGetResult<SchemaOutput<S>>>;
  async act(
    prompt: string,
    options: ActOptions & { schema?: Schema } = {},
  ): Promise<ActResult | ActGetResult<unknown>> {
    if (options.schema !== undefined)
      return this.actGet(prompt, { ...options, schema: options.schema });
    const { response, metadata } = await this.#run(prompt, options, undefined);
    return response === undefined ? { metadata } : { response, metadata };
  }

  /**
   * Asks for an answer and checks it: `parsed` has the type the schema describes. Without a schema
   * the answer is a text.
   * @throws what `act` throws; ActResponseMismatchError when the answer does not satisfy the schema.
   */
  async actGet(prompt: string, options?: ActOptions): Promise<ActGetResult<string>>;
  async actGet<S extends Schema>(
    prompt: string,
    options: ActOptions & { schema: S },
  ): Promise<ActGetResult<SchemaOutput<S>>>;
  async actGet(
    prompt: string,
    options: ActOptions & { schema?: Schema } = {},
  ): Promise<ActGetResult<unknown>> {
    const schema = compileSchema(options.schema ?? stringSchema, 'schema');
    const { response, parsed, metadata } = await this.#run(prompt, options, schema);
    return { parsed, response: response ?? '', metadata };
  }

  /**
   * Goes to a page and lets it settle.
   * @throws ValidationError for a URL that is not http, https or about; ActActuationError when the
   *   page cannot be reached within `goToUrlTimeoutMs`; SessionBusyError while an act runs.
   */
  async goToUrl(url: string, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    this.#demandStarted('goToUrl');
    const sources = [signal, ...this.#signals].filter((source) => source !== undefined);
    const any = AbortSignal.any(sources);
    any.throwIfAborted();
    const { actuator } = this.#session;
    await this.#inWorkflow(() => this.#desk.exclusively(() => navigate(actuator, url, any)));
  }

  /** The Playwright page that is acted upon. @throws NotStartedError */
  get page(): Page {
    const page = this.#isOpen ? this.#session.actuator.page : undefined;
    if (page) return page;
    throw new NotStartedError('There is a page only between start() and stop().');
  }

  /** The open pages of this session, oldest first. @throws NotStartedError */
  get pages(): readonly Page[] {
    const pages = this.#isOpen ? this.#session.actuator.pages : undefined;
    if (pages) return pages;
    throw new NotStartedError('There are pages only between start() and stop().');
  }

  /** The session's id on the service. @throws NotStartedError */
  get sessionId(): string {
    const { path } = this.#session;
    if (path) return path.sessionId;
    throw new NotStartedError('There is a sessionId only after start().');
  }

  /** Holds a running act before its next call, until `resume()`. The act's `timeoutMs` goes on counting. */
  pause(): void {
    this.#desk.gate.pause();
  }

  resume(): void {
    this.#desk.gate.resume();
  }

  /**
   * Ends a running act (`ActCanceledError`), runs the stop hooks, closes what `start` opened. Called
   * again, or before a start, it does nothing.
   * @throws StopFailedError when something could not be closed; the rest is closed all the same.
   */
  stop(): Promise<void> {
    this.#stopping ??= this.#inWorkflow(() => this.#stopAll());
    return this.#stopping;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async #open(): Promise<void> {
    const { workflow } = this.#session.run;
    const leave = workflow?.admit({ close: (reason) => this.#closeQuietly(reason) });
    const sources = this.#signals.filter((source) => source !== undefined);
    try {
      await this.#session.open(AbortSignal.any(sources));
    } catch (error) {
      this.#state = 'stopped';
      void this.#session
        .close()
        .catch(() => {})
        .finally(leave);
      throw error;
    }
    this.#leaveWorkflow = leave;
    if (this.#state === 'starting') this.#state = 'started';
    const { startingPage } = this.#options;
    this.#emit({ type: 'session.started', ...(startingPage ? { startingPage } : {}) });
  }

  /** Stop hooks still have their page. */
  get #isOpen(): boolean {
    return this.#state === 'started' || this.#state === 'stopping';
  }

  /** What ends everything of this session: its own signal, its run's, its stop. */
  get #signals(): (AbortSignal | undefined)[] {
    return [this.#options.signal, this.#session.run.workflow?.signal, this.#ended.signal];
  }

  #run(prompt: string, options: ActOptions, schema: CompiledSchema | undefined) {
    const path = () => this.#demandStarted('act');
    return this.#inWorkflow(() => this.#desk.act({ path, prompt, options }, schema));
  }

  /** @throws NotStartedError */
  #demandStarted(method: string): SessionPath {
    const { path } = this.#session;
    if (this.#state === 'started' && path) return path;
    throw new NotStartedError(`${method}() needs a started session; this one is ${this.#state}.`);
  }

  async #stopAll(): Promise<void> {
    const wasStarted = this.#state === 'started';
    this.#state = 'stopping';
    this.#ended.abort(new ActCanceledError('The session was stopped'));
    // What these were rejected with was thrown to their own callers.
    await Promise.allSettled([this.#starting, this.#desk.idle()]);
    try {
      const failed = wasStarted
        ? await runStopHooks(this, this.#options.stopHooks ?? [])
        : undefined;
      if (failed) this.#session.allSucceeded = false;
      await closeAfter(failed, this.#session);
    } finally {
      this.#state = 'stopped';
      if (wasStarted) this.#emit({ type: 'session.stopped' });
      await this.#traces?.flush();
      this.#leaveWorkflow?.();
    }
  }

  async #closeQuietly(reason: unknown): Promise<void> {
    this.#ended.abort(reason);
    try {
      await this.stop();
      await this.#session.close();
    } catch (error) {
      this.#session.logger.warn('A session of an ended run could not be closed', {
        error: String(error),
      });
    }
  }

  #inWorkflow<T>(fn: () => T): T {
    const { workflow } = this.#session.run;
    return workflow ? runInWorkflow(workflow, fn) : fn();
  }

  #emit(event: { type: 'session.started'; startingPage?: string } | { type: 'session.stopped' }) {
    const { path } = this.#session;
    if (!path) return;
    const { workflowRunId, sessionId } = path;
    this.#hub.emit({ ...event, atMs: systemClock.now(), workflowRunId, sessionId });
  }
}
