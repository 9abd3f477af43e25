import type { Clock } from '../../../deadline/clock.js';
import { limits } from '../limits.js';
import type { Account } from '../report/account.js';
import type { PendingInPage } from '../watch/in-page/report.js';
import type { PageReport, Watched } from '../watch/watched.js';
import { EarlyLook, type Passed } from './early-look.js';
import type { Habits } from './habits.js';
import { LastMovement } from './last-movement.js';
import type { WaitScope } from './wait-scope.js';

export interface WaitOptions<T> {
  clock: Clock;
  scope: WaitScope;
  habits: Habits;
  account: Account;
  markedAtMs: number;
  /** Whether an action without a visible effect is given more time. */
  expectsEffect: boolean;
  /** Whether timers and the like are followed: only then does "nothing pending" mean something. */
  followsScheduling: boolean;
  capture: (() => Promise<T>) | undefined;
  /** See `SettleOptions`. */
  arrived?: (() => Promise<boolean>) | undefined;
}

export interface Rest<T> {
  effect: boolean;
  captured?: { value: T };
  /** What the page had set going before the end, and experience says is not worth waiting for. */
  left?: readonly PendingInPage[];
  /** What could be read for a while, came with the action, and is gone. */
  passed?: Passed<T>;
}

/**
 * Waits until nothing that the action caused is going on, and nothing has moved for the quiet
 * window. The capture is begun early in that window, and handed back if nothing moved until its end.
 * Knows time only through the clock and the page only through `watched`.
 */
export async function waitForRest<T>(watched: Watched, options: WaitOptions<T>): Promise<Rest<T>> {
  const { clock, scope, habits, account } = options;
  const startedAtMs = clock.now();
  let instant = watched.state().changedAtMs < options.markedAtMs;
  let effect = false;
  let isFirstReport = true;
  /** The page's longest delay in answering: a busy one begins late, too. */
  let slowestMs = 0;
  let last: LastLook<T> | undefined;
  const movement = new LastMovement();
  /** What was found when it was last asked, and how the page was then. */
  let arrival: { movedAtMs: number; is: boolean } | undefined;
  const early = new EarlyLook(watched, clock, options.capture);

  while (!scope.ending) {
    const causes = watched.causes(clock.now());
    if (causes.some((cause) => !cause.isUnsure)) {
      account.waitingFor(causes, clock.now());
      instant = false;
      if (early.isDue(causes, clock.now())) {
        const report = (await scope.race(watched.report()))?.value;
        const nowMs = clock.now();
        if (report?.effect) {
          const movedAtMs = movement.dated(report, nowMs);
          early.consider(habits.promising(withoutClocks(report)), { nowMs, movedAtMs });
        }
      }
      await scope.sleep(limits.probeEveryMs);
      continue;
    }
    const askedAtMs = clock.now();
    const answer = await scope.race(watched.report());
    if (!answer) {
      if (!scope.ending) await scope.sleep(limits.captureAfterMs);
      continue;
    }
    const report = answer.value;
    const nowMs = clock.now();
    if (!report) {
      instant = false;
      await scope.sleep(limits.captureAfterMs);
      continue;
    }
    const unsure = watched.causes(nowMs);
    if (unsure.some((cause) => !cause.isUnsure)) continue;
    const movedAtMs = Math.max(movement.dated(report, nowMs), watched.state().changedAtMs);
    if (isFirstReport) habits.changedLate(report.changedLate.map((agoMs) => nowMs - agoMs));
    isFirstReport = false;
    const pending = habits.worthWaiting(withoutClocks(report), nowMs);
    if (pending.length + unsure.length > 0) {
      account.waitingFor([...unsure, ...pending], nowMs);
      instant = false;
      if (report.effect) early.consider(pending, { nowMs, movedAtMs });
      const soonestMs = Math.min(limits.probeEveryMs, ...pending.map((one) => one.dueInMs));
      await scope.sleep(Math.max(1, soonestMs));
      continue;
    }
    account.nothingPending(nowMs, watched.state().changedAtMs);

    effect = !options.expectsEffect || report.effect || watched.state().effect;
    const isInstant =
      instant &&
      effect &&
      options.followsScheduling &&
      movedAtMs <= startedAtMs + limits.quietAfterInstantMs;
    // While a picture is taken every page is slow.
    if (!last) slowestMs = Math.max(slowestMs, slownessMs(nowMs - askedAtMs));
    if (options.arrived && effect && !isInstant && !report.busy && options.followsScheduling) {
      if (arrival === undefined || movedAtMs > arrival.movedAtMs + limits.shortestTimerMs) {
        // Where only frames are to come, they may come meanwhile.
        if (!options.capture) last ??= takeLastLook(watched, options, nowMs);
        const answer = await scope.race(options.arrived());
        arrival = { movedAtMs, is: answer?.value === true };
        continue;
      }
    }
    const hasArrived = arrival?.is === true;
    const windowMs =
      quietMsOf({ ...options, isInstant, hasArrived }) + slownessMs(nowMs - askedAtMs);
    // What the action did at once was done before it returned: the window is open since then.
    const sinceMs = isInstant ? startedAtMs - limits.returnMs : startedAtMs;
    const restAtMs = restingAt(watched, report, {
      sinceMs,
      startedAtMs,
      movedAtMs,
      windowMs,
      effect,
      slowestMs,
    });
    const lookAtMs =
      restAtMs - windowMs + lookAfterMs(options.capture !== undefined, isInstant || hasArrived);
    if (last && movedAtMs > last.startedAtMs) {
      // In vain; but two captures at a time are one too many for a browser.
      if (!last.isOver && nowMs - last.startedAtMs < limits.hungCaptureMs) {
        await scope.sleep(limits.probeEveryMs, last.work);
        continue;
      }
      last = undefined;
    }
    const looking = early.work;
    if (looking) {
      await scope.sleep(limits.probeEveryMs, looking);
      continue;
    }
    if (nowMs >= lookAtMs) last ??= takeLastLook(watched, options, nowMs);
    if (!last || nowMs < restAtMs) {
      const leftMs = (last ? restAtMs : lookAtMs) - nowMs;
      const mayChangeUnseen = !effect || report.busy;
      await scope.sleep(mayChangeUnseen ? Math.min(leftMs, limits.probeEveryMs) : leftMs);
      continue;
    }
    if (last.isOver || nowMs - last.startedAtMs >= limits.hungCaptureMs) {
      const passed = await early.passed(movedAtMs);
      if (passed?.captured) habits.tookAway(early.takenAtMs ?? nowMs);
      habits.conclude(movedAtMs);
      const captured = passed?.captured ?? last.captured;
      return {
        effect,
        left: report.pending,
        ...(passed ? { passed } : {}),
        ...(captured ? { captured } : {}),
      };
    }
    await scope.sleep(limits.probeEveryMs, last.work);
  }
  return { effect };
}

