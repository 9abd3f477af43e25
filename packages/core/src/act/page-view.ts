import type { Actuator, RestOptions, SettleReport } from '../browser/actuator.js';
import type { PageProblem } from '../browser/problems/page-problem.js';
import type { Clock } from '../deadline/clock.js';
import { preempt } from '../deadline/pre-empt.js';
import { AgentRedirectError } from '../errors/index.js';
import { checkState } from '../guardrails/check-state.js';
import type { StateGuardrail } from '../guardrails/state-guardrail.js';
import type { Vault } from '../secrets/vault.js';
import type { Observation } from '../wire/observation.js';
import { asActError } from './as-act-error.js';

/** One look at the page. */
export interface Look {
  observation: Observation;
  /** How the page had come to rest before; absent when nothing was waited for. */
  settled?: SettleReport;
  /** Of the document. */
  title?: string;
  durationMs: number;
  /** Without a picture: the agent cannot be asked by it. */
  unseen?: boolean | undefined;
}

/** A page that cannot be looked at after so many tries is not going to hold still. */
const MAX_LOOKS = 3;

/** What a view of the page is made of: parts of the act's environment. */
export interface PageViewInput {
  readonly actuator: Actuator;
  readonly guardrail: StateGuardrail | undefined;
  readonly clock: Clock;
  readonly secrets: Vault;
}

/** The page as the agent of one act knows it. */
export class PageView {
  readonly #actuator: Actuator;
  readonly #guardrail: StateGuardrail | undefined;
  readonly #clock: Clock;
  readonly #secrets: Vault;
  #latest: Look | undefined;
  #settled: SettleReport | undefined;
  #unsent = false;
  #problems: PageProblem[] = [];

  constructor({ actuator, guardrail, clock, secrets }: PageViewInput) {
    this.#actuator = actuator;
    this.#guardrail = guardrail;
    this.#clock = clock;
    this.#secrets = secrets;
  }

  /** What was seen last; undefined before the first look. */
  get latest(): Look | undefined {
    return this.#latest;
  }

  /** Whether the page was looked at since the agent last answered. */
  get unsent(): boolean {
    return this.#unsent;
  }

  /** The agent has been sent what was seen. */
  markSent(): void {
    this.#unsent = false;
  }

  /** What the page complained of since this was last asked; undefined for nothing. */
  takeProblems(): { problems?: PageProblem[] } {
    this.#takeNotes();
    const problems = this.#problems;
    this.#problems = [];
    return problems.length === 0 ? {} : { problems };
  }

  async settle(signal: AbortSignal, options?: RestOptions): Promise<void> {
    try {
      this.#settled = await preempt(this.#actuator.settle(signal, options), signal);
    } catch (error) {
      throw this.#secrets.redactError(asActError(error, signal, 'Waiting for the page to settle'));
    }
  }

  /** Settles after somebody else's work. Gives what the agent should hear of beside what that gave. */
  async settleAndHear(signal: AbortSignal): Promise<string | undefined> {
    try {
      await this.settle(signal);
      return undefined;
    } catch (error) {
      if (error instanceof AgentRedirectError) return error.message;
      throw error;
    }
  }

  /**
   * Settles and looks where no call of the agent's is there to answer with a redirect: what it asks for,
   * another look, is done here. Gives what the agent should hear of beside it.
   */
  async lookUnasked(
    signal: AbortSignal,
    options?: RestOptions,
  ): Promise<{ observation: Observation; heard: string[] }> {
    const heard: string[] = [];
    for (let attempt = 1; ; attempt++) {
      try {
        await this.settle(signal, options);
        return { observation: await this.look(signal, options), heard };
      } catch (error) {
        if (!(error instanceof AgentRedirectError) || attempt === MAX_LOOKS) throw error;
        heard.push(`${error.name}: ${error.message}`);
      }
    }
  }

  /** Looks, and asks the guardrail before anybody else may see it. */
  async look(signal: AbortSignal, options?: RestOptions): Promise<Observation> {
    const startedMs = this.#clock.now();
    let seen: Observation;
    try {
      seen = await preempt(this.#actuator.observe(signal, options), signal);
    } catch (error) {
      throw this.#secrets.redactError(asActError(error, signal, 'Observing the page'));
    }
    const durationMs = this.#clock.now() - startedMs;
    await checkState(this.#guardrail, seen.activeURL, signal);
    const observation = this.#secrets.redact(seen);
    const settled = this.#settled;
    const title = this.#takeNotes();
    const { unseen } = options ?? {};
    this.#latest = {
      observation,
      durationMs,
      ...(settled ? { settled } : {}),
      ...(title ? { title } : {}),
      ...(unseen ? { unseen } : {}),
    };
    this.#settled = undefined;
    this.#unsent = true;
    return observation;
  }

  /** Gives the title. A hand of somebody else's that has no notes to give takes nothing else away. */
  #takeNotes(): string | undefined {
    const notes = this.#actuator.takePageNotes?.();
    this.#problems.push(...(notes?.problems ?? []));
    return notes?.title;
  }
}
