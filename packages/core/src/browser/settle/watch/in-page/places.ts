import { inPage } from '../../../frames/in-page.js';

/** Where in the code of a page things are set going. */
export interface Places {
  /**
   * Tells by whom something is scheduled: the places in the code that led there. Wrappers that all of
   * a page's timers go through make the same function of each; who called them is told apart. Where
   * that cannot be seen, the start of the function's text has to do.
   */
  placeOf(callback: unknown, ms: number): string;
  /**
   * Whether what has the first key may be the next round of what had the other: set by the same place, or
   * by a function that ran inside of something else then and is called by the browser now.
   */
  isRoundOf(key: string, other: string): boolean;
}

/**
 * Keeps the stacks of calls by number. Self-contained, and careful of what a page may have replaced, as the
 * kit that it is a part of.
 */
export const makePlaces = inPage(function makePlaces(): Places {
  const apply = Reflect.apply;
  const define = Reflect.defineProperty;
  const describe = Reflect.getOwnPropertyDescriptor;
  const sourceOf = Function.prototype.toString;
  const slice = String.prototype.slice;
  const indexOf = String.prototype.indexOf;
  const table = <T>(): Record<string, T> => ({ __proto__: null }) as unknown as Record<string, T>;
  const Errors = Error;
  const captureStack = Error.captureStackTrace;
  const FRAMES = 40;
  let places = table<number>();
  let stacks = table<string>();
  let placeCount = 0;
  /** A number for the stack of the call under way, through awaits; nothing where the page writes stacks itself. */
  const whoCalls = (): number | undefined => {
    if (!captureStack || describe(Errors, 'prepareStackTrace')) return undefined;
    const limit = describe(Errors, 'stackTraceLimit');
    const isOurs = limit?.writable && define(Errors, 'stackTraceLimit', dataLike(limit, FRAMES));
    const holder = table<unknown>();
    apply(captureStack, Errors, [holder]);
    const { stack } = holder;
    if (isOurs && limit) define(Errors, 'stackTraceLimit', dataLike(limit, limit.value));
    if (typeof stack !== 'string') return undefined;
    let place = places[stack];
    if (place === undefined) {
      if (placeCount % 1_000 === 999) {
        places = table();
        stacks = table();
      }
      placeCount += 1;
      place = placeCount;
      places[stack] = place;
      stacks[`${place}`] = stack;
    }
    return place;
  };
  const dataLike = (shape: PropertyDescriptor, value: unknown) =>
    ({
      __proto__: null,
      value,
      writable: true,
      enumerable: shape.enumerable,
      configurable: shape.configurable,
    }) as unknown as PropertyDescriptor;

  return {
    placeOf(callback, ms) {
      const place = whoCalls();
      if (place !== undefined) return `${ms}:${place}`;
      if (typeof callback !== 'function') return `${ms}:code`;
      const source: string = apply(sourceOf, callback, []);
      return `${ms}:${apply(slice, source, [0, 120])}`;
    },
    isRoundOf(key, other) {
      const placeIn = (of: string): string => apply(slice, of, [apply(indexOf, of, [':']) + 1]);
      const place = placeIn(key);
      const before = placeIn(other);
      if (place === before) return true;
      const stack = stacks[place];
      const outer = stacks[before];
      // Nothing is called by the browser without a frame.
      if (!stack || !outer || apply(indexOf, stack, ['\n']) < 0) return false;
      return apply(indexOf, outer, [`${stack}\n`]) === 0;
    },
  };
});
