import { limits } from '../../limits.js';

interface Rhythm {
  count: number;
  firstAtMs: number;
  lastAtMs: number;
}

/** How many are kept. */
const most = 300;

/** What comes again and again while nothing is done to the page, told apart by kind. */
export class Rhythms {
  readonly #rhythms = new Map<string, Rhythm>();

  note(kind: string, atMs: number): void {
    let rhythm = this.#rhythms.get(kind);
    if (!rhythm || atMs - rhythm.lastAtMs > limits.messageRhythmEndsMs) {
      if (this.#rhythms.size >= most) this.#rhythms.clear();
      rhythm = { count: 0, firstAtMs: atMs, lastAtMs: atMs };
      this.#rhythms.set(kind, rhythm);
    }
    rhythm.count += 1;
    rhythm.lastAtMs = atMs;
  }

  /** Whether that kind was still coming, in its rhythm, at that time. */
  wasGoingOn(kind: string, atMs: number): boolean {
    const rhythm = this.#rhythms.get(kind);
    if (!rhythm || rhythm.count < 2) return false;
    const gapMs = (rhythm.lastAtMs - rhythm.firstAtMs) / (rhythm.count - 1);
    return atMs - rhythm.lastAtMs < Math.max(gapMs * 2.5, 1_000);
  }

  /** Whether that much came in the time before that nothing can be told by kinds. */
  wasNoisy(atMs: number): boolean {
    let single = 0;
    for (const { count, lastAtMs } of this.#rhythms.values()) {
      if (count < 2 && atMs - lastAtMs < limits.noiseMs) single += 1;
    }
    return single >= 2;
  }
}
