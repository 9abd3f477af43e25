import { inPage } from '../../../frames/in-page.js';
import type { PageKit, PagePart } from './page-kit.js';

/**
 * Follows tasks that the action hands to the browser's scheduler, each until it has run: a row of them is
 * a way to work without blocking. Self-contained, as all of the in-page parts.
 */
export const followTasks = inPage(function followTasks(kit: PageKit): PagePart {
  const { apply, limits, state } = kit;
  const soon = globalThis.queueMicrotask;
  const then = Promise.prototype.then;
  const { scheduler } = globalThis as { scheduler?: object };
  const schedulers = kit.prototypeOf('Scheduler');
  const post = (schedulers as { postTask?: (...args: never[]) => unknown } | undefined)?.postTask;
  let waiting = 0;
  /** Tells the tasks of this action from those of the one before. */
  let round = 0;

  /** What is to be called once the task has run; nothing for one that is not waited for. */
  const begin = (key: string): (() => void) | undefined => {
    const at = kit.now();
    if (!state.armed) {
      kit.learn(key, at);
      return undefined;
    }
    if (kit.isHabit(key) || kit.sinceActMs(at) > limits.tasksMs) return undefined;
    const mine = round;
    waiting += 1;
    return () => {
      if (mine === round) waiting -= 1;
    };
  };
  kit.follow(schedulers, 'yield', (result) => {
    const over = begin(`yield:${kit.placeOf(undefined, 0)}`);
    if (over) apply(soon, globalThis, [() => apply(then, result, [over, over])]);
  });
  kit.follow(schedulers, 'postTask', (_result, _self, args) => {
    const given = (args[1] ?? {}) as { delay?: unknown; priority?: unknown };
    const { delay, priority } = given;
    // One with a delay is a timer.
    if (!post || (typeof delay === 'number' && delay >= limits.shortestTimerMs)) return;
    const over = begin(`task:${kit.placeOf(args[0], 0)}`);
    if (!over) return;
    // Tasks of one priority run in the order they were posted in; its promise is the page's alone.
    const options = { __proto__: null, ...(typeof priority === 'string' ? { priority } : {}) };
    apply(post, scheduler, [over, options]);
  });

  return {
    arm() {
      waiting = 0;
      round += 1;
    },
    pending(at) {
      const dueInMs = limits.tasksMs - kit.sinceActMs(at);
      if (waiting === 0 || dueInMs <= 0) return [];
      return [{ kind: 'task', label: 'scheduled task', dueInMs }];
    },
  };
});
