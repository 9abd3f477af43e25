import { inPage } from '../../../frames/in-page.js';
import type { Limits } from '../../limits.js';
import type { Places } from './places.js';
import type { PendingInPage } from './report.js';

export interface Entry extends PendingInPage {
  /** When it should be over … */
  dueAt: number;
  /** … and until when it is believed that it is not: what is asked of a busy page comes late. */
  endAt: number;
  /** Over before its time. */
  done: boolean;
}

/** What each part of the page's own world works with. */
export interface PageKit extends Places {
  readonly limits: Limits;
  readonly state: {
    /** An action is going on. */
    armed: boolean;
    armedAt: number;
    /** Its last key or click so far. */
    actedAt: number;
    /** For how long, since then, timers of the page were overdue: the thread had no time for them. */
    lateMs: number;
    /** When the page last read an answer of the server. */
    readAt: number;
    /** Not detached. */
    live: boolean;
  };
  now(): number;
  /** In ms since 1970, as the browser itself counts. */
  epoch(at: number): number;
  /** How long ago the action was, without the time for which the page was late. */
  sinceActMs(at: number): number;
  apply: typeof Reflect.apply;
  listen(target: unknown, type: string, listener: () => void): void;
  prototypeOf(name: string): object | undefined;
  /** An object without prototype: a table that no page can reach into. */
  table<T>(): Record<string, T>;
  /** Notes what the page does by itself. */
  learn(key: string, at: number): void;
  /** Whether it did so by itself until the action. */
  isHabit(key: string): boolean;
  /**
   * Something that goes on from now, for `ms` at most. `key` where it can be told apart from others
   * of its kind: only then can it prove useless.
   */
  begin(kind: Entry['kind'], label: string, key: string | undefined, ms: number): Entry;
  /** Puts a proxy in front of a function; `after` sees each call once it has been passed on. */
  follow(
    owner: object | undefined,
    name: string,
    after: (result: unknown, self: unknown, args: ArrayLike<unknown>) => void,
    trap?: 'apply' | 'construct',
  ): void;
  arm(): void;
  rest(): void;
  pending(at: number): PendingInPage[];
  /** Puts every function back that is still ours to put back. */
  restore(): void;
}

/** One kind of scheduling, followed from inside the page. */
export interface PagePart {
  arm?(): void;
  pending?(at: number): PendingInPage[];
  /** Whether the action did something that a person sees. */
  hasEffect?(): boolean;
  movedAt?(): number;
  reading?(): string[];
  /** Addresses of requests that are made for others to count. */
  counted?(): string[];
  /** Images that have not come and that nobody could see. */
  loose?(): Element[];
  detach?(): void;
}

/**
 * Stands in front of functions of the page's own world.
 *
 * Runs inside the page, before its scripts where it can: its source is sent as text, so it may use
 * nothing from outside of itself. The page may replace or poison any global afterwards, so whatever
 * is needed later is taken now and called through `apply`; no method of a shared prototype is called
 * by name, and no object with that prototype is handed to the language where it would look for
 * optional members. Functions are replaced by proxies, which pass on everything and keep name,
 * length, `this`, results and errors; callbacks are never wrapped.
 */
