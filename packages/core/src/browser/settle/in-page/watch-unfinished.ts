import type { DocumentPart, Movements } from './movements.js';
import type { PendingInPage } from './report.js';

/** Looks for what has begun and is not over: animations, images, fonts, the document's own load. */
export function watchUnfinished(kit: Movements): DocumentPart {
  const { limits, state } = kit;
  const bornLoading = document.readyState !== 'complete';
  let knownAnimations = new WeakSet<Animation>();
  let knownImages = new WeakSet<Element>();
  let knownBusy = new WeakSet<Element>();
  const hangingImages = new WeakSet<Element>();
  let imageSeenAt = new WeakMap<Element, number>();

  const animations = (): Animation[] => {
    const found = document.getAnimations();
    for (const ref of kit.roots) {
      const root = ref.deref();
      if (!root) kit.roots.delete(ref);
      else if (root.isConnected) found.push(...root.getAnimations());
    }
    return found;
  };
  const targetOf = (animation: Animation) => (animation.effect as KeyframeEffect | null)?.target;
  /** A marquee that begins again and again is background. */
  const isTurning = (animation: Animation): boolean => {
    const target = targetOf(animation);
    const { animationName, transitionProperty } = animation as Partial<
      CSSAnimation & CSSTransition
    >;
    const name = animationName ?? transitionProperty ?? '';
    return (
      !!target &&
      ['animationstart', 'transitionrun'].some((type) =>
        kit.isHabit(target, `event:${type}:${name}`),
      )
    );
  };
  const remainingMs = (animation: Animation): number => {
    if (animation.playState !== 'running' || animation.timeline !== document.timeline) return 0;
    const end = Number(animation.effect?.getComputedTiming().endTime ?? 0);
    if (!(end <= limits.longestAnimationMs) || !animation.playbackRate) return 0;
    const target = targetOf(animation);
    if (target && !kit.inView(target)) return 0;
    const at = Number(animation.currentTime ?? 0);
    const left = animation.playbackRate > 0 ? end - at : at;
    return Math.max(0, left / Math.abs(animation.playbackRate));
  };
  const longestAnimationMs = (): number => {
    let longest = 0;
    for (const animation of animations()) {
      if (knownAnimations.has(animation) || isTurning(animation)) continue;
      longest = Math.max(longest, remainingMs(animation));
    }
    return longest;
  };
  /** How long the images in view that have not come yet may still be waited for. */
  const imageMs = (at: number): number => {
    let longest = 0;
    for (const image of [...document.images].slice(0, 500)) {
      if (image.complete || knownImages.has(image) || hangingImages.has(image)) continue;
      // `currentSrc` is empty until the image begins to come.
      if (!(image.src || image.srcset || image.currentSrc) || !kit.inView(image)) continue;
      const since = imageSeenAt.get(image) ?? at;
      imageSeenAt.set(image, since);
      const leftMs = limits.loadingMs - (at - since);
      if (leftMs <= 0) hangingImages.add(image);
      longest = Math.max(longest, leftMs);
    }
    return longest;
  };
  const busyParts = () => document.querySelectorAll('[aria-busy="true"]');

  return {
    arm() {
      knownAnimations = new WeakSet(animations());
      // One that only comes into view with the action is waited for, whenever it was asked for.
      knownImages = new WeakSet(
        [...document.images].filter((image) => !image.complete && kit.inView(image)),
      );
      knownBusy = new WeakSet(busyParts());
      imageSeenAt = new WeakMap();
    },
    pending(at) {
      const loadMs = limits.loadingMs - (at - Math.max(state.bornAt, state.armedAt));
      const isLoading = bornLoading && document.readyState !== 'complete';
      const found: PendingInPage[] = [
        { kind: 'loading', label: 'page load', dueInMs: isLoading ? loadMs : 0 },
        { kind: 'animation', label: 'animation', dueInMs: longestAnimationMs() },
        { kind: 'image', label: 'image', dueInMs: imageMs(at) },
        { kind: 'font', label: 'font', dueInMs: document.fonts.status === 'loading' ? loadMs : 0 },
      ];
      return found.filter((one) => one.dueInMs > 0);
    },
    isBusy: () => [...busyParts()].some((part) => !knownBusy.has(part) && kit.inView(part)),
  };
}