/** A loop that shows each of its rounds is none that works towards something. */
const withoutClocks = ({ pending, effect }: PageReport): PendingInPage[] =>
  pending.filter((one) => !(one.isNextRound && effect));

/** For how long nothing may move. That nothing was done to the page is no proof that nobody has. */
function quietMsOf(of: {
  isInstant: boolean;
  hasArrived: boolean;
  expectsEffect: boolean;
}): number {
  if (of.isInstant) return limits.quietAfterInstantMs;
  if (!of.hasArrived) return limits.quietMs;
  return of.expectsEffect ? limits.quietArrivedMs : limits.quietAfterInstantMs;
}

/** How far into the quiet window the last look is begun: without a picture it has no paint to wait for. */
const lookAfterMs = (isCaptured: boolean, isShort: boolean): number => {
  if (!isCaptured) return 0;
  return isShort ? limits.captureAfterInstantMs : limits.captureAfterMs;
};

/** A page that answers late also paints late, what its browser or the way to it may be busy with. */
const slownessMs = (answerMs: number): number =>
  Math.min(limits.slownessMs, 2 * Math.max(0, answerMs - limits.promptMs));

/** A page that is that slow to answer may not have begun yet with what the action asks of it. */
const beginsLateMs = (slowestMs: number): number =>
  limits.noEffectSlowness * Math.max(0, slowestMs - limits.slightSlownessMs);

/** When the page will have been quiet for long enough, if nothing moves until then. */
function restingAt(
  watched: Watched,
  report: PageReport,
  at: {
    sinceMs: number;
    startedAtMs: number;
    movedAtMs: number;
    windowMs: number;
    effect: boolean;
    slowestMs: number;
  },
): number {
  let restAtMs = Math.max(at.sinceMs, at.movedAtMs) + at.windowMs;
  if (!at.effect) {
    const { requestEndedAtMs } = watched.state();
    restAtMs = Math.max(restAtMs, at.startedAtMs + limits.noEffectMs + beginsLateMs(at.slowestMs));
    if (requestEndedAtMs > 0) {
      restAtMs = Math.max(restAtMs, requestEndedAtMs + limits.noEffectAfterRequestMs);
    }
  }
  if (report.busy) restAtMs = Math.max(restAtMs, at.movedAtMs + limits.busyMs);
  return restAtMs;
}

interface LastLook<T> {
  startedAtMs: number;
  isOver: boolean;
  work: Promise<void>;
  captured?: { value: T };
}

/** Two frames, and the capture beside them. A capture that fails is left to be taken again. */
function takeLastLook<T>(watched: Watched, options: WaitOptions<T>, nowMs: number): LastLook<T> {
  const captured = async () => {
    const value = await options.capture?.();
    if (value !== undefined) look.captured = { value };
  };
  const look: LastLook<T> = { startedAtMs: nowMs, isOver: false, work: Promise.resolve() };
  look.work = Promise.allSettled([watched.frames(), captured()]).then(() => {
    look.isOver = true;
  });
  return look;
}
