import {
  type ActGetResult,
  type ActOptions,
  type ActResult,
  type ActStream,
  type GoToUrlOptions,
  NovaAct,
  type NovaActOptions,
  type Schema,
  type SchemaOutput,
  ValidationError,
} from '@nova-act/core';
import type { ActsInTest } from './acts-in-test.js';
import { callSite } from './call-site.js';
import { steppedStream } from './stepped-stream.js';

type Asked = ActOptions & { schema?: undefined };
type AskedFor<S extends Schema> = ActOptions & { schema: S };

/** A session of which each act is a step of the test, at the line that asked for it. */
export class SessionInTest extends NovaAct {
  readonly #acts: ActsInTest;
  readonly #baseUrl: string | undefined;

  constructor(options: NovaActOptions, acts: ActsInTest, baseUrl: string | undefined) {
    const { startingPage } = options;
    super(
      startingPage === undefined
        ? options
        : { ...options, startingPage: resolved(startingPage, baseUrl, 'startingPage') },
    );
    this.#acts = acts;
    this.#baseUrl = baseUrl;
  }

  override act(prompt: string, options?: Asked): Promise<ActResult>;
  override act<const S extends Schema>(
    prompt: string,
    options: AskedFor<S>,
  ): Promise<ActGetResult<SchemaOutput<S>>>;
  override act(prompt: string, options?: ActOptions): Promise<ActResult> {
    const at = callSite(this.act);
    const work = () => super.act(prompt, this.#acts.optionsOf(options) as Asked);
    return this.#acts.step(this.redact(prompt), at, work);
  }

  override actGet(prompt: string, options?: Asked): Promise<ActGetResult<string>>;
  override actGet<const S extends Schema>(
    prompt: string,
    options: AskedFor<S>,
  ): Promise<ActGetResult<SchemaOutput<S>>>;
  override actGet(prompt: string, options?: ActOptions): Promise<ActGetResult<string>> {
    const at = callSite(this.actGet);
    const work = () => super.actGet(prompt, this.#acts.optionsOf(options) as Asked);
    return this.#acts.step(this.redact(prompt), at, work);
  }

  override stream(prompt: string, options?: Asked): ActStream<ActResult>;
  override stream<const S extends Schema>(
    prompt: string,
    options: AskedFor<S>,
  ): ActStream<ActGetResult<SchemaOutput<S>>>;
  override stream(prompt: string, options?: ActOptions): ActStream<ActResult> {
    const at = callSite(this.stream);
    const stream = super.stream(prompt, this.#acts.optionsOf(options) as Asked);
    return steppedStream(stream, (work) => this.#acts.step(this.redact(prompt), at, work));
  }

  /** As ever; an address may be relative to the config's `baseURL`. */
  override async goToUrl(url: string, options?: GoToUrlOptions): Promise<void> {
    await super.goToUrl(resolved(url, this.#baseUrl, 'url'), options);
  }
}

/** What is no text is left to those who check it. @throws ValidationError */
export function resolved(url: string, baseUrl: string | undefined, field: string): string {
  if (typeof url !== 'string' || /^[a-z][a-z0-9+.-]*:/i.test(url)) return url;
  if (baseUrl === undefined) {
    throw new ValidationError('is relative, and nothing says to what', {
      field,
      value: url,
      remedy: "Set baseURL in the config's `use`, or give a whole address.",
    });
  }
  return new URL(url, baseUrl).href;
}
