import { inPage } from '../../../frames/in-page.js';
import type { Entry, PageKit, PagePart } from './page-kit.js';

/** Follows messages to other threads, each until the next message comes back. */
export const followMessages = inPage(function followMessages(kit: PageKit): PagePart {
  interface Talk {
    /** Tells the page's own chatter with this partner from that with others. */
    habit: string;
    waiting: Entry[];
    postsInVain: number;
    /** When the last message came, since the action. */
    heardAt: number;
  }
  const { apply, limits, state } = kit;
  const isArray = Array.isArray;
  const { max, min } = Math;
  const weakGet = WeakMap.prototype.get;
  const weakSet = WeakMap.prototype.set;
  const talks = new WeakMap<object, Talk>();
  let talkCount = 0;
  /** The two ends of a channel, and whether the other end is in another thread. */
  const twins = new WeakMap<object, object>();
  const remote = new WeakMap<object, boolean>();

  /** A first message may be but a word of the answer, or say that work has begun. */
  const expectMore = (talk: Talk) => {
    const at = kit.now();
    if (!state.armed || kit.isHabit(talk.habit) || kit.sinceActMs(at) > limits.longestTimerMs)
      return;
    const gap = talk.heardAt > state.armedAt ? at - talk.heardAt : 0;
    talk.heardAt = at;
    const ms = max(limits.nextWorkerMessageMs, min(limits.slowestPaceMs, gap * 2));
    talk.waiting[0] = kit.begin('worker', 'worker message', `${talk.habit}:more`, ms);
  };
  const talkWith = (partner: object, source: object): Talk => {
    const known: Talk | undefined = apply(weakGet, talks, [partner]);
    if (known) return known;
    talkCount += 1;
    const talk: Talk = { habit: `talk:${talkCount}`, waiting: [], postsInVain: 0, heardAt: 0 };
    apply(weakSet, talks, [partner, talk]);
    kit.listen(source, 'message', () => {
      talk.postsInVain = 0;
      for (let i = 0; i < talk.waiting.length; i += 1) {
        const entry = talk.waiting[i];
        if (entry) entry.done = true;
      }
      const hadAsked = talk.waiting.length > 0;
      talk.waiting = [];
      if (hadAsked) expectMore(talk);
    });
    return talk;
  };
  const onPost = (kind: 'worker' | 'port', partner: object, source: object) => {
    const talk = talkWith(partner, source);
    talk.postsInVain += 1;
    const at = kit.now();
    if (!state.armed) {
      kit.learn(talk.habit, at);
      return;
    }
    // One who never answers is not asked for an answer; nor is a conversation without an end followed.
    if (talk.postsInVain > 3 || kit.isHabit(talk.habit)) return;
    if (kit.sinceActMs(at) > limits.workerReplyMs) return;
    const label = `${kind} message`;
    talk.waiting[talk.waiting.length] = kit.begin(kind, label, undefined, limits.workerReplyMs);
  };
  const onTransfer = (args: ArrayLike<unknown>) => {
    const last = args[args.length - 1];
    const list = isArray(last) ? last : (last as { transfer?: unknown } | undefined)?.transfer;
    if (!isArray(list)) return;
    for (let i = 0; i < list.length; i += 1) {
      const twin: object | undefined = apply(weakGet, twins, [list[i]]);
      if (twin) apply(weakSet, remote, [twin, true]);
    }
  };

  /**
   * A port whose other end is in this page is a way to schedule a task, and a row of tasks a way to
   * work without blocking: React renders so. Each is followed until it has run.
   */
  const tasks = new WeakMap<object, { waiting: Entry[]; next: number }>();
  const MANY_TASKS = 10;
  let idleTasks = 0;
  let lastIdleTaskAt = 0;
  let tasksAreBackground = false;
  const onTask = (end: object | undefined) => {
    if (!end) return;
    const at = kit.now();
    if (!state.armed) {
      idleTasks += 1;
      lastIdleTaskAt = at;
      return;
    }
    if (tasksAreBackground || kit.sinceActMs(at) > limits.workerReplyMs) return;
    let row: { waiting: Entry[]; next: number } | undefined = apply(weakGet, tasks, [end]);
    if (!row) {
      const made: { waiting: Entry[]; next: number } = { waiting: [], next: 0 };
      row = made;
      apply(weakSet, tasks, [end, made]);
      // One message is one task: the page's own listener may have posted the next one already.
      kit.listen(end, 'message', () => {
        const entry = made.waiting[made.next];
        if (!entry) return;
        entry.done = true;
        made.next += 1;
      });
    }
    row.waiting[row.waiting.length] = kit.begin(
      'port',
      'scheduled task',
      undefined,
      limits.workerReplyMs,
    );
  };

  kit.follow(
    globalThis,
    'MessageChannel',
    (result) => {
      const channel = result as MessageChannel;
      apply(weakSet, twins, [channel.port1, channel.port2]);
      apply(weakSet, twins, [channel.port2, channel.port1]);
    },
    'construct',
  );
  kit.follow(globalThis, 'postMessage', (_result, _self, args) => onTransfer(args));
  kit.follow(kit.prototypeOf('Worker'), 'postMessage', (_result, self, args) => {
    onTransfer(args);
    onPost('worker', self as object, self as object);
  });
  kit.follow(kit.prototypeOf('ServiceWorker'), 'postMessage', (_result, self, args) => {
    onTransfer(args);
    onPost('worker', self as object, navigator.serviceWorker);
  });
  kit.follow(kit.prototypeOf('MessagePort'), 'postMessage', (_result, self, args) => {
    onTransfer(args);
    if (apply(weakGet, remote, [self])) onPost('port', self as object, self as object);
    else onTask(apply(weakGet, twins, [self]));
  });
  kit.follow(
    globalThis,
    'Worker',
    (result) => {
      // A worker works from its start; its first message may come without being asked for.
      if (!state.armed) return;
      onPost('worker', result as object, result as object);
      // Nothing was asked yet, and so nothing in vain.
      talkWith(result as object, result as object).postsInVain = 0;
    },
    'construct',
  );
  kit.follow(
    globalThis,
    'SharedWorker',
    (result) => {
      apply(weakSet, remote, [(result as SharedWorker).port, true]);
    },
    'construct',
  );
  return {
    arm() {
      tasksAreBackground = idleTasks > MANY_TASKS && kit.now() - lastIdleTaskAt < 100;
      idleTasks = 0;
    },
  };
});
