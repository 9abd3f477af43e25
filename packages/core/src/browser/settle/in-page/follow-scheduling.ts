import type { InPageLimits } from '../limits.js';
import type { InPageReport, InPageWatch, PendingInPage } from './report.js';

/**
 * Follows what a page schedules for later: timers, frame loops, idle callbacks, messages to workers,
 * databases and changes in shadow roots. Only the page's own world knows of these.
 *
 * Runs inside the page, before its scripts where it can: its source is sent as text, so it may use
 * nothing from outside of itself. The page may replace or poison any global afterwards, so whatever
 * is needed later is taken now and called through `apply`; no method of a shared prototype is called
 * by name. Functions are replaced by proxies, which pass on everything and keep name, length, `this`,
 * results and errors; callbacks are never wrapped.
 */
export function followScheduling(limits: InPageLimits): InPageWatch {
  type Fn = (...args: never[]) => unknown;
  type Args = ArrayLike<unknown>;
  interface Habit {
    count: number;
    firstAt: number;
    lastAt: number;
  }
  interface Entry extends PendingInPage {
    endAt: number;
    /** Over before its time. */
    done: boolean;
    quiet: boolean;
  }
  const apply = Reflect.apply;
  const construct = Reflect.construct;
  const define = Reflect.defineProperty;
  const describe = Reflect.getOwnPropertyDescriptor;
  const isArray = Array.isArray;
  const toNumber = Number;
  const max = Math.max;
  const sourceOf = Function.prototype.toString;
  const slice = String.prototype.slice;
  const indexOf = String.prototype.indexOf;
  const listen = EventTarget.prototype.addEventListener;
  const time = performance.now;
  const clock = performance;
  const Watcher = MutationObserver;
  const observe = MutationObserver.prototype.observe;
  const disconnect = MutationObserver.prototype.disconnect;
  const idleCallback = globalThis.requestIdleCallback;
  const WeakTable = WeakMap;
  const weakGet = WeakMap.prototype.get;
  const weakSet = WeakMap.prototype.set;
  const now = (): number => apply(time, clock, []);

  let live = true;
  let armed = true;
  let armedAt = now();
  let movedAt = armedAt;
  let entries: Entry[] = [];
  const empty = <T>(): Record<string, T> => ({ __proto__: null }) as unknown as Record<string, T>;
  let byTimer = empty<Entry>();
  let started = empty<{ count: number; dueAt: number }>();
  let idleHabits = empty<Habit>();
  let idleSize = 0;
  let loops = empty<Habit>();
  let loopSize = 0;
  const watchers: MutationObserver[] = [];
  let reading: string[] = [];

  const keyOf = (callback: unknown, ms: number): string => {
    if (typeof callback !== 'function') return `code:${ms}`;
    const source: string = apply(sourceOf, callback, []);
    return `${ms}:${apply(slice, source, [0, 120])}`;
  };
  const isNative = (key: string) => apply(indexOf, key, ['[native code]']) >= 0;

  /** Notes what the page does by itself, and says whether it had the habit before the action. */
  const learn = (key: string, at: number) => {
    let habit = idleHabits[key];
    if (!habit) {
      if (idleSize >= 300) return;
      idleSize += 1;
      habit = { count: 0, firstAt: at, lastAt: at };
      idleHabits[key] = habit;
    }
    if (at - habit.lastAt > 8_000) {
      habit.count = 0;
      habit.firstAt = at;
    }
    habit.count += 1;
    habit.lastAt = at;
  };
  const isHabit = (key: string): boolean => {
    const habit = idleHabits[key];
    if (!habit || habit.count < 2) return false;
    const gap = (habit.lastAt - habit.firstAt) / (habit.count - 1);
    return armedAt - habit.lastAt < max(gap * 2.5, 1_000);
  };
  const add = (kind: Entry['kind'], label: string, key: string, at: number, ms: number): Entry => {
    const entry = {
      __proto__: null,
      kind,
      label,
      key: `${kind}:${key}`,
      dueInMs: 0,
      endAt: at + ms,
      done: false,
      quiet: false,
    } as unknown as Entry;
    if (entries.length < 200) entries[entries.length] = entry;
    return entry;
  };

  const undo: (() => void)[] = [];
  /** Replaces a property's value, or its getter, until `detach`; all else of it stays. */
  const swap = (owner: object, name: string, original: unknown, proxy: unknown): boolean => {
    const shapeWith = (value: unknown, place: PropertyDescriptor) =>
      (place.get
        ? {
            __proto__: null,
            get: value,
            set: place.set,
            enumerable: place.enumerable,
            configurable: true,
          }
        : {
            __proto__: null,
            value,
            writable: place.writable,
            enumerable: place.enumerable,
            configurable: place.configurable,
          }) as unknown as PropertyDescriptor;
    const place = describe(owner, name);
    if (!place || (place.get ?? place.value) !== original) return false;
    if (!define(owner, name, shapeWith(proxy, place))) return false;
    undo[undo.length] = () => {
      const current = describe(owner, name);
      if (current && (current.get ?? current.value) === proxy) {
        define(owner, name, shapeWith(original, place));
      }
    };
    return true;
  };
  /** Puts a proxy in front of a function; `after` sees each call once it has been passed on. */
  const follow = (
    owner: object | undefined,
    name: string,
    after: (result: unknown, self: unknown, args: Args) => void,
    trap: 'apply' | 'construct' = 'apply',
  ) => {
    const found = owner && describe(owner, name);
    if (!owner || !found) return;
    const original: unknown = found.get ?? found.value;
    if (typeof original !== 'function' || (!found.configurable && !found.writable)) return;
    const note = (result: unknown, self: unknown, args: Args) => {
      if (!live) return;
      try {
        after(result, self, args);
      } catch {
        // What the page handed over could not be read; the call itself went through.
      }
    };
    const handler = {
      __proto__: null,
      [trap]:
        trap === 'apply'
          ? (target: Fn, self: unknown, args: unknown[]) => {
              const result = apply(target, self, args);
              note(result, self, args);
              return result;
            }
          : (target: Fn, args: unknown[], newTarget: Fn) => {
              const result = construct(target, args, newTarget);
              note(result, undefined, args);
              return result;
            },
    };
    const proxy: unknown = new Proxy(original as Fn, handler as unknown as ProxyHandler<Fn>);
    if (!swap(owner, name, original, proxy) || trap === 'apply') return;
    // `new X().constructor === X` holds for the page.
    swap((original as unknown as { prototype: object }).prototype, 'constructor', original, proxy);
  };

  const onTimer = (id: unknown, callback: unknown, asked: unknown) => {
    const at = now();
    const ms = typeof asked === 'number' || typeof asked === 'string' ? toNumber(asked) || 0 : 0;
    const key = keyOf(callback, ms);
    if (!armed) {
      learn(`timer:${key}`, at);
      return;
    }
    if (ms < limits.shortestTimerMs || ms > limits.longestTimerMs || isHabit(`timer:${key}`))
      return;
    const before = started[key];
    const rearmed = before && before.dueAt <= at + 5 && !isNative(key);
    started[key] = { count: (before?.count ?? 0) + 1, dueAt: at + ms };
    if (rearmed && at + ms > armedAt + limits.rearmedUntilMs) return;
    byTimer[`${id}`] = add('timer', 'timer', key, at, ms + 4);
  };
  const onInterval = (id: unknown, callback: unknown, asked: unknown) => {
    const at = now();
    const ms = typeof asked === 'number' ? asked : 0;
    const key = keyOf(callback, ms);
    if (!armed) {
      learn(`interval:${key}`, at);
      return;
    }
    if (ms > limits.longestIntervalMs || isHabit(`interval:${key}`)) return;
    byTimer[`${id}`] = add('interval', 'interval', key, at, limits.loopMs);
  };
  const onClear = (_result: unknown, _self: unknown, args: Args) => {
    const id = args[0];
    if (typeof id !== 'number' && typeof id !== 'string') return;
    const entry = byTimer[`${id}`];
    if (entry) entry.done = true;
  };
  follow(globalThis, 'setTimeout', (id, _self, args) => onTimer(id, args[0], args[1]));
  follow(globalThis, 'setInterval', (id, _self, args) => onInterval(id, args[0], args[1]));
  follow(globalThis, 'clearTimeout', onClear);
  follow(globalThis, 'clearInterval', onClear);

  follow(globalThis, 'requestAnimationFrame', (_id, _self, args) => {
    const at = now();
    const key = keyOf(args[0], 0);
    const loop = loops[key];
    if (loop && at - loop.lastAt < 100) {
      loop.count += 1;
      loop.lastAt = at;
      return;
    }
    if (!loop) {
      if (loopSize >= 200) return;
      loopSize += 1;
    }
    loops[key] = { count: 1, firstAt: at, lastAt: at };
  });

  follow(globalThis, 'requestIdleCallback', () => {
    if (!armed) return;
    const entry = add('idle-callback', 'idle callback', '', now(), limits.idleCallbackMs);
    // Idle callbacks run in the order they were asked for: ours comes after the page's.
    apply(idleCallback, globalThis, [
      () => {
        entry.done = true;
      },
    ]);
  });
  const postsTasks = (globalThis as { Scheduler?: { prototype: object } }).Scheduler?.prototype;
  follow(postsTasks, 'postTask', (_result, _self, args) => {
    const delay = (args[1] as { delay?: unknown } | undefined)?.delay;
    if (typeof delay === 'number') onTimer(`task ${now()}`, args[0], delay);
  });

  /** Messages to another thread: over when the next message comes back. */
  const conversations = new WeakTable<object, { waiting: Entry[]; silentPosts: number }>();
  const onPost = (kind: 'worker' | 'port', partner: object, source: object) => {
    let talk = apply(weakGet, conversations, [partner]);
    if (!talk) {
      talk = { waiting: [], silentPosts: 0 };
      const mine = talk;
      apply(weakSet, conversations, [partner, talk]);
      const onReply = () => {
        mine.silentPosts = 0;
        for (let i = 0; i < mine.waiting.length; i += 1) {
          const entry = mine.waiting[i];
          if (entry) entry.done = true;
        }
        mine.waiting = [];
      };
      apply(listen, source, ['message', onReply, { __proto__: null, passive: true }]);
    }
    talk.silentPosts += 1;
    // One who never answers is not asked for an answer.
    if (!armed || talk.silentPosts > 3) return;
    const entry = add(kind, `${kind} message`, '', now(), limits.workerReplyMs);
    talk.waiting[talk.waiting.length] = entry;
  };

  const twins = new WeakTable<object, object>();
  const remote = new WeakTable<object, boolean>();
  const onTransfer = (args: Args) => {
    const last = args[args.length - 1];
    const list = isArray(last) ? last : (last as { transfer?: unknown } | undefined)?.transfer;
    if (!isArray(list)) return;
    for (let i = 0; i < list.length; i += 1) {
      const twin = apply(weakGet, twins, [list[i]]);
      if (twin) apply(weakSet, remote, [twin, true]);
    }
  };
  const prototypeOf = (name: string): object | undefined =>
    (globalThis as unknown as Record<string, { prototype?: object } | undefined>)[name]?.prototype;
  follow(
    globalThis,
    'MessageChannel',
    (result) => {
      const channel = result as MessageChannel;
      apply(weakSet, twins, [channel.port1, channel.port2]);
      apply(weakSet, twins, [channel.port2, channel.port1]);
    },
    'construct',
  );
  follow(globalThis, 'postMessage', (_result, _self, args) => onTransfer(args));
  follow(prototypeOf('Worker'), 'postMessage', (_result, self, args) => {
    onTransfer(args);
    onPost('worker', self as object, self as object);
  });
  follow(prototypeOf('ServiceWorker'), 'postMessage', (_result, self, args) => {
    onTransfer(args);
    onPost('worker', self as object, navigator.serviceWorker);
  });
  // A port whose other end is in this page is a way to schedule a task: over within the frame.
  follow(prototypeOf('MessagePort'), 'postMessage', (_result, self, args) => {
    onTransfer(args);
    if (apply(weakGet, remote, [self])) onPost('port', self as object, self as object);
  });
  follow(
    globalThis,
    'Worker',
    (result) => {
      // A worker that is started works at once; its first message may come without being asked.
      if (armed) onPost('worker', result as object, result as object);
    },
    'construct',
  );
  follow(
    globalThis,
    'SharedWorker',
    (result) => apply(weakSet, remote, [(result as SharedWorker).port, true]),
    'construct',
  );

  // A body that nobody reads has no end; one that is read is over when the browser says so.
  const bodies = prototypeOf('Response');
  const urlOf = bodies && describe(bodies, 'url')?.get;
  const onRead = (_result: unknown, self: unknown) => {
    if (!armed || !urlOf || reading.length >= 100) return;
    reading[reading.length] = apply(urlOf, self, []) as string;
  };
  const readers = ['text', 'json', 'arrayBuffer', 'blob', 'bytes', 'formData', 'body'];
  for (let i = 0; i < readers.length; i += 1) follow(bodies, readers[i] ?? '', onRead);

  const onDatabase = (target: unknown, ends: string[]) => {
    if (!armed) return;
    const entry = add('database', 'database', '', now(), limits.databaseMs);
    const onEnd = () => {
      entry.done = true;
    };
    for (let i = 0; i < ends.length; i += 1) apply(listen, target, [ends[i], onEnd]);
  };
  follow(prototypeOf('IDBFactory'), 'open', (request) =>
    onDatabase(request, ['success', 'error', 'blocked']),
  );
  follow(prototypeOf('IDBDatabase'), 'transaction', (transaction) =>
    onDatabase(transaction, ['complete', 'error', 'abort']),
  );

  // Closed shadow roots are seen by nobody else. Only their mutations are noted, root by root.
  follow(prototypeOf('Element'), 'attachShadow', (root) => {
    const habit: Habit = { count: 0, firstAt: 0, lastAt: 0 };
    const active: Habit = { count: 0, firstAt: 0, lastAt: 0 };
    const watcher = new Watcher(() => {
      const at = now();
      if (!armed) {
        if (at - habit.lastAt > 5_000) {
          habit.count = 0;
          habit.firstAt = at;
        }
        habit.count += 1;
        habit.lastAt = at;
        return;
      }
      if (habit.count >= 2 && armedAt - habit.lastAt < 1_000) return;
      if (at - active.lastAt > 700 || active.firstAt < armedAt) {
        active.firstAt = at;
        active.count = 0;
      }
      active.count += 1;
      active.lastAt = at;
      if (active.count >= 4 && at - active.firstAt > limits.backgroundAfterMs) return;
      movedAt = at;
    });
    apply(observe, watcher, [
      root,
      {
        __proto__: null,
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      },
    ]);
    watchers[watchers.length] = watcher;
  });

  return {
    arm() {
      armed = true;
      armedAt = now();
      movedAt = armedAt;
      entries = [];
      reading = [];
      byTimer = empty();
      started = empty();
      const kept = empty<Habit>();
      loopSize = 0;
      for (const key in loops) {
        const loop = loops[key];
        if (loop && armedAt - loop.lastAt < 200) {
          kept[key] = loop;
          loopSize += 1;
        }
      }
      loops = kept;
    },
    rest() {
      armed = false;
      entries = [];
      byTimer = empty();
    },
    report(): InPageReport {
      const at = now();
      const pending: PendingInPage[] = [];
      let effect = movedAt > armedAt;
      for (let i = 0; i < entries.length; i += 1) {
        const entry = entries[i];
        if (!entry || entry.done || entry.endAt <= at) continue;
        entry.dueInMs = entry.endAt - at;
        pending[pending.length] = entry;
      }
      for (const key in loops) {
        const loop = loops[key];
        if (!loop || loop.firstAt < armedAt || loop.count < 3) continue;
        effect = true; // What is drawn is seen by nobody else.
        if (at - loop.lastAt > 60) continue;
        const left = limits.loopMs - (at - loop.firstAt);
        if (left <= 0) continue;
        pending[pending.length] = {
          kind: 'frame-loop',
          label: 'animation frames',
          key: `frame-loop:${key}`,
          dueInMs: left,
        };
      }
      return {
        quietForMs: at - movedAt,
        effect,
        busy: false,
        pending,
        reading,
      };
    },
    detach() {
      live = false;
      armed = false;
      for (let i = undo.length - 1; i >= 0; i -= 1) undo[i]?.();
      for (let i = 0; i < watchers.length; i += 1) apply(disconnect, watchers[i], []);
      entries = [];
      byTimer = empty();
      started = empty();
      idleHabits = empty();
      idleSize = 0;
      loops = empty();
    },
  };
}
