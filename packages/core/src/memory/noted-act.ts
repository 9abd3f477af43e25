import type { Look } from '../act/page-view.js';
import type { Action } from '../act/program.js';
import type { CallEnd, MemorableAct, StepMemory } from '../act/step-memory.js';
import type { Recall } from '../browser/recall.js';
import type { JsonObject } from '../wire/json.js';
import { KnownVariables } from './known-variables.js';
import { Recorder } from './recorder.js';
import { Site } from './site.js';

/** Writes down for a trace how an act is done that is not remembered. It plays nothing, keeps nothing and fails no act. */
export class NotedAct implements StepMemory {
  readonly record = undefined;
  readonly #act: MemorableAct;
  readonly #recorder: Recorder;

  constructor(act: MemorableAct, recall: Recall) {
    this.#act = act;
    const variables = new KnownVariables(act.prompt, act.variables);
    this.#recorder = new Recorder(recall, variables, new Site(undefined));
  }

  get aimedAt(): string | undefined {
    return this.#recorder.aimedAt;
  }

  async next({ observation }: Look): Promise<undefined> {
    const { windowWidth: width, windowHeight: height } = observation.browserDimensions;
    this.#recorder.viewport = { width, height };
  }

  expects(): undefined {}

  async begin(action: Action, signal: AbortSignal): Promise<(end: CallEnd) => void> {
    try {
      return await this.#recorder.begin(action, signal);
    } catch {
      signal.throwIfAborted();
      this.#recorder.stop('the page could not be looked at');
      return () => {};
    }
  }

  async keep(): Promise<void> {}

  way(isDone: boolean): JsonObject | undefined {
    return this.#recorder.way(this.#act.prompt, undefined, isDone);
  }
}
