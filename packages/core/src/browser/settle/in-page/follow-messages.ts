import type { Entry, PageKit, PagePart } from './page-kit.js';

/** Follows messages to other threads, each until the next message comes back. */
export function followMessages(kit: PageKit): PagePart {
  interface Talk {
    waiting: Entry[];
    postsInVain: number;
  }
  const { apply, limits, state } = kit;
  const isArray = Array.isArray;
  const weakGet = WeakMap.prototype.get;
  const weakSet = WeakMap.prototype.set;
  const talks = new WeakMap<object, Talk>();
  /** The two ends of a channel, and whether the other end is in another thread. */
  const twins = new WeakMap<object, object>();
  const remote = new WeakMap<object, boolean>();

  const talkWith = (partner: object, source: object): Talk => {
    const known: Talk | undefined = apply(weakGet, talks, [partner]);
    if (known) return known;
    const talk: Talk = { waiting: [], postsInVain: 0 };
    apply(weakSet, talks, [partner, talk]);
    kit.listen(source, 'message', () => {
      talk.postsInVain = 0;
      for (let i = 0; i < talk.waiting.length; i += 1) {
        const entry = talk.waiting[i];
        if (entry) entry.done = true;
      }
      talk.waiting = [];
    });
    return talk;
  };
  const onPost = (kind: 'worker' | 'port', partner: object, source: object) => {
    const talk = talkWith(partner, source);
    talk.postsInVain += 1;
    // One who never answers is not asked for an answer.
    if (!state.armed || talk.postsInVain > 3) return;
    talk.waiting[talk.waiting.length] = kit.begin(
      kind,
      `${kind} message`,
      '',
      limits.workerReplyMs,
    );
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
  // A port whose other end is in this page is a way to schedule a task: over within the frame.
  kit.follow(kit.prototypeOf('MessagePort'), 'postMessage', (_result, self, args) => {
    onTransfer(args);
    if (apply(weakGet, remote, [self])) onPost('port', self as object, self as object);
  });
  kit.follow(
    globalThis,
    'Worker',
    (result) => {
      // A worker works from its start; its first message may come without being asked for.
      if (state.armed) onPost('worker', result as object, result as object);
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
  return {};
}
