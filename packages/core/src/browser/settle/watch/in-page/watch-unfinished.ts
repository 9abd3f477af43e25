import { inPage } from '../../../frames/in-page.js';
import type { DocumentPart, Movements } from './movements.js';
import type { PendingInPage } from './report.js';

/** Looks for what has begun and is not over: animations, images, fonts, the document's own load. */
export const watchUnfinished = inPage(function watchUnfinished(kit: Movements): DocumentPart {
  const { limits, state } = kit;
  const bornLoading = document.readyState !== 'complete';
  let knownAnimations = new WeakSet<Animation>();
  /** Those that are waited for, and when each is to end. */
  let endsAt = new Map<Animation, number>();
  let knownImages = new WeakSet<Element>();
  let knownVideos = new WeakSet<Element>();
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
  /** Of a strip that is drawn along, as carousels have it, the parts are in view when itself is not. */
  const isSeen = (target: Element): boolean =>
    kit.inView(target) || [...target.children].slice(0, 100).some((part) => kit.inView(part));
  const remainingMs = (animation: Animation): number => {
    if (animation.playState !== 'running' || animation.timeline !== document.timeline) return 0;
    const end = Number(animation.effect?.getComputedTiming().endTime ?? 0);
    if (!(end <= limits.longestAnimationMs) || !animation.playbackRate) return 0;
    const target = targetOf(animation);
    if (target && !isSeen(target)) return 0;
    const at = Number(animation.currentTime ?? 0);
    const left = animation.playbackRate > 0 ? end - at : at;
    return Math.max(0, left / Math.abs(animation.playbackRate));
  };
  /** Its clock goes on between frames: one that is over has its last frame still to come, and may say nothing then. */
  const longestAnimationMs = (at: number): number => {
    let longest = 0;
    const endedAt = endsAt;
    endsAt = new Map();
    for (const animation of animations()) {
      if (knownAnimations.has(animation) || isTurning(animation)) continue;
      const leftMs = remainingMs(animation);
      longest = Math.max(longest, leftMs);
      if (leftMs > 0) endsAt.set(animation, at + leftMs);
    }
    for (const [animation, endAt] of endedAt) {
      if (!endsAt.has(animation)) kit.moved(Math.min(at, endAt));
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
      const { width, height } = image.getBoundingClientRect();
      if (width <= limits.pixelSize && height <= limits.pixelSize) continue;
      const since = imageSeenAt.get(image) ?? at;
      imageSeenAt.set(image, since);
      const leftMs = limits.loadingMs - (at - since);
      if (leftMs <= 0) hangingImages.add(image);
      longest = Math.max(longest, leftMs);
    }
    return longest;
  };
  /** SVG's own animations, which the document does not list among the others. */
  const svgAnimationMs = (): number => {
    let longest = 0;
    for (const element of document.querySelectorAll('animate,animateTransform,animateMotion,set')) {
      const animation = element as SVGAnimationElement;
      const svg = animation.ownerSVGElement;
      if (!svg || !kit.inView(svg) || animation.getAttribute('repeatCount') === 'indefinite')
        continue;
      try {
        const sinceMs = (svg.getCurrentTime() - animation.getStartTime()) * 1_000;
        const times = Number(animation.getAttribute('repeatCount') ?? 1) || 1;
        const leftMs = animation.getSimpleDuration() * times * 1_000 - sinceMs;
        const isOfAction = kit.now() - sinceMs >= state.armedAt - 20;
        if (!isOfAction || leftMs > limits.longestAnimationMs) continue;
        state.effect = true;
        longest = Math.max(longest, leftMs);
      } catch {
        // It has no end, or has not begun.
      }
    }
    return longest;
  };
  /** Until a film in view shows its first picture, or the one that it is wound to. */
  const videoMs = (at: number): number => {
    let longest = 0;
    for (const video of document.querySelectorAll('video')) {
      const isComing = video.networkState === video.NETWORK_LOADING && video.readyState < 2;
      if (!(isComing || video.seeking) || knownVideos.has(video) || !kit.inView(video)) continue;
      longest = Math.max(longest, limits.loadingMs - (at - state.armedAt));
    }
    return longest;
  };
  /** Spinners, skeletons, three dots that jump. */
  const hasNewEndless = () =>
    animations().some((animation) => {
      if (knownAnimations.has(animation) || animation.playState !== 'running') return false;
      const target = targetOf(animation);
      return (
        animation.effect?.getComputedTiming().endTime === Infinity && !!target && kit.inView(target)
      );
    });
  /** Until a document that came with the action sends its reader on by itself. */
  const refreshMs = (at: number): number => {
    if (state.armedAt > state.bornAt) return 0;
    const meta = document.querySelector<HTMLMetaElement>('meta[http-equiv="refresh" i]');
    const afterMs = Number.parseFloat(meta?.content ?? '') * 1_000;
    if (!(afterMs <= limits.longestTimerMs)) return 0;
    const [navigation] = performance.getEntriesByType(
      'navigation',
    ) as PerformanceNavigationTiming[];
    return (navigation?.loadEventEnd ?? 0) + afterMs + limits.refreshMs - at;
  };

  return {
    arm() {
      knownAnimations = new WeakSet(animations());
      endsAt = new Map();
      // One that only comes into view with the action is waited for, whenever it was asked for.
      knownImages = new WeakSet(
        [...document.images].filter((image) => !image.complete && kit.inView(image)),
      );
      knownVideos = new WeakSet(
        [...document.querySelectorAll('video')].filter((video) => video.readyState < 2),
      );
      imageSeenAt = new WeakMap();
    },
    pending(at) {
      const loadMs = limits.loadingMs - (at - Math.max(state.bornAt, state.armedAt));
      const isLoading = bornLoading && document.readyState !== 'complete';
      const found: PendingInPage[] = [
        { kind: 'loading', label: 'page load', dueInMs: isLoading ? loadMs : 0 },
        { kind: 'loading', label: 'page refresh', dueInMs: isLoading ? 0 : refreshMs(at) },
        {
          kind: 'animation',
          label: 'animation',
          dueInMs: Math.max(longestAnimationMs(at), svgAnimationMs()),
        },
        { kind: 'video', label: 'video', dueInMs: videoMs(at) },
        { kind: 'image', label: 'image', dueInMs: imageMs(at) },
        { kind: 'font', label: 'font', dueInMs: document.fonts.status === 'loading' ? loadMs : 0 },
      ];
      return found.filter((one) => one.dueInMs > 0);
    },
    waits: hasNewEndless,
  };
});
