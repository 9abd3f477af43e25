import { inPage } from '../../../frames/in-page.js';
import type { DocumentPart, Movements } from './movements.js';
import type { Gone, InPageReport, InPageWatch } from './report.js';

/** Puts together what the parts saw of one document, from an isolated world. */
export const observeDocument = inPage(function observeDocument(
  kit: Movements,
  parts: DocumentPart[],
): InPageWatch & {
  frames(): Promise<void>;
  note(): void;
  gone(): Gone | undefined;
} {
  const catchUp = () => {
    for (const part of parts) part.catchUp?.();
  };
  return {
    arm() {
      catchUp();
      kit.arm();
      for (const part of parts) part.arm?.();
      // A page that stands still makes no frames, and the pointer's move waits for one: it is soon needed.
      let left = 3;
      const next = () => {
        left -= 1;
        if (left > 0) requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    },
    rest() {
      catchUp();
      kit.rest();
      for (const part of parts) part.rest?.();
    },
    note() {
      for (const part of parts) part.note?.();
    },
    gone() {
      catchUp();
      for (const part of parts) if (part.gone) return part.gone();
      return undefined;
    },
    report(): InPageReport {
      catchUp();
      const at = kit.now();
      if (innerWidth < 2 || innerHeight < 2) {
        // A frame that is not shown: nothing in it matters.
        return {
          quietForMs: 60_000,
          movedAtEpochMs: 0,
          effect: false,
          busy: false,
          waits: false,
          changedAtEpochMs: 0,
          lateMs: 0,
          pending: [],
          changedLate: [],
          reading: [],
          counted: [],
          looseImages: 0,
        };
      }
      // It may find that something has moved.
      const pending = parts.flatMap((part) => part.pending?.(at) ?? []);
      return {
        quietForMs: at - kit.state.movedAt,
        movedAtEpochMs: performance.timeOrigin + kit.state.movedAt,
        effect: kit.hasEffect(),
        busy: parts.some((part) => part.isBusy?.()),
        waits: parts.some((part) => part.waits?.()),
        changedAtEpochMs: performance.timeOrigin + kit.state.changedAt,
        lateMs: 0,
        pending,
        changedLate: kit.changedLate(at),
        reading: [],
        counted: [],
        looseImages: 0,
      };
    },
    /** After two frames, or 100 ms where frames are not made (a window in the background). */
    frames: () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, 100);
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            clearTimeout(timer);
            resolve();
          }),
        );
      }),
    detach() {
      for (const part of parts) part.detach?.();
    },
  };
});
