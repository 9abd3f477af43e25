import { beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../../../deadline/clock.js';
import { eventsSettler } from '../events-settler.js';
import { limits } from '../limits.js';
import type { Settler } from '../settler.js';
import type { Cause } from '../watch/causes.js';
import type { Gone, PendingInPage } from '../watch/in-page/report.js';
import type { Watched, WatchedState } from '../watch/watched.js';

/** A page by script: what is true of it when, on a clock that jumps from one timer to the next. */
class ScriptedPage {
  nowMs = 0;
  readonly #timers: { atMs: number; fn: () => void }[] = [];
  readonly #events: { atMs: number; fn: () => void }[] = [];
  movedAtMs = -1_000;
  effect = false;
  busy = false;
  pending: {
    kind?: 'animation';
    label: string;
    untilMs: number;
    key?: string;
    isNextRound?: boolean;
  }[] = [];
  causes: Cause[] = [];
  notedAtMs = -1;
  /** What can be read on it, in which document, and how often its controls have moved. */
  shown = { texts: [] as string[], document: 1, arrangement: 1 };
  #noted: ScriptedPage['shown'] | undefined;
  leftOver: Cause[] = [];
  changedLate: number[] = [];
  reports = 0;
  readonly state: WatchedState = {
    changedAtMs: -1_000,
    requestEndedAtMs: 0,
    effect: false,
    dialogOpen: false,
    gone: undefined,
  };
  readonly #listeners = new Set<() => void>();
  hangs = false;
  answerMs = 0;

  readonly clock: Clock = {
    now: () => this.nowMs,
    after: (ms, fn) => {
      const timer = { atMs: this.nowMs + ms, fn };
      this.#timers.push(timer);
      return () => {
        const at = this.#timers.indexOf(timer);
        if (at >= 0) this.#timers.splice(at, 1);
      };
    },
  };

  readonly watched: Watched = {
    arm: async () => {},
    rest: () => {},
    report: () => {
      this.reports += 1;
      if (this.hangs) return new Promise(() => {});
      const pending: PendingInPage[] = this.pending
        .filter((one) => one.untilMs > this.nowMs)
        .map(({ kind, label, untilMs, key, isNextRound }) => ({
          kind: kind ?? 'timer',
          label,
          dueInMs: untilMs - this.nowMs,
          ...(key === undefined ? {} : { key }),
          ...(isNextRound === undefined ? {} : { isNextRound }),
        }));
      const { effect, busy } = this;
      const answer = {
        quietForMs: this.nowMs - this.movedAtMs,
        movementStamp: `${this.movedAtMs}`,
        effect,
        busy,
        pending,
        changedLate: this.changedLate.map((atMs) => this.nowMs - atMs),
      };
      if (this.answerMs === 0) return Promise.resolve(answer);
      return new Promise((resolve) => this.clock.after(this.answerMs, () => resolve(answer)));
    },
    frames: async () => {},
    note: async () => {
      this.notedAtMs = this.nowMs;
      this.#noted = { ...this.shown };
    },
    gone: async (): Promise<Gone | undefined> => {
      const [noted, { texts, document, arrangement }] = [this.#noted, this.shown];
      if (noted?.document !== document) return undefined;
      const isNew = texts.some((text) => !noted.texts.includes(text));
      return {
        texts: noted.texts.filter((text) => !texts.includes(text)),
        isOutdated: isNew || noted.arrangement !== arrangement,
      };
    },
    left: () => this.leftOver,
    causes: () => this.causes,
    state: () => this.state,
    onChange: (fn) => {
      this.#listeners.add(fn);
      return () => this.#listeners.delete(fn);
    },
    detach: async () => {},
  };

  at(atMs: number, fn: () => void): void {
    this.#events.push({ atMs, fn });
  }
  moves = () => {
    this.movedAtMs = this.nowMs;
    this.effect = true;
  };
  shows(...texts: string[]): void {
    this.shown = { ...this.shown, texts };
    this.moves();
  }
  begins(label: string, keepsDocument = false): void {
    this.causes.push({ label, startedAtMs: this.nowMs, keepsDocument });
    this.changes();
  }
  beginsUnsure(label: string): void {
    this.causes.push({ label, startedAtMs: this.nowMs, isUnsure: true, keepsDocument: true });
    this.changes();
  }
  ends(label: string): void {
    this.causes = this.causes.filter((cause) => cause.label !== label);
    this.state.requestEndedAtMs = this.nowMs;
    this.changes();
  }
  changes(): void {
    this.state.changedAtMs = this.nowMs;
    for (const listener of this.#listeners) listener();
  }

  /** Lets time pass until the work is done. */
  async until<T>(work: Promise<T>): Promise<T> {
    let isOver = false;
    const over = work.finally(() => {
      isOver = true;
    });
    over.catch(() => {});
    for (let turns = 0; !isOver && turns < 10_000; turns += 1) {
      for (let n = 0; n < 20; n += 1) await Promise.resolve();
      if (isOver) break;
      const next = [...this.#events, ...this.#timers].sort((a, b) => a.atMs - b.atMs)[0];
      if (!next) throw new Error('Nothing will ever happen again.');
      for (const list of [this.#events, this.#timers]) {
        const at = list.indexOf(next);
        if (at >= 0) list.splice(at, 1);
      }
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.fn();
    }
    return over;
  }
}

let page: ScriptedPage;
let settler: Settler;
const never = new AbortController().signal;

beforeEach(() => {
  page = new ScriptedPage();
  settler = eventsSettler(page.watched, {
    clock: page.clock,
    capMs: 3_000,
    followsScheduling: true,
  });
});

const settle = async <T>(capture?: () => Promise<T>, signal = never) => {
  const mark = await settler.mark(never);
  return page.until(settler.settle(mark, { signal, ...(capture ? { capture } : {}) }));
};

describe('the wait', () => {
  test('is short where all happened at once', async () => {
    page.moves();
    expect(await settle()).toMatchObject({
      reason: 'quiet at once',
      durationMs: limits.quietAfterInstantMs,
    });
  });

  test('counts from the effect, where the action returned a moment later', async () => {
    page.movedAtMs = -8;
    page.effect = true;
    expect((await settle()).durationMs).toBe(limits.quietAfterInstantMs - 8);
  });

  test('is a whole quiet window where scheduling is not followed', async () => {
    settler = eventsSettler(page.watched, {
      clock: page.clock,
      capMs: 3_000,
      followsScheduling: false,
    });
    page.moves();
    expect((await settle()).durationMs).toBe(limits.quietMs);
  });

  test('is longer where nothing seems to happen', async () => {
    expect(await settle()).toMatchObject({
      reason: `no visible effect in ${limits.noEffectMs} ms`,
      durationMs: limits.noEffectMs,
    });
  });

  test('is longer still where the page is slow to answer, and may be slow to begin', async () => {
    page.answerMs = 60;
    page.at(limits.noEffectMs + 200, page.moves);
    const { reason, durationMs } = await settle();
    expect(reason).toBe('quiet at once');
    expect(durationMs).toBeGreaterThan(limits.noEffectMs + 200);
  });

  test('is longest after a request that changed nothing', async () => {
    page.at(10, () => page.begins('fetch /x'));
    page.at(310, () => page.ends('fetch /x'));
    expect((await settle()).durationMs).toBe(310 + limits.noEffectAfterRequestMs);
  });

  test('ends a quiet window after an effect that nobody announced', async () => {
    page.at(230, page.moves);
    expect((await settle()).durationMs).toBe(230 + limits.quietMs);
  });

  test('goes from one cause to the next', async () => {
    page.moves();
    page.at(10, () => page.begins('fetch /a'));
    page.at(200, () => page.ends('fetch /a'));
    page.at(250, () => {
      page.pending.push({ label: 'timer', untilMs: 600 });
      page.moves();
    });
    page.at(600, page.moves);
    const { reason, durationMs } = await settle();
    expect(reason).toMatch(/^fetch \/a 190 ms, timer \d+ ms, then quiet$/);
    expect(durationMs).toBe(600 + limits.quietMs);
  });

  test('looks at the page while what may be over is waited for', async () => {
    page.moves();
    page.beginsUnsure('socket message');
    page.at(400, () => {
      page.moves();
      page.changes();
    });
    page.at(700, () => page.ends('socket message'));
    const { reason, durationMs } = await settle();
    expect(reason).toBe('socket message 700 ms, then quiet');
    expect(durationMs).toBe(700 + limits.quietMs);
    expect(page.reports).toBeGreaterThan(700 / limits.probeEveryMs);
  });

  test('tells what is still coming and is not waited for', async () => {
    page.moves();
    page.leftOver = [{ label: 'fetch /poll', startedAtMs: 0 }];
    expect((await settle()).reason).toBe('quiet, with fetch /poll still coming');
  });

  test('is not for the next round of a loop that shows each of them, and tells of it', async () => {
    page.moves();
    page.pending = [{ label: 'timer', untilMs: 1_000, isNextRound: true }];
    const report = await settle();
    expect(report.durationMs).toBeLessThan(limits.quietMs);
    expect(report.reason).toBe('quiet, with timer still coming');
  });

  test('is for the next round of a loop that shows nothing', async () => {
    page.pending = [{ label: 'timer', untilMs: 1_000, isNextRound: true }];
    page.at(1_000, page.moves);
    expect(await settle()).toMatchObject({ durationMs: 1_000 + limits.quietMs });
  });

  test('tells what was not waited for because it came to nothing before', async () => {
    const idly = async () => {
      page.pending = [{ label: 'timer', untilMs: page.nowMs + 1_000, key: 'idle' }];
      return settle();
    };
    for (let n = 0; n < 2; n += 1) expect((await idly()).reason).not.toContain('still coming');
    expect((await idly()).reason).toContain('with timer still coming');
  });

  test('goes on for as long as something moves', async () => {
    for (let ms = 0; ms <= 900; ms += 90) page.at(ms, page.moves);
    page.begins('fetch /x');
    page.at(1, () => page.ends('fetch /x'));
    expect((await settle()).durationMs).toBe(900 + limits.quietMs);
  });

  test('goes on while a part says that it is busy', async () => {
    page.moves();
    page.busy = true;
    page.at(400, () => {
      page.busy = false;
      page.moves();
    });
    expect((await settle()).durationMs).toBe(400 + limits.quietMs);
  });

  test('is over at the cap, whatever is going on', async () => {
    page.begins('fetch /slow');
    expect(await settle()).toMatchObject({
      reason: 'not at rest after 3000 ms: fetch /slow still going on',
      durationMs: 3_000,
    });
  });

  test('is over at the cap where the page does not answer', async () => {
    page.hangs = true;
    expect(await settle()).toMatchObject({
      reason: 'not at rest after 3000 ms',
      durationMs: 3_000,
    });
  });

  test('is over soon where a dialog stays open', async () => {
    page.hangs = true;
    page.at(20, () => {
      page.state.dialogOpen = true;
      page.changes();
    });
    expect(await settle()).toMatchObject({
      reason: 'a dialog is open',
      durationMs: 20 + limits.dialogMs,
    });
  });

  test('rejects with the reason of the signal, at once', async () => {
    page.begins('fetch /slow');
    const controller = new AbortController();
    const reason = new Error('enough');
    page.at(700, () => controller.abort(reason));
    await expect(settle(undefined, controller.signal)).rejects.toBe(reason);
    expect(page.nowMs).toBe(700);
  });

  test('rejects when the page is gone', async () => {
    page.begins('fetch /slow');
    const gone = new Error('crashed');
    page.at(100, () => {
      page.state.gone = gone;
      page.changes();
    });
    await expect(settle()).rejects.toBe(gone);
  });

  test('for a mark that was settled before is for the page to hold still', async () => {
    const mark = await settler.mark(never);
    await page.until(settler.settle(mark, { signal: never }));
    const again = await page.until(settler.settle(mark, { signal: never }));
    expect(again.durationMs).toBeLessThanOrEqual(limits.quietMs);
  });

  test('asks the page seldom', async () => {
    page.moves();
    page.begins('fetch /x');
    page.at(2_000, () => page.ends('fetch /x'));
    await settle();
    expect(page.reports).toBeLessThan(10);
  });
});

describe('an early look', () => {
  /** A text at once, a timer, and what is shown once that has run. */
  const toastFor = (then: () => void = () => page.shows(), untilMs = 1_500) => {
    page.shows('Saved');
    page.pending = [{ label: 'timer', untilMs, key: 'hide' }];
    page.at(untilMs, then);
  };
  const look = async () => page.nowMs;
  const slowLook = (ms: number) => async () => {
    const atMs = page.nowMs;
    await new Promise<void>((resolve) => page.clock.after(ms, resolve));
    return atMs;
  };

  test('is what was seen where all that came of the wait is that something went', async () => {
    toastFor();
    const { captured, reason } = await settle(look);
    expect(captured).toBe(limits.quietMs);
    expect(reason).toMatch(/^timer \d+ ms, then quiet; "Saved" was there before, and is seen$/);
  });

  test.each([
    ['something else can be read', () => page.shows('Orders')],
    [
      'what one can click lies elsewhere',
      () => {
        page.shown.arrangement += 1;
        page.shows();
      },
    ],
  ])('is not what was seen where %s now, but what has gone is told', async (_why, then) => {
    toastFor(then);
    const { captured, reason } = await settle(look);
    expect(captured).toBeGreaterThan(1_500);
    expect(reason).toMatch(/; "Saved" was there before$/);
  });

  test.each([
    ['nothing has gone', () => page.moves()],
    [
      'the document is another',
      () => {
        page.shown.document += 1;
        page.shows();
      },
    ],
  ])('is forgotten where %s', async (_why, then) => {
    toastFor(then);
    const { captured, reason } = await settle(look);
    expect(captured).toBeGreaterThan(1_500);
    expect(reason).toMatch(/^timer \d+ ms, then quiet$/);
  });

  test('holds where the page moved while it was taken, but for what could be read', async () => {
    toastFor();
    for (let ms = 120; ms < 1_400; ms += 120) page.at(ms, page.moves);
    const { captured } = await settle(slowLook(90));
    expect(captured).toBeLessThan(1_500);
  });

  test('does not hold where something went while it was taken, but that is told', async () => {
    toastFor(undefined, 700);
    const { captured, reason } = await settle(slowLook(800));
    expect(captured).toBeGreaterThan(700);
    expect(reason).toMatch(/; "Saved" was there before$/);
  });

  test('is taken of a page that does not hold still, too', async () => {
    toastFor();
    for (let ms = 10; ms < 1_600; ms += 60) page.at(ms, page.moves);
    const { captured } = await settle(look);
    expect(captured).toBeGreaterThanOrEqual(limits.restlessMs);
    expect(captured).toBeLessThan(1_500);
  });

  test('is taken beside timers that are due sooner than one could look', async () => {
    toastFor();
    for (let ms = 40; ms < 1_400; ms += 150) {
      page.at(ms, () => page.pending.push({ label: 'beat', untilMs: ms + 150 }));
    }
    const { captured } = await settle(look);
    expect(captured).toBeLessThan(200);
  });

  test('is what the one before was where something went while it was taken', async () => {
    toastFor();
    page.at(700, page.moves);
    const { captured } = await settle(async () => {
      const atMs = page.nowMs;
      if (atMs < 1_500 && atMs > 700) {
        await new Promise<void>((resolve) => page.clock.after(1_000, resolve));
      }
      return atMs;
    });
    expect(captured).toBe(limits.quietMs);
  });

  test('is taken while a request is waited for, and what it saw goes by a timer meanwhile', async () => {
    toastFor();
    page.begins('fetch /log', true);
    page.at(2_000, () => page.ends('fetch /log'));
    const { captured, reason } = await settle(look);
    expect(captured).toBeLessThan(1_000);
    expect(reason).toContain('"Saved" was there before, and is seen');
  });

  test('is not taken while the document is replaced', async () => {
    toastFor();
    page.begins('document /next');
    page.at(2_000, () => page.ends('document /next'));
    const { captured } = await settle(look);
    expect(captured).toBeGreaterThan(2_000);
  });

  test('is not taken while a request is waited for where nothing is known to end', async () => {
    page.shows('Saved');
    page.begins('fetch /log', true);
    page.at(2_000, () => page.ends('fetch /log'));
    const looks: number[] = [];
    await settle(async () => {
      looks.push(page.nowMs);
      return page.nowMs;
    });
    expect(looks.every((atMs) => atMs > 2_000)).toBe(true);
  });

  test('is taken beside what may be an answer or not', async () => {
    toastFor();
    page.beginsUnsure('socket message');
    page.at(2_000, () => page.ends('socket message'));
    const { captured } = await settle(look);
    expect(captured).toBeLessThan(1_000);
  });

  test('is taken beside that and a request', async () => {
    toastFor();
    page.beginsUnsure('socket message');
    page.begins('fetch /log', true);
    page.at(2_000, () => page.ends('fetch /log'));
    page.at(2_100, () => page.ends('socket message'));
    const { captured } = await settle(look);
    expect(captured).toBeLessThan(1_000);
  });

  test('is kept where what it saw goes while something else is waited for', async () => {
    toastFor(() => page.shows(), 900);
    page.pending.push({ label: 'other timer', untilMs: 1_900 });
    const { captured, reason } = await settle(look);
    expect(captured).toBe(limits.quietMs);
    expect(reason).toMatch(/; "Saved" was there before, and is seen$/);
  });

  test('is not taken again because an answer of the page comes late', async () => {
    toastFor();
    page.at(600, () => {
      page.answerMs = 700;
    });
    page.at(1_300, () => {
      page.answerMs = 0;
    });
    const { captured } = await settle(look);
    expect(captured).toBe(limits.quietMs);
  });

  test('is taken again where something else came, and tells what was there before that', async () => {
    toastFor(() => page.shows('Sent'), 900);
    page.pending.push({ label: 'other timer', untilMs: 1_900 });
    page.at(1_900, () => page.shows());
    const { captured, reason } = await settle(look);
    expect(captured).toBe(900 + limits.quietMs);
    expect(reason).toMatch(/; "Saved", "Sent" was there before, and is seen$/);
  });

  test('teaches not to wait for what takes away', async () => {
    toastFor();
    await settle(look);
    const startMs = page.nowMs;
    page.pending = [{ label: 'timer', untilMs: startMs + 1_500, key: 'hide' }];
    page.moves();
    expect((await settle(look)).captured).toBeLessThan(startMs + 100);
  });

  test.each([
    ['there is no time for one', () => {}, limits.earlyLookMs],
    [
      'nothing can be seen yet',
      () => {
        page.effect = false;
      },
      1_500,
    ],
  ])('is not taken where %s', async (_why, change, untilMs) => {
    page.moves();
    change();
    page.pending = [{ label: 'timer', untilMs }];
    page.at(untilMs, page.moves);
    await settle(look);
    expect(page.notedAtMs).toBe(-1);
  });

  test('waits until what fades in is there', async () => {
    toastFor();
    page.pending = [{ kind: 'animation', label: 'animation', untilMs: 1_500 }];
    await settle(look);
    expect(page.notedAtMs).toBeGreaterThanOrEqual(limits.fadedInMs);
  });

  test('that fails is as if it had not been taken', async () => {
    toastFor();
    const failing = async () => {
      if (page.nowMs < 1_500) throw new Error('no picture');
      return page.nowMs;
    };
    expect((await settle(failing)).captured).toBeGreaterThan(1_500);
  });
});

describe('a last look without a picture', () => {
  const TAKES_MS = 15;
  let askedAtMs: number[];
  beforeEach(() => {
    askedAtMs = [];
    page.watched.frames = () => {
      askedAtMs.push(page.nowMs);
      return new Promise((resolve) => page.clock.after(TAKES_MS, resolve));
    };
  });

  test('has frames come while the page is seen to be quiet, and costs no time of its own', async () => {
    page.moves();
    expect((await settle()).durationMs).toBe(limits.quietAfterInstantMs);
    expect(askedAtMs).toEqual([0]);
  });

  test('is begun before it is asked whether the page has arrived', async () => {
    page.at(200, page.moves);
    const mark = await settler.mark(never);
    const arrivedAtMs: number[] = [];
    const arrived = async () => {
      arrivedAtMs.push(page.nowMs);
      await new Promise<void>((resolve) => page.clock.after(20, resolve));
      return true;
    };
    const { durationMs } = await page.until(settler.settle(mark, { signal: never, arrived }));
    expect(askedAtMs).toEqual(arrivedAtMs);
    expect(durationMs).toBe(200 + limits.quietArrivedMs);
  });
});

describe('the capture', () => {
  /** Takes 40 ms, and tells when it began. */
  const slowCapture = () => {
    const begun: number[] = [];
    const capture = () => {
      begun.push(page.nowMs);
      return new Promise<number>((resolve) => page.clock.after(40, () => resolve(begun.length)));
    };
    return { begun, capture };
  };

  test('is begun in the quiet window and costs no time of its own', async () => {
    page.moves();
    const { begun, capture } = slowCapture();
    const { captured, durationMs } = await settle(capture);
    expect([captured, durationMs]).toEqual([1, limits.quietAfterInstantMs]);
    expect(begun).toEqual([limits.captureAfterInstantMs]);
  });

  test('is taken again when something moved while it was taken', async () => {
    page.moves();
    page.at(30, page.moves);
    const { begun, capture } = slowCapture();
    const { captured } = await settle(capture);
    expect(captured).toBe(2);
    expect(begun).toHaveLength(2);
  });

  test('is taken again when a request began while it was taken', async () => {
    page.moves();
    page.at(30, () => page.begins('fetch /x'));
    page.at(300, () => page.ends('fetch /x'));
    const { captured } = await settle(slowCapture().capture);
    expect(captured).toBe(2);
  });

  test('is never begun while another is being taken', async () => {
    page.moves();
    for (let ms = 25; ms < 400; ms += 30) page.at(ms, page.moves);
    let open = 0;
    let most = 0;
    await settle(() => {
      open += 1;
      most = Math.max(most, open);
      return new Promise<void>((resolve) =>
        page.clock.after(90, () => {
          open -= 1;
          resolve();
        }),
      );
    });
    expect(most).toBe(1);
  });

  test('is begun again when the first is never answered, as between two documents', async () => {
    page.moves();
    page.at(25, () => page.begins('document /next'));
    page.at(200, () => page.ends('document /next'));
    let asked = 0;
    const { captured, durationMs } = await settle(() => {
      asked += 1;
      return asked === 1 ? new Promise<number>(() => {}) : Promise.resolve(asked);
    });
    expect(captured).toBe(2);
    expect(durationMs).toBeLessThan(limits.hungCaptureMs + 200);
  });

  test('is left out when it is not answered on a page that is at rest', async () => {
    page.moves();
    const report = await settle(() => new Promise<number>(() => {}));
    expect(report).not.toHaveProperty('captured');
    expect(report.durationMs).toBeLessThan(limits.hungCaptureMs + 200);
  });

  test('is left out when it fails: who asked takes it again, and sees why', async () => {
    page.moves();
    const report = await settle(() => Promise.reject(new Error('no picture')));
    expect(report).not.toHaveProperty('captured');
    expect(report.reason).toBe('quiet at once');
  });

  test('is left out when the cap came first', async () => {
    page.begins('fetch /slow');
    expect(await settle(slowCapture().capture)).not.toHaveProperty('captured');
  });
});

describe('a page that has come to where somebody waits for it to come', () => {
  const LOADED_MS = 210;
  let asked: number[];
  let isSeen: boolean;
  const arriving = async (arrived: () => Promise<boolean>) => {
    const mark = await settler.mark(never);
    const ask = () => {
      asked.push(page.nowMs);
      return arrived();
    };
    return page.until(settler.settle(mark, { signal: never, arrived: ask }));
  };
  beforeEach(() => {
    asked = [];
    isSeen = true;
    page.at(10, () => page.begins('page load'));
    page.at(LOADED_MS, () => {
      page.moves();
      page.effect = isSeen;
      page.ends('page load');
    });
  });

  test('has to hold still for a shorter while, and is asked about when nothing is going on', async () => {
    const { durationMs } = await arriving(async () => true);
    expect(durationMs).toBe(LOADED_MS + limits.quietArrivedMs);
    expect(asked).toEqual([LOADED_MS]);
  });

  test('has to hold still for longer where it was settled before: nobody knows what came since', async () => {
    const mark = await settler.mark(never);
    page.moves();
    await page.until(settler.settle(mark, { signal: never }));
    const again = settler.settle(mark, { signal: never, arrived: async () => true });
    expect((await page.until(again)).durationMs).toBe(limits.quietAfterInstantMs);
  });

  test.each([
    ['is not there', async () => false],
    ['cannot be asked', async () => Promise.reject(new Error('It went away'))],
  ])('takes the whole quiet window where it %s', async (_, arrived) => {
    expect((await arriving(arrived)).durationMs).toBe(LOADED_MS + limits.quietMs);
  });

  test('is asked again once it has moved, and waited for while anything is pending', async () => {
    page.at(LOADED_MS + 20, () => {
      page.pending.push({ label: 'timer', untilMs: LOADED_MS + 300 });
      page.moves();
    });
    page.at(LOADED_MS + 300, page.moves);
    const { durationMs } = await arriving(async () => asked.length === 1);
    expect(asked).toHaveLength(2);
    expect(durationMs).toBe(LOADED_MS + 300 + limits.quietMs);
  });

  test('is given the time of one without an effect where none is seen', async () => {
    isSeen = false;
    const { durationMs } = await arriving(async () => true);
    expect(durationMs).toBe(LOADED_MS + limits.noEffectAfterRequestMs);
    expect(asked).toEqual([]);
  });
});
