import type { HiddenText } from '../browser/masks/mask-rules.js';
import { ActExecutionError, AgentRedirectError, ValidationError } from '../errors/index.js';
import type { Logger } from '../logger.js';
import { fillPlaceholders, placeholder, placeholdersIn } from '../placeholders.js';
import { redactError } from './redact-error.js';
import { redactValue } from './redact-value.js';
import { redactingLogger } from './redacting-logger.js';
import { Redactor } from './redactor.js';
import { HeldSecret, isValue } from './secret.js';

/** Gives a text with its secrets in it, to a document at that address. @throws AgentRedirectError */
export type Reveal = (documentUrl: string) => Promise<string>;

/** The secrets of one session: what prompts may name, what the hand may type, what nobody is shown. */
export class Vault {
  readonly #secrets: ReadonlyMap<string, HeldSecret>;
  readonly #redactor = new Redactor();

  constructor(secrets: ReadonlyMap<string, HeldSecret>) {
    this.#secrets = secrets;
    for (const [name, secret] of secrets) {
      const value = HeldSecret.known(secret);
      if (value !== undefined) this.#redactor.learn(name, value);
    }
  }

  get isEmpty(): boolean {
    return this.#secrets.size === 0;
  }

  /** Values that a page may show, and no picture; undefined where there are no secrets at all. */
  get hiddenTexts(): (() => HiddenText[]) | undefined {
    return this.isEmpty ? undefined : () => this.#redactor.hiddenTexts;
  }

  /** Any plain value with names in the place of values. */
  readonly redact = <T>(value: T): T =>
    this.isEmpty ? value : redactValue(value, this.#redactor.text);

  /** The error that was thrown, with names in the place of values. */
  readonly redactError = <T>(thrown: T): T =>
    this.isEmpty ? thrown : redactError(thrown, this.#redactor.text);

  /** Does the work; what it throws has names in the place of values. */
  within<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw this.redactError(error);
    }
  }

  /** The same logger, which is told names in the place of values. */
  logger(logger: Logger): Logger {
    return this.isEmpty ? logger : redactingLogger(logger, this.#redactor.text);
  }

  /** Whether there is one of that name. */
  readonly has = (name: string): boolean => this.#secrets.has(name);

  /** @throws ValidationError for a name that is not declared, where any are; `variables` are names, too */
  checkPrompt(prompt: string, variables: Readonly<Record<string, unknown>> = {}): void {
    const unknown = this.#unknownIn(prompt, (name) => Object.hasOwn(variables, name));
    if (unknown === undefined) return;
    throw new ValidationError(`names ${placeholder(unknown)}, and there is no such secret`, {
      field: 'prompt',
      remedy: `Declare it in secrets, or name one of ${this.#listed()}.`,
    });
  }

  /** Whether the text names a secret, or anything that is taken for one. */
  names(text: string): boolean {
    return !this.isEmpty && placeholdersIn(text).length > 0;
  }

  /**
   * How a hand gets the text to type for one that names secrets; undefined for a text that names none.
   * Functions are called once, when a document that may have the values has asked for them.
   * @throws AgentRedirectError for a name that is not declared
   */
  revealer(text: string, signal: AbortSignal): Reveal | undefined {
    if (!this.names(text)) return undefined;
    const unknown = this.#unknownIn(text);
    if (unknown !== undefined) {
      throw new AgentRedirectError(
        `There is no secret ${placeholder(unknown)}. Those that can be typed: ${this.#listed()}.`,
      );
    }
    const names = new Set(placeholdersIn(text).map(({ name }) => name));
    let values: Promise<Map<string, string>> | undefined;
    return async (documentUrl) => {
      for (const name of names) this.#demandFor(name, documentUrl);
      values ??= this.#fetch(names, signal);
      const known = await values;
      return fillPlaceholders(text, (name) => known.get(name));
    };
  }

  #demandFor(name: string, documentUrl: string): void {
    const secret = this.#secrets.get(name);
    if (secret && HeldSecret.isFor(secret, documentUrl)) return;
    throw new AgentRedirectError(
      `${placeholder(name)} may not be typed here: it is meant for other addresses (allowedUrls).`,
    );
  }

  async #fetch(names: ReadonlySet<string>, signal: AbortSignal): Promise<Map<string, string>> {
    const values = new Map<string, string>();
    for (const name of names) {
      const secret = this.#secrets.get(name);
      if (!secret) continue;
      const value = await HeldSecret.fetch(secret, signal).catch((cause: unknown) => {
        if (signal.aborted) throw signal.reason;
        throw new ActExecutionError(`The secret ${name} could not be fetched`, { cause });
      });
      if (!isValue(value)) {
        throw new ActExecutionError(
          `The secret ${name} could not be fetched: its function gave no text of 1 to 10,000 characters`,
        );
      }
      this.#redactor.learn(name, value);
      values.set(name, value);
    }
    return values;
  }

  #unknownIn(text: string, isKnown = (_name: string) => false): string | undefined {
    if (this.isEmpty) return undefined;
    return placeholdersIn(text).find(({ name }) => !this.#secrets.has(name) && !isKnown(name))
      ?.name;
  }

  #listed(): string {
    return [...this.#secrets.keys()].map(placeholder).join(', ');
  }
}
