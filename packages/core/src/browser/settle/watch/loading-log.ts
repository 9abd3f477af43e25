import { limits } from '../limits.js';
import type { Cause, CauseLog, Signs } from './causes.js';

/** In the place of a frame's id. */
const newWindow = 'new window';

/** Follows frames that load after the mark, from the navigation's start to their `load`. */
export class LoadingLog implements CauseLog {
  readonly #signs: Signs;
  readonly #now: () => number;
  readonly #loading = new Map<string, Cause & { readonly endAtMs: number }>();
  #armed = false;

  constructor(signs: Signs, now: () => number) {
    this.#signs = signs;
    this.#now = now;
  }

  arm(): void {
    this.#armed = true;
    this.#loading.clear();
  }

  rest(): void {
    this.#armed = false;
    this.#loading.clear();
  }

  started(frameId: string, isMain: boolean): void {
    if (!this.#armed || this.#loading.has(frameId)) return;
    this.#begin(frameId, isMain ? 'page load' : 'frame load', limits.stalledRequestMs);
  }

  stopped(frameId: string): void {
    if (this.#loading.delete(frameId)) this.#signs.changed();
  }

  /** The frame goes on in another process; its new target has to be found first. */
  moved(frameId: string): void {
    if (this.#armed) this.#begin(frameId, 'frame load', limits.frameSwapMs);
  }

  /** The page opens a window: a new page has to show up. */
  windowOpens(): void {
    if (this.#armed) this.#begin(newWindow, 'new window', limits.newWindowMs);
  }

  windowOpened(): void {
    this.stopped(newWindow);
  }

  open(nowMs: number): Cause[] {
    for (const [id, cause] of this.#loading) if (nowMs >= cause.endAtMs) this.#loading.delete(id);
    return [...this.#loading.values()];
  }

  #begin(frameId: string, label: string, ms: number): void {
    const startedAtMs = this.#now();
    this.#loading.set(frameId, { label, startedAtMs, endAtMs: startedAtMs + ms });
    this.#signs.changed();
  }
}
