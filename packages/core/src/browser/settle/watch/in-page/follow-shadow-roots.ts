import { inPage } from '../../../frames/in-page.js';
import type { PageKit, PagePart } from './page-kit.js';
import type { PendingInPage } from './report.js';

/**
 * Follows changes and animations in shadow roots that scripts attach: closed ones are seen by nobody
 * else. Changes are told apart by root alone.
 */
export const followShadowRoots = inPage(function followShadowRoots(kit: PageKit): PagePart {
  interface Habit {
    idleCount: number;
    idleLastAt: number;
    from: number;
    lastAt: number;
    count: number;
  }
  const { apply, limits, state } = kit;
  const Ref = WeakRef;
  const deref = WeakRef.prototype.deref;
  const weakGet = WeakMap.prototype.get;
  const weakSet = WeakMap.prototype.set;
  const rootOf = Node.prototype.getRootNode;
  const animationsOf = ShadowRoot.prototype.getAnimations;
  const hostOf = Reflect.getOwnPropertyDescriptor(ShadowRoot.prototype, 'host')?.get;
  const isConnected = Reflect.getOwnPropertyDescriptor(Node.prototype, 'isConnected')?.get;
  const observe = MutationObserver.prototype.observe;
  const disconnect = MutationObserver.prototype.disconnect;
  const habits = new WeakMap<object, Habit>();
  let roots: WeakRef<ShadowRoot>[] = [];
  let movedAt = state.armedAt;

  /** The same judgement as of mutations elsewhere, for a root as a whole. */
  const isNews = (habit: Habit, at: number): boolean => {
    if (!state.armed) {
      if (at - habit.idleLastAt > limits.movementRhythmEndsMs) habit.idleCount = 0;
      habit.idleCount += 1;
      habit.idleLastAt = at;
      return false;
    }
    if (habit.idleCount >= 2 && state.armedAt - habit.idleLastAt < 1_000) return false;
    if (at - habit.lastAt > limits.movementPauseMs || habit.from < state.armedAt) {
      habit.from = at;
      habit.count = 0;
    }
    habit.count += 1;
    habit.lastAt = at;
    return habit.count < 4 || at - habit.from < limits.backgroundAfterMs;
  };
  const watcher = new MutationObserver((records) => {
    const at = kit.now();
    let last: object | undefined;
    for (let i = 0; i < records.length; i += 1) {
      const root: object = apply(rootOf, records[i]?.target, []);
      if (root === last) continue;
      last = root;
      const habit: Habit | undefined = apply(weakGet, habits, [root]);
      if (habit && isNews(habit, at)) movedAt = at;
    }
  });
  const living = (): ShadowRoot[] => {
    const found: ShadowRoot[] = [];
    const kept: WeakRef<ShadowRoot>[] = [];
    for (let i = 0; i < roots.length; i += 1) {
      const ref = roots[i];
      const root: ShadowRoot | undefined = ref && apply(deref, ref, []);
      if (!ref || !root) continue;
      kept[kept.length] = ref;
      const host: unknown = hostOf && apply(hostOf, root, []);
      if (isConnected && apply(isConnected, host, [])) found[found.length] = root;
    }
    roots = kept;
    return found;
  };

  kit.follow(kit.prototypeOf('Element'), 'attachShadow', (result) => {
    const root = result as ShadowRoot;
    const habit = { idleCount: 0, idleLastAt: 0, from: 0, lastAt: 0, count: 0 };
    apply(weakSet, habits, [root, habit]);
    roots[roots.length] = new Ref(root);
    apply(observe, watcher, [
      root,
      { __proto__: null, subtree: true, childList: true, attributes: true, characterData: true },
    ]);
  });

  return {
    arm() {
      movedAt = state.armedAt;
    },
    movedAt: () => movedAt,
    hasEffect: () => movedAt > state.armedAt,
    pending() {
      const pending: PendingInPage[] = [];
      let longest = 0;
      const all = living();
      for (let i = 0; i < all.length && i < 500; i += 1) {
        const animations: Animation[] = apply(animationsOf, all[i], []);
        for (let k = 0; k < animations.length; k += 1) {
          const timing = animations[k]?.effect?.getComputedTiming();
          const end = timing?.endTime as number;
          // Only what began with the action: its age is not more than the action's.
          const at = animations[k]?.currentTime as number;
          const isNew = at >= 0 && at <= kit.now() - state.armedAt + 20;
          if (!isNew || !(end <= limits.longestAnimationMs)) continue;
          if (animations[k]?.playState === 'running' && end - at > longest) longest = end - at;
        }
      }
      if (longest > 0) pending[0] = { kind: 'animation', label: 'animation', dueInMs: longest };
      return pending;
    },
    detach() {
      apply(disconnect, watcher, []);
      roots = [];
    },
  };
});
