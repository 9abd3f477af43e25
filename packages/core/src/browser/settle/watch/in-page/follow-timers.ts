import { inPage } from '../../../frames/in-page.js';
import type { Entry, PageKit, PagePart } from './page-kit.js';

/**
 * Follows timers, intervals, idle callbacks and posted tasks that the action set. Self-contained, as
 * all of the in-page parts.
 */
export const followTimers = inPage(function followTimers(kit: PageKit): PagePart {
  const { apply, limits, state } = kit;
  const toNumber = Number;
  const { max, min } = Math;
  const MOST_OPEN = 20;
  const MANY_IDLE = 10;
  const LONG_SLICE_MS = 50;
  /** A timer that a timer sets is due no sooner. */
  const CLAMP_MS = 4;
  const indexOf = String.prototype.indexOf;
  const sourceOf = Function.prototype.toString;
  const idleCallback = globalThis.requestIdleCallback;
  const setTimer = globalThis.setTimeout;
  let byTimer = kit.table<Entry>();
  interface Started {
    ms: number;
    setAt: number;
    dueAt: number;
  }
  let started = kit.table<Started>();
  let ranLateUntil = 0;
  /** Timers run late where the thread has no time for them: it is the page that is slow then. */
  const ran = (dueAt: number) => {
    const at = kit.now();
    const sinceAt = max(dueAt, ranLateUntil, state.actedAt);
    if (at <= sinceAt) return;
    state.lateMs += at - sinceAt;
    ranLateUntil = at;
  };
  /** Promises' own functions: they tell nothing of who waits. */
  const isNative = (callback: unknown) =>
    typeof callback === 'function' &&
    apply(indexOf, apply(sourceOf, callback, []), ['[native code]']) >= 0;
  const toMs = (asked: unknown): number =>
    typeof asked === 'number' || typeof asked === 'string' ? toNumber(asked) || 0 : 0;

  /** Follows what is due once after `ms`, until it has run: on a busy page that may be much later. */
  const untilItRan = (key: string | undefined, ms: number, then?: () => void): Entry => {
    const entry = kit.begin('timer', 'timer', key, ms);
    entry.endAt += limits.lateTimerMs;
    // Timers of one delay run in the order they were set in: ours comes after the page's.
    apply(setTimer, globalThis, [
      () => {
        if (entry.done) return;
        entry.done = true;
        ran(entry.dueAt);
        then?.();
      },
      ms,
    ]);
    return entry;
  };
  /**
   * Short timers are over before anybody looks; but a row of them, each set when the one before has run,
   * is work in slices, and the thread may be busy with each slice for long.
   */
  const slices = {
    open: 0,
    /** One was set by one that has run, or by one that takes long. */
    isRow: false,
    /** When the one set last is due. */
    dueAt: 0,
    hasRun: false,
    idle: 0,
    idleAt: 0,
    areBackground: false,
    round: 0,
  };
  const onShortTimer = (ms: number) => {
    if (!state.armed) {
      slices.idle += 1;
      slices.idleAt = kit.now();
      return;
    }
    if (slices.areBackground || slices.open >= MOST_OPEN) return;
    const at = kit.now();
    // Set while the one before has not come to its end: a slice that takes long.
    const isLong = slices.open > 0 && !slices.hasRun && at - slices.dueAt > LONG_SLICE_MS;
    slices.isRow ||= slices.hasRun || isLong;
    slices.hasRun = false;
    slices.open += 1;
    const { round } = slices;
    const dueAt = at + max(ms, CLAMP_MS);
    slices.dueAt = dueAt;
    apply(setTimer, globalThis, [
      () => {
        if (round !== slices.round) return;
        slices.open -= 1;
        slices.hasRun = true;
        ran(dueAt);
      },
      ms,
    ]);
  };
  /** The round before: of a loop that waits for as long, or longer each time. */
  const roundBefore = (key: string, ms: number, at: number): Started | undefined => {
    // What comes seldom is a clock from its second time on, as with intervals.
    if (ms <= limits.longestIntervalMs) return undefined;
    for (const other in started) {
      const one = started[other];
      if (one && one.dueAt <= at + 5 && one.ms <= ms && kit.isRoundOf(key, other)) return one;
    }
    return undefined;
  };
  const onTimer = (id: unknown, callback: unknown, asked: unknown) => {
    const at = kit.now();
    const ms = toMs(asked);
    if (ms > limits.longestTimerMs) return;
    if (ms < limits.shortestTimerMs) {
      onShortTimer(ms);
      return;
    }
    const key = kit.placeOf(callback, ms);
    if (!state.armed) {
      kit.learn(`timer:${key}`, at);
      return;
    }
    if (kit.isHabit(`timer:${key}`)) return;
    const isOfPromise = isNative(callback);
    const before = started[key];
    const isSetAgain = before && before.setAt >= state.actedAt && before.dueAt <= at + 5;
    // A loop that asks the server in between is on its way somewhere.
    const isHop = before && state.readAt > before.setAt;
    const round = isOfPromise || before ? undefined : roundBefore(key, ms, at);
    started[key] = { ms, setAt: at, dueAt: at + ms };
    let untilMs: number = isOfPromise ? limits.longestTimerMs : limits.rearmedUntilMs;
    if (isHop) untilMs = limits.hopsUntilMs;
    if (isSetAgain && kit.sinceActMs(at) + ms > untilMs) return;
    const entry = untilItRan(key, ms);
    byTimer[`${id}`] = entry;
    if (!round || state.readAt > round.setAt) return;
    entry.isNextRound = kit.sinceActMs(at) + ms > limits.rearmedUntilMs;
  };
  /** Libraries set intervals for what shall happen once, and clear them then: the first time counts. */
  const onInterval = (id: unknown, callback: unknown, asked: unknown) => {
    const ms = toMs(asked);
    if (ms > limits.longestTimerMs) return;
    const at = kit.now();
    const key = kit.placeOf(callback, ms);
    if (!state.armed) {
      kit.learn(`interval:${key}`, at);
      return;
    }
    if (kit.isHabit(`interval:${key}`)) return;
    const before = started[key];
    const isSetAgain = before && before.setAt >= state.actedAt && before.dueAt <= at + 5;
    started[key] = { ms, setAt: at, dueAt: at + ms };
    if (isSetAgain && kit.sinceActMs(at) + ms > limits.rearmedUntilMs) return;
    if (ms < limits.shortestTimerMs) {
      byTimer[`${id}`] = kit.begin('interval', 'interval', key, limits.loopMs);
      return;
    }
    byTimer[`${id}`] = untilItRan(key, ms, () => {
      const leftMs = limits.loopMs - (kit.now() - at);
      if (ms > limits.longestIntervalMs || leftMs <= 0 || !state.armed) return;
      byTimer[`${id}`] = kit.begin('interval', 'interval', key, leftMs);
    });
  };
  const onClear = (_result: unknown, _self: unknown, args: ArrayLike<unknown>) => {
    const id = args[0];
    if (typeof id !== 'number' && typeof id !== 'string') return;
    const entry = byTimer[`${id}`];
    if (entry) entry.done = true;
  };
  kit.follow(globalThis, 'setTimeout', (id, _self, args) => onTimer(id, args[0], args[1]));
  kit.follow(globalThis, 'setInterval', (id, _self, args) => onInterval(id, args[0], args[1]));
  kit.follow(globalThis, 'clearTimeout', onClear);
  kit.follow(globalThis, 'clearInterval', onClear);

  kit.follow(globalThis, 'requestIdleCallback', (_id, _self, args) => {
    const at = kit.now();
    const key = kit.placeOf(args[0], 0);
    if (!state.armed) {
      kit.learn(`idle-callback:${key}`, at);
      return;
    }
    if (kit.sinceActMs(at) > limits.longestTimerMs || kit.isHabit(`idle-callback:${key}`)) return;
    const entry = kit.begin('idle-callback', 'idle callback', key, limits.idleCallbackMs);
    // Idle callbacks run in the order they were asked for: ours comes after the page's.
    apply(idleCallback, globalThis, [
      () => {
        entry.done = true;
      },
    ]);
  });
  kit.follow(kit.prototypeOf('Scheduler'), 'postTask', (_result, _self, args) => {
    const delay = (args[1] as { delay?: unknown } | undefined)?.delay;
    if (typeof delay === 'number') onTimer(`task ${kit.now()}`, args[0], delay);
  });

  return {
    arm() {
      byTimer = kit.table();
      started = kit.table();
      slices.areBackground = slices.idle > MANY_IDLE && kit.now() - slices.idleAt < 100;
      slices.open = 0;
      slices.isRow = false;
      slices.hasRun = false;
      slices.idle = 0;
      slices.round += 1;
    },
    pending(at) {
      // A thread that is busy with the slices is late with them; but some are never done.
      const dueInMs = min(
        limits.rearmedUntilMs - kit.sinceActMs(at),
        limits.longestTimerMs - (at - state.actedAt),
      );
      const isLate = at - slices.dueAt > LONG_SLICE_MS;
      if (slices.open === 0 || !(slices.isRow || isLate) || dueInMs <= 0) return [];
      return [{ kind: 'task', label: 'short timers', dueInMs }];
    },
  };
});