export const makePageKit = inPage(function makePageKit(
  limits: Limits,
  makePlaces: () => Places,
): PageKit {
  type Fn = (...args: never[]) => unknown;
  type Args = ArrayLike<unknown>;
  interface Habit {
    count: number;
    firstAt: number;
    lastAt: number;
  }
  const apply = Reflect.apply;
  const construct = Reflect.construct;
  const define = Reflect.defineProperty;
  const describe = Reflect.getOwnPropertyDescriptor;
  const MakeProxy = Proxy;
  const max = Math.max;
  const addListener = EventTarget.prototype.addEventListener;
  const time = performance.now;
  const clock = performance;
  const now = (): number => apply(time, clock, []);
  const table = <T>(): Record<string, T> => ({ __proto__: null }) as unknown as Record<string, T>;

  const places = makePlaces();
  const state = { armed: true, armedAt: now(), actedAt: now(), lateMs: 0, readAt: 0, live: true };
  const isTrustedOf = describe(new Event('x'), 'isTrusted')?.get;
  const origin = clock.timeOrigin;
  const born = `${origin}`;
  const MOST_ENTRIES = 200;
  let entries: Entry[] = [];
  const open = (of: Entry[], at: number): Entry[] => {
    const found: Entry[] = [];
    for (let i = 0; i < of.length; i += 1) {
      const entry = of[i];
      if (entry && !entry.done && entry.endAt > at) found[found.length] = entry;
    }
    return found;
  };
  let habits = table<Habit>();
  let habitCount = 0;
  const undo: (() => void)[] = [];

  /** Replaces a property's value, or its getter, until `restore`; all else of it stays. */
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

  const acted = (at: number) => {
    state.actedAt = at;
    state.lateMs = 0;
  };
  // Typing goes on for longer than many a timer: what each key sets is counted from that key on.
  const acts = ['keydown', 'pointerdown', 'click', 'input'];
  const onAct = (event: Event) => {
    if (isTrustedOf && apply(isTrustedOf, event, [])) acted(now());
  };
  const removeListener = EventTarget.prototype.removeEventListener;
  const listening = { __proto__: null, capture: true, passive: true };
  for (let i = 0; i < acts.length; i += 1) {
    apply(addListener, globalThis, [acts[i], onAct, listening]);
    undo[undo.length] = () => apply(removeListener, globalThis, [acts[i], onAct, listening]);
  }

  return {
    limits,
    state,
    now,
    epoch: (at) => origin + at,
    sinceActMs: (at) => at - state.actedAt - state.lateMs,
    apply,
    table,
    listen(target, type, listener) {
      apply(addListener, target, [type, listener, { __proto__: null, passive: true }]);
    },
    prototypeOf: (name) =>
      (globalThis as unknown as Record<string, { prototype?: object } | undefined>)[name]
        ?.prototype,
    placeOf: places.placeOf,
    isRoundOf: places.isRoundOf,
    learn(key, at) {
      let habit = habits[key];
      if (!habit) {
        if (habitCount >= 300) return;
        habitCount += 1;
        habit = { count: 0, firstAt: at, lastAt: at };
        habits[key] = habit;
      }
      if (at - habit.lastAt > limits.schedulingRhythmEndsMs) {
        habit.count = 0;
        habit.firstAt = at;
      }
      habit.count += 1;
      habit.lastAt = at;
    },
    isHabit(key) {
      const habit = habits[key];
      if (!habit || habit.count < 2) return false;
      const gap = (habit.lastAt - habit.firstAt) / (habit.count - 1);
      return state.armedAt - habit.lastAt < max(gap * 2.5, 1_000);
    },
    begin(kind, label, key, ms) {
      const entry = {
        __proto__: null,
        kind,
        label,
        // What is known of one document says nothing of the next.
        key: key === undefined ? undefined : `${born}:${kind}:${key}`,
        dueInMs: ms,
        dueAt: now() + ms,
        endAt: now() + ms,
        done: false,
      } as unknown as Entry;
      if (entries.length >= MOST_ENTRIES) entries = open(entries, now());
      if (entries.length < MOST_ENTRIES) entries[entries.length] = entry;
      return entry;
    },
    follow(owner, name, after, trap = 'apply') {
      const found = owner && describe(owner, name);
      if (!owner || !found) return;
      const original: unknown = found.get ?? found.value;
      if (typeof original !== 'function' || (!found.configurable && !found.writable)) return;
      const note = (result: unknown, self: unknown, args: Args) => {
        if (!state.live) return;
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
      const proxy: unknown = new MakeProxy(original as Fn, handler as unknown as ProxyHandler<Fn>);
      if (!swap(owner, name, original, proxy) || trap === 'apply') return;
      // `new X().constructor === X` holds for the page.
      swap(
        (original as unknown as { prototype: object }).prototype,
        'constructor',
        original,
        proxy,
      );
    },
    arm() {
      state.armed = true;
      state.armedAt = now();
      acted(state.armedAt);
      entries = [];
    },
    rest() {
      state.armed = false;
      entries = [];
    },
    pending(at) {
      const pending = open(entries, at);
      for (let i = 0; i < pending.length; i += 1) {
        const entry = pending[i];
        if (entry) entry.dueInMs = max(1, entry.dueAt - at);
      }
      return pending;
    },
    restore() {
      state.live = false;
      state.armed = false;
      for (let i = undo.length - 1; i >= 0; i -= 1) undo[i]?.();
      entries = [];
      habits = table();
      habitCount = 0;
    },
  };
});
