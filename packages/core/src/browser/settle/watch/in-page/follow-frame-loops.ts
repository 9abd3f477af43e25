import { inPage } from '../../../frames/in-page.js';
import type { PageKit, PagePart } from './page-kit.js';
import type { PendingInPage } from './report.js';

/** Follows callbacks that ask for frame after frame: drawings on canvases are seen by nobody else. */
export const followFrameLoops = inPage(function followFrameLoops(kit: PageKit): PagePart {
  interface Loop {
    frames: number;
    firstAt: number;
    lastAt: number;
  }
  const { limits, state } = kit;
  const { max, min } = Math;
  let loops = kit.table<Loop>();
  let size = 0;
  /** A loop that began with the action: fewer frames are one change, not a loop. */
  /** Frames of a busy page come seldom: a loop is over when they stop coming as they did. */
  const pauseMs = (loop: Loop, atLeast: number) => {
    const gap = loop.frames > 1 ? (loop.lastAt - loop.firstAt) / (loop.frames - 1) : 0;
    return max(atLeast, min(limits.slowFrameMs, gap * 3));
  };
  const isEffect = (loop: Loop) => loop.firstAt >= state.armedAt && loop.frames >= 3;

  kit.follow(globalThis, 'requestAnimationFrame', (_id, _self, args) => {
    const at = kit.now();
    const key = kit.placeOf(args[0], 0);
    const loop = loops[key];
    if (loop && at - loop.lastAt < pauseMs(loop, 100)) {
      loop.frames += 1;
      loop.lastAt = at;
      return;
    }
    if (!loop) {
      if (size >= 200) return;
      size += 1;
    }
    loops[key] = { frames: 1, firstAt: at, lastAt: at };
  });

  return {
    arm() {
      const running = kit.table<Loop>();
      size = 0;
      for (const key in loops) {
        const loop = loops[key];
        if (!loop || state.armedAt - loop.lastAt >= 200) continue;
        running[key] = loop;
        size += 1;
      }
      loops = running;
    },
    hasEffect() {
      for (const key in loops) {
        const loop = loops[key];
        if (loop && isEffect(loop)) return true;
      }
      return false;
    },
    pending(at) {
      const pending: PendingInPage[] = [];
      for (const key in loops) {
        const loop = loops[key];
        if (!loop || !isEffect(loop) || at - loop.lastAt > pauseMs(loop, 60)) continue;
        const dueInMs = limits.loopMs - (at - loop.firstAt);
        if (dueInMs <= 0) continue;
        const label = 'animation frames';
        pending[pending.length] = { kind: 'frame-loop', label, key: `frame-loop:${key}`, dueInMs };
      }
      return pending;
    },
  };
});
