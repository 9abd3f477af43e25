import { randomBytes } from 'node:crypto';
import type { CDPSession, Frame, Page, Request, Response } from 'playwright';
import type { Clock } from '../../../deadline/clock.js';
import { ActBrowserCrashedError } from '../../../errors/index.js';
import { limits } from '../limits.js';
import type { Beginnings } from './beginnings.js';
import type { CauseLog, Signs } from './causes.js';
import { EarlyRequestLog } from './early-request-log.js';
import { LiveLog } from './live/live-log.js';
import { LoadingLog } from './loading-log.js';
import { RequestLog } from './request-log.js';
import { type Target, type TargetLogs, watchTarget } from './target.js';
import type { Watched, WatchedState } from './watched.js';

export interface WatchOptions {
  clock: Clock;
  followScheduling: boolean;
  /** The page came of an action: all that it does is an effect, from its beginning on. */
  isEffect: boolean;
  /** What is known of its beginning. */
  beginnings: Beginnings | undefined;
}

/** Follows a page through CDP sessions of its own: the page's target and those of foreign frames. */
export async function watchPage(page: Page, options: WatchOptions): Promise<Watched> {
  const { clock, followScheduling, isEffect, beginnings } = options;
  const name = `_${randomBytes(9).toString('hex')}`;
  const state: WatchedState = {
    changedAtMs: clock.now(),
    requestEndedAtMs: 0,
    effect: isEffect,
    dialogOpen: false,
    gone: undefined,
  };
  const listeners = new Set<() => void>();
  const tellListeners = () => {
    for (const listener of listeners) listener();
  };
  const signs: Signs = {
    changed(atMs = clock.now()) {
      state.changedAtMs = Math.max(state.changedAtMs, atMs);
      tellListeners();
    },
    requestEnded(atMs) {
      state.requestEndedAtMs = Math.max(state.requestEndedAtMs, atMs);
    },
    answeredShortly: (key, label, epochMs) => logs.live.answered(key, label, epochMs),
    held: (id) => logs.live.opened(id, 'held request', ''),
    effect() {
      state.effect = true;
    },
  };
  const gone = (message: string) => {
    state.gone ??= new ActBrowserCrashedError(message);
    tellListeners();
  };
  const now = () => clock.now();
  const logs: TargetLogs = {
    requests: new RequestLog(signs, now, () => page.url()),
    live: new LiveLog(signs, now),
    loading: new LoadingLog(signs, now),
    signs,
  };
  const early = new EarlyRequestLog(signs, now);
  const allLogs: CauseLog[] = [logs.requests, logs.live, logs.loading, early];
  let armed = isEffect;
  if (isEffect) for (const log of allLogs) log.arm(clock.now());
  let detached = false;
  const targets = new Map<CDPSession, Target>();

  const add = async (of: Page | Frame): Promise<void> => {
    const session = await page.context().newCDPSession(of);
    // A page's target is named like its main frame.
    const mainFrameId =
      of === page ? (await session.send('Target.getTargetInfo')).targetInfo.targetId : undefined;
    session.on('close', () => targets.delete(session));
    const target = await watchTarget(session, logs, {
      prefix: `${targets.size}:`,
      name,
      followScheduling,
      channel: beginnings?.channel,
      isArmed: () => armed,
      ...(mainFrameId !== undefined ? { mainFrameId } : {}),
      onDialog: (isOpen) => {
        state.dialogOpen = isOpen;
      },
      onCrash: () => {
        if (mainFrameId !== undefined) gone('The page crashed.');
      },
    });
    if (detached) await target.close();
    else targets.set(session, target);
  };
  const isForeign = new WeakSet<Frame>();
  const addFrame = async (frame: Frame): Promise<void> => {
    if (frame === page.mainFrame() || isForeign.has(frame) || detached) return;
    isForeign.add(frame);
    try {
      await add(frame);
      early.isForeign(frame);
      signs.changed();
    } catch {
      // Most frames share the page's process and have no target of their own; or it is gone again.
      isForeign.delete(frame);
    }
  };
  const onFrame = (frame: Frame) => void addFrame(frame);
  const onPage = () => logs.loading.windowOpened();
  const onClose = () => gone('The page was closed.');
  const onCrash = () => gone('The page crashed.');

  const onRequest = (request: Request) => early.sent(request);
  const onResponse = (response: Response) => early.responded(response.request());
  const onRequestEnd = (request: Request) => early.ended(request);
  page.context().on('page', onPage);
  page.on('framenavigated', onFrame);
  page.on('request', onRequest);
  page.on('response', onResponse);
  page.on('requestfinished', onRequestEnd);
  page.on('requestfailed', onRequestEnd);
  page.on('close', onClose);
  page.on('crash', onCrash);
  await add(page);
  if (isEffect) for (const begun of beginnings?.requestsOf(page) ?? []) early.adopt(begun);
  await Promise.all(page.frames().map(addFrame));

  return {
    async arm() {
      armed = true;
      state.effect = false;
      state.requestEndedAtMs = 0;
      const nowMs = clock.now();
      for (const log of allLogs) log.arm(nowMs);
      await Promise.all([...targets.values()].map((target) => target.tell('arm')));
    },
    rest() {
      armed = false;
      for (const log of allLogs) log.rest();
      for (const target of targets.values()) void target.tell('rest');
    },
    async report() {
      const askedAtMs = clock.now();
      const all = await Promise.all(
        [...targets.values()].map((target) =>
          target.isMain ? target.report() : within(limits.silentFrameMs, target.report(), clock),
        ),
      );
      if (!all.some((one) => one?.mainAnswered)) return undefined;
      const reports = all.flatMap((one) => one?.reports ?? []);
      logs.requests.looked(askedAtMs, {
        counted: reports.flatMap((report) => report.counted),
        unattended: all.flatMap((one) => one?.unattended ?? []),
        lateMs: Math.max(...reports.map((report) => report.lateMs)),
      });
      if (followScheduling) logs.requests.reading(reports.flatMap((report) => report.reading));
      const isBusy = reports.some((report) => report.busy || report.waits);
      logs.live.pageChanged(Math.max(...reports.map((report) => report.changedAtEpochMs)), isBusy);
      return {
        quietForMs: Math.min(...reports.map((report) => report.quietForMs)),
        movementStamp: reports.map((report) => report.movedAtEpochMs).join(' '),
        effect: reports.some((report) => report.effect),
        busy: reports.some((report) => report.busy),
        pending: reports.flatMap((report) => report.pending),
        changedLate: reports.flatMap((report) => report.changedLate),
      };
    },
    async note() {
      await Promise.all([...targets.values()].map((target) => target.note()));
    },
    async gone() {
      const gone = (await Promise.all([...targets.values()].map((it) => it.gone()))).flat();
      if (gone.length === 0) return undefined;
      return {
        texts: gone.flatMap((one) => one.texts),
        isOutdated: gone.some((one) => one.isOutdated),
      };
    },
    async frames() {
      await Promise.all([...targets.values()].filter((it) => it.isMain).map((it) => it.frames()));
    },
    left: (nowMs) => allLogs.flatMap((log) => log.left?.(nowMs) ?? []),
    causes: (nowMs) => allLogs.flatMap((log) => log.open(nowMs)),
    state: () => state,
    onChange(fn) {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
    async detach() {
      detached = true;
      page.context().off('page', onPage);
      page.off('framenavigated', onFrame);
      page.off('request', onRequest);
      page.off('response', onResponse);
      page.off('requestfinished', onRequestEnd);
      page.off('requestfailed', onRequestEnd);
      page.off('close', onClose);
      page.off('crash', onCrash);
      await Promise.allSettled(
        [...targets.values()].map(async (target) => {
          await within(limits.silentFrameMs, target.tell('detach'), clock);
          await target.close();
        }),
      );
      targets.clear();
    },
  };
}

/** The result of `work`, or nothing where it takes longer. */
function within<T>(ms: number, work: Promise<T>, clock: Clock): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve(undefined));
    work.then(resolve, reject).finally(cancel);
  });
}
