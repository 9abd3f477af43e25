import type { ClosingWork } from '../../closing/closing-work.js';
import type { Observation } from '../../wire/observation.js';
import type { Action } from '../actions/action.js';
import type { BrowserHold } from '../open/browser-hold.js';
import type { Scene } from '../tabs/scene.js';
import type { Resident } from './resident.js';

/** Everybody who lives in one browser, asked in their order; the first is outermost around a look. */
export class Residents {
  readonly #all: readonly Resident[];
  readonly #undo: (() => Promise<void>)[] = [];

  constructor(all: readonly Resident[]) {
    this.#all = all;
  }

  /** All at the same time; where one fails, after the others have come to an end, and can move out. */
  async moveIn(hold: BrowserHold, scene: Scene): Promise<void> {
    const moving = this.#all.map(async (resident) => resident.moveIn?.(hold, scene));
    const moved = await Promise.allSettled(moving);
    for (const one of moved) {
      if (one.status === 'fulfilled' && one.value) this.#undo.push(one.value);
    }
    const failed = moved.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  async beforeAction(action: Action, scene: Scene): Promise<Action> {
    let agreed = action;
    for (const resident of this.#all) {
      agreed = (await resident.beforeAction?.(agreed, scene)) ?? agreed;
      scene.signal.throwIfAborted();
    }
    return agreed;
  }

  async atRest(scene: Scene): Promise<void> {
    for (const resident of this.#all) await resident.atRest?.(scene);
  }

  look(scene: Scene, take: () => Promise<Observation>): Promise<Observation> {
    const around = (inner: () => Promise<Observation>, resident: Resident) => async () =>
      resident.look ? resident.look(scene, inner) : inner();
    return this.#all.reduceRight(around, take)();
  }

  beforeClose(hold: BrowserHold): ClosingWork[] {
    return this.#all.flatMap((resident) => resident.beforeClose?.(hold) ?? []);
  }

  afterClose(): ClosingWork[] {
    return this.#all.flatMap((resident) => resident.afterClose?.() ?? []);
  }

  /** The last in is the first out. */
  async moveOut(): Promise<void> {
    for (const undo of this.#undo.splice(0).reverse()) await undo();
  }
}
