import type { Entry, PageKit, PagePart } from './page-kit.js';

/**
 * Follows timers, intervals, idle callbacks and posted tasks that the action set. Self-contained, as
 * all of the in-page parts.
 */
export function followTimers(kit: PageKit): PagePart {
  const { apply, limits, state } = kit;
  const toNumber = Number;
  const indexOf = String.prototype.indexOf;
  const idleCallback = globalThis.requestIdleCallback;
  let byTimer = kit.table<Entry>();
  let started = kit.table<{ dueAt: number }>();
  /** Promises' own functions: they tell nothing of who waits. */
  const isNative = (key: string) => apply(indexOf, key, ['[native code]']) >= 0;

  const onTimer = (id: unknown, callback: unknown, asked: unknown) => {
    const at = kit.now();
    const ms = typeof asked === 'number' || typeof asked === 'string' ? toNumber(asked) || 0 : 0;
    const key = kit.keyOf(callback, ms);
    if (!state.armed) {
      kit.learn(`timer:${key}`, at);
      return;
    }
    if (ms < limits.shortestTimerMs || ms > limits.longestTimerMs) return;
    if (kit.isHabit(`timer:${key}`)) return;
    const before = started[key];
    const isSetAgain = before && before.dueAt <= at + 5;
    started[key] = { dueAt: at + ms };
    const untilMs = isNative(key) ? limits.longestTimerMs : limits.rearmedUntilMs;
    if (isSetAgain && at + ms > state.armedAt + untilMs) return;
    byTimer[`${id}`] = kit.begin('timer', 'timer', isNative(key) ? undefined : key, ms + 4);
  };
  const onInterval = (id: unknown, callback: unknown, asked: unknown) => {
    const ms = typeof asked === 'number' ? asked : 0;
    const key = kit.keyOf(callback, ms);
    if (!state.armed) {
      kit.learn(`interval:${key}`, kit.now());
      return;
    }
    if (ms > limits.longestIntervalMs || kit.isHabit(`interval:${key}`)) return;
    byTimer[`${id}`] = kit.begin('interval', 'interval', key, limits.loopMs);
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
    const key = kit.keyOf(args[0], 0);
    if (!state.armed) {
      kit.learn(`idle-callback:${key}`, at);
      return;
    }
    if (at - state.armedAt > limits.longestTimerMs || kit.isHabit(`idle-callback:${key}`)) return;
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
    },
  };
}
