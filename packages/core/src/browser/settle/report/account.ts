import type { Ending } from './ending.js';

const longestText = 60;
const cut = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;

interface Waited {
  label: string;
  fromMs: number;
  untilMs: number;
}

/** Keeps what one settle waited for, and says it in words. */
export class Account {
  readonly #waited = new Map<string, Waited>();
  #lastSeen = new Set<string>();

  /** Notes what is being waited for at this moment. */
  waitingFor(items: readonly { label: string; startedAtMs?: number }[], nowMs: number): void {
    this.#lastSeen = new Set(items.map((item) => item.label));
    for (const { label, startedAtMs } of items) {
      const waited = this.#waited.get(label);
      if (waited) waited.untilMs = nowMs;
      else this.#waited.set(label, { label, fromMs: startedAtMs ?? nowMs, untilMs: nowMs });
    }
  }

  /** Notes that what was waited for is over. */
  nothingPending(nowMs: number, changedAtMs: number): void {
    for (const label of this.#lastSeen) {
      const waited = this.#waited.get(label);
      // A cause's end is known to the moment, a timer's to the last look.
      if (waited) waited.untilMs = changedAtMs > waited.fromMs ? changedAtMs : nowMs;
    }
    this.#lastSeen.clear();
  }

  get isEmpty(): boolean {
    return this.#waited.size === 0;
  }

  /** `fetch /api/x 300 ms, timer 250 ms, then quiet`. */
  reason(
    ending: Ending | undefined,
    details: {
      effect: boolean;
      totalMs: number;
      left?: readonly { label: string }[];
      passed?: { texts: readonly string[]; captured?: unknown };
    },
  ): string {
    const total = `${Math.round(details.totalMs)} ms`;
    const parts = this.#parts();
    if (ending === 'dialog') return [...parts, 'a dialog is open'].join(', ');
    if (ending === 'cap') {
      const left = [...this.#lastSeen].slice(0, 3).join(', ');
      return `not at rest after ${total}${left ? `: ${left} still going on` : ''}`;
    }
    const left = [...new Set(details.left?.map((one) => one.label))].slice(0, 3).join(', ');
    const still = left ? `, with ${left} still coming` : '';
    const { passed } = details;
    const told = passed?.texts
      .slice(0, 2)
      .map((text) => `"${cut(text)}"`)
      .join(', ');
    const isGone = told
      ? `; ${told} was there before${passed?.captured ? ', and is seen' : ''}`
      : '';
    const end = `${details.effect ? 'quiet' : `no visible effect in ${total}`}${still}${isGone}`;
    if (parts.length > 0) return `${parts.join(', ')}, then ${end}`;
    return end === 'quiet' ? 'quiet at once' : end;
  }

  #parts(): string[] {
    const shown = [...this.#waited.values()].slice(0, 4);
    const more = this.#waited.size - shown.length;
    const parts = shown.map(
      ({ label, fromMs, untilMs }) => `${label} ${Math.round(untilMs - fromMs)} ms`,
    );
    return more > 0 ? [...parts, `${more} more`] : parts;
  }
}
