import type { PageReport } from '../watch/watched.js';

/**
 * When the page last moved. A report says how long ago that was when it was made, and may come much
 * later: of all that tell the same movement, the one that came soonest dates it best.
 */
export class LastMovement {
  #stamp: string | undefined;
  #atMs = 0;

  /** At the latest, by the clock of the one who asked; the report having come at `nowMs`. */
  dated(report: Pick<PageReport, 'quietForMs' | 'movementStamp'>, nowMs: number): number {
    const atMs = nowMs - report.quietForMs;
    this.#atMs = report.movementStamp === this.#stamp ? Math.min(this.#atMs, atMs) : atMs;
    this.#stamp = report.movementStamp;
    return this.#atMs;
  }
}
