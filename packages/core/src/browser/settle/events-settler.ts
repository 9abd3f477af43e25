import type { Clock } from '../../deadline/clock.js';
import { preempt } from '../../deadline/pre-empt.js';
import { Habits } from './judge/habits.js';
import { waitForRest } from './judge/wait-for-rest.js';
import { openWaitScope } from './judge/wait-scope.js';
import { limits } from './limits.js';
import { Account } from './report/account.js';
import type { SettleMark, Settler } from './settler.js';
import type { Watched } from './watch/watched.js';

/** Settles by following what the action caused. */
export function eventsSettler(
  watched: Watched,
  options: {
    clock: Clock;
    capMs: number;
    followsScheduling: boolean;
    /** Set for a page that is an effect as a whole. */
    beganAtMs?: number;
  },
): Settler {
  const { clock, capMs, followsScheduling } = options;
  const habits = new Habits();
  const settled = new WeakSet<SettleMark>();
  let beginning = options.beganAtMs === undefined ? undefined : { atMs: options.beganAtMs };
  const arm = async (signal: AbortSignal): Promise<SettleMark> => {
    signal.throwIfAborted();
    beginning = undefined;
    const atMs = clock.now();
    let cancel: () => void = () => {};
    const tooLong = new Promise<void>((resolve) => {
      cancel = clock.after(limits.armMs, resolve);
    });
    try {
      await preempt(Promise.race([watched.arm(), tooLong]), signal);
    } finally {
      cancel();
    }
    return { atMs };
  };
  return {
    mark: arm,

    beginning() {
      const mark = beginning;
      beginning = undefined;
      return mark;
    },

    async settle(mark, { signal, capture, arrived }) {
      signal.throwIfAborted();
      const isAgain = settled.has(mark);
      settled.add(mark);
      if (isAgain) await arm(signal);
      const startedAtMs = clock.now();
      const account = new Account();
      const scope = openWaitScope(watched, { clock, signal, capMs });
      habits.reset();
      try {
        const rest = await waitForRest(watched, {
          clock,
          scope,
          habits,
          account,
          markedAtMs: mark.atMs,
          // The action's effects were waited for before: now the page has but to hold still.
          expectsEffect: !isAgain,
          followsScheduling,
          capture,
          arrived,
        });
        if (scope.ending === 'aborted') throw signal.reason;
        if (scope.ending === 'gone') throw watched.state().gone;
        const durationMs = clock.now() - startedAtMs;
        return {
          reason: account.reason(scope.ending, {
            effect: rest.effect,
            totalMs: durationMs,
            ...(rest.passed ? { passed: rest.passed } : {}),
            left: [...watched.left(clock.now()), ...(rest.left ?? [])],
          }),
          durationMs,
          ...(rest.captured ? { captured: rest.captured.value } : {}),
        };
      } finally {
        scope.close();
        watched.rest();
      }
    },

    detach: () => watched.detach(),
  };
}
