import type { Action } from '../act/program.js';
import type { Glimpse, PageFacts, Recall, Target } from '../browser/recall.js';
import type { KnownVariables } from './known-variables.js';
import { whyNotSameEnd, whyNotSamePage } from './page-marks.js';
import type { RecordedStep, Recording } from './recording.js';
import { sayStep } from './say-step.js';
import type { Site } from './site.js';

/** What a recording has to say of the page as it is. */
export type Played =
  | { step: RecordedStep; action: Action; facts: PageFacts }
  /** The way is at its end, and so is the act. */
  | { over: true }
  /** As far as it goes it was played: the model answers, or goes on where nobody should go on by himself. */
  | { ask: 'answer' | 'rest'; why?: string | undefined }
  /** Something does not hold. Nothing was done. */
  | { broken: string };

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** Goes through a recording, step by step, as long as everything is as it was. */
export class Player {
  readonly recording: Recording;
  readonly #recall: Recall;
  readonly #variables: KnownVariables;
  readonly #site: Site;
  #at = 0;
  /** The texts of the page before the step that was played last. */
  #before: readonly string[] = [];
  /** When the document began that it was played in. */
  #beganAtMs: number | undefined;

  constructor(recording: Recording, recall: Recall, variables: KnownVariables, site: Site) {
    this.recording = recording;
    this.#recall = recall;
    this.#variables = variables;
    this.#site = site;
  }

  /** The next step on the page as it is. `answers`: the act asks for an answer, whatever was recorded. */
  async next(viewport: Viewport, answers: boolean, signal: AbortSignal): Promise<Played> {
    const { steps, open } = this.recording;
    const step = steps[this.#at];
    if (!step && open !== undefined) return { ask: 'rest', why: open };
    const { facts, box } = await this.#glimpse(step, signal);
    if (!step) {
      const why = whyNotSameEnd(this.recording, this.#before, facts, this.#variables, this.#site);
      if (why !== undefined) return { broken: `the end: ${why}` };
      return answers || this.recording.answers ? { ask: 'answer' } : { over: true };
    }
    const said = sayStep(step, this.#at);
    const other = whyNotSamePage(step.page, facts, this.#variables, this.#site);
    if (other !== undefined) return { broken: `${said}: ${other}` };
    const aimed = await this.#aim(step, box, viewport, signal);
    if ('missing' in aimed) return { broken: `${said}: it ${aimed.missing}` };
    this.#at++;
    this.#before = facts.texts;
    this.#beganAtMs = facts.beganAtMs;
    return { step, action: aimed.action, facts };
  }

  /** Whether, all being well, the model is asked next. */
  asksNext(answers: boolean): boolean {
    const { steps, open } = this.recording;
    return !steps[this.#at] && (open !== undefined || answers || this.recording.answers);
  }

  /**
   * Whether another document has come since the step that was played last, and it is the one that comes next,
   * with what is to be acted upon. In the same document all of that may have been there before.
   */
  async arrived(signal: AbortSignal): Promise<boolean> {
    const { steps } = this.recording;
    const step = steps[this.#at];
    const { facts, box } = await this.#glimpse(step, signal);
    if (facts.beganAtMs === this.#beganAtMs) return false;
    if (!step) {
      return (
        whyNotSameEnd(this.recording, this.#before, facts, this.#variables, this.#site) ===
        undefined
      );
    }
    if (whyNotSamePage(step.page, facts, this.#variables, this.#site) !== undefined) return false;
    if (!('target' in step) || !step.target || box) return true;
    return 'box' in (await this.#recall.find(this.#filled(step.target), signal));
  }

  /** The page, and where the step's target is on it, if that can be told in the same moment. */
  async #glimpse(step: RecordedStep | undefined, signal: AbortSignal): Promise<Glimpse> {
    return step && 'target' in step && step.target
      ? this.#recall.glimpse(this.#filled(step.target), signal)
      : { facts: await this.#recall.facts(signal) };
  }

  async #aim(
    step: RecordedStep,
    seen: Glimpse['box'],
    { width, height }: Viewport,
    signal: AbortSignal,
  ): Promise<{ action: Action } | { missing: string }> {
    if (step.do === 'wait') return { action: { kind: 'wait', seconds: step.seconds } };
    if (step.do === 'goToUrl') {
      const url = 'url' in step ? this.#variables.fill(step.url) : this.#site.urlOf(step.path);
      return url === undefined
        ? { missing: 'is a path, and the memory has no baseUrl that says of what' }
        : { action: { kind: 'goToUrl', url } };
    }
    const page = { box: { top: 0, left: 0, bottom: height, right: width } };
    const find = ({ target }: typeof step) =>
      target ? this.#recall.find(this.#filled(target), signal) : page;
    const found = seen ? { box: seen } : await find(step);
    if ('missing' in found) return found;
    const { box } = found;
    switch (step.do) {
      case 'click': {
        const { clickType = 'left', blurField = false } = step;
        return { action: { kind: 'click', box, clickType, blurField } };
      }
      case 'hover':
        return { action: { kind: 'hover', box } };
      case 'type': {
        const { text, pressEnter = false } = step;
        return { action: { kind: 'type', box, text: this.#variables.fill(text), pressEnter } };
      }
      case 'scroll': {
        const { direction, distance } = step;
        const far = distance === undefined ? {} : { distance };
        return { action: { kind: 'scroll', box, direction, ...far } };
      }
    }
  }

  #filled(target: Target): Target {
    const { fill } = this.#variables;
    const { near } = target;
    return {
      ...this.#site.targetToFind(target),
      name: fill(target.name),
      ...(near ? { near: { ...near, texts: near.texts.map(fill) } } : {}),
    };
  }
}
