import type { Action } from '../act/program.js';
import type { CallEnd } from '../act/step-memory.js';
import type { Box } from '../browser/actuator.js';
import type { PageFacts, Recall, Target } from '../browser/recall.js';
import type { JsonObject } from '../wire/json.js';
import { KnownVariables } from './known-variables.js';
import { appeared, marksOf } from './page-marks.js';
import { recordable, type Unrecordable } from './recordable.js';
import {
  type PageMarks,
  RECORDING_FORMAT,
  RECORDING_VERSION,
  type RecordedAction,
  type RecordedStep,
  type Recording,
} from './recording.js';
import type { Site } from './site.js';

/** A box that covers this share of what is seen means the page itself. */
export const PAGE_SHARE = 0.6;

type Finish = (end: CallEnd) => void;
const nothing: Finish = () => {};

/** Writes down what an act does while it does it: each target before it is touched, on the page as it then is. */
export class Recorder {
  readonly #recall: Recall;
  readonly #variables: KnownVariables;
  readonly #site: Site;
  readonly #steps: RecordedStep[] = [];
  #open: string | undefined;
  #lastBefore: readonly string[] | undefined;
  #end: Recording['end'];
  #answers = false;
  #aimedAt: string | undefined;

  constructor(recall: Recall, variables: KnownVariables, site: Site) {
    this.#recall = recall;
    this.#variables = variables;
    this.#site = site;
  }

  /** A step was played as it was recorded, on that page. */
  played(step: RecordedStep, facts: PageFacts): void {
    this.#lastBefore = facts.texts;
    this.#steps.push(step);
    const { page: _page, ...done } = step;
    this.#variables.noteNames(JSON.stringify(done));
  }

  /** From here on nothing is written down. */
  stop(why: string): void {
    this.#open ??= why;
  }

  /** What was about to be done when it was last told of something, was about to be done to this. */
  get aimedAt(): string | undefined {
    return this.#aimedAt;
  }

  /** What the agent has decided is about to be done. */
  async begin(action: Action, signal: AbortSignal): Promise<Finish> {
    this.#aimedAt = undefined;
    if (this.#open !== undefined) return nothing;
    switch (action.kind) {
      case 'return':
        await this.#ends(action.response, signal);
        return nothing;
      case 'tool':
        // What it does, and whether it may be done twice, only its program knows.
        return this.#stopsAt(`the agent calls the tool ${action.tool.name}`);
      case 'human':
        // Asked with the words of another day, a person would agree to what is not there.
        return this.#stopsAt('the agent asks a person');
      case 'think':
      case 'settle':
      case 'observe':
      case 'throw':
      case 'fault':
        return nothing;
      default:
        return this.#acts(action, signal);
    }
  }

  /** What there is to keep; undefined where nothing was done that can be done again. */
  recording(prompt: string, day: string | undefined): Recording | undefined {
    const isOpen = this.#open !== undefined;
    // Without a step there is nothing to play, but that a question needs none; why there is none is worth knowing.
    const isSaying = this.#steps.length > 0 || this.#answers;
    if (!isOpen && !(isSaying && this.#end)) return undefined;
    const variables = this.#variables.recorded();
    return {
      format: RECORDING_FORMAT,
      version: RECORDING_VERSION,
      prompt,
      ...(variables ? { variables } : {}),
      ...(day === undefined ? {} : { day }),
      answers: this.#answers,
      steps: this.#steps,
      ...(isOpen ? { open: this.#open } : { end: this.#end }),
    };
  }

  /** The same for a trace, also of an act that was not done. */
  way(prompt: string, day: string | undefined, isDone: boolean): JsonObject | undefined {
    if (!isDone) this.stop('it was not done');
    const recording = this.recording(prompt, day);
    return recording?.steps.length ? ({ ...recording } as unknown as JsonObject) : undefined;
  }

  async #acts(
    action: Extract<Action, { kind: 'click' | 'hover' | 'scroll' | 'type' | 'goToUrl' | 'wait' }>,
    signal: AbortSignal,
  ): Promise<Finish> {
    const facts = await this.#recall.facts(signal);
    const page = marksOf(facts, this.#variables, this.#site);
    const made = await this.#describe(action, signal);
    return ({ outcome, did, secret }) => {
      // What was not done is not to be done again.
      if (outcome !== 'ok' || this.#open !== undefined) return;
      this.#lastBefore = facts.texts;
      const said = 'unrecordable' in made ? made : this.#checked(made, did, secret);
      if ('unrecordable' in said) this.#open = said.unrecordable;
      else this.#steps.push({ page, ...said.action });
    };
  }

  async #describe(
    action: Extract<Action, { kind: 'click' | 'hover' | 'scroll' | 'type' | 'goToUrl' | 'wait' }>,
    signal: AbortSignal,
  ): Promise<{ action: RecordedAction; hit?: string | undefined } | Unrecordable> {
    if (!('box' in action)) return recordable(action, undefined, this.#variables, this.#site);
    if (action.kind === 'scroll' && this.#isPage(action.box)) {
      return recordable(action, undefined, this.#variables, this.#site);
    }
    const as = action.kind === 'type' ? 'typed into' : 'pressed';
    const described = await this.#recall.describe(action.box, as, signal);
    if ('unknowable' in described) {
      return { unrecordable: `what is there cannot be known again: ${described.unknowable}` };
    }
    this.#aimedAt = described.hit;
    const made = recordable(action, this.#named(described.target), this.#variables, this.#site);
    return 'unrecordable' in made ? made : { ...made, hit: described.hit };
  }

  /** What the hand says it hit is what was described, and what it hides is not written down. */
  #checked(
    { action, hit }: { action: RecordedAction; hit?: string | undefined },
    did: unknown,
    secret: boolean,
  ): { action: RecordedAction } | Unrecordable {
    const said = (did as { hit?: unknown } | null | undefined)?.hit;
    if (action.do === 'click' && typeof said === 'string' && hit !== undefined && said !== hit) {
      return { unrecordable: 'something else came under the pointer' };
    }
    if (action.do === 'type' && secret && !KnownVariables.isName(action.text)) {
      return { unrecordable: 'what is typed is hidden by its field' };
    }
    return { action };
  }

  #named(target: Target): Target {
    const { near, entry } = target;
    const { named, counted } = this.#variables;
    return {
      ...this.#site.targetToRecord(target),
      name: counted(target.name),
      ...(entry ? { entry: entry.map(named) } : {}),
      ...(near ? { near: { ...near, texts: near.texts.map(counted) } } : {}),
    };
  }

  #isPage(box: Box): boolean {
    const { width, height } = this.viewport;
    return (box.right - box.left) * (box.bottom - box.top) >= PAGE_SHARE * width * height;
  }

  /** Of the last look. */
  viewport = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };

  #stopsAt(why: string): Finish {
    this.#open = why;
    return nothing;
  }

  async #ends(response: string | undefined, signal: AbortSignal): Promise<void> {
    this.#answers = response !== undefined && response.trim() !== '';
    this.#ended(await this.#recall.facts(signal));
  }

  /** The page as it is at the end. */
  #ended(facts: PageFacts): void {
    const came = appeared(this.#lastBefore ?? facts.texts, facts.texts, this.#variables);
    const marks: PageMarks = marksOf(facts, this.#variables, this.#site);
    this.#end = { ...marks, ...(came.length === 0 ? {} : { appeared: came }) };
  }
}
