import type { DocumentPart, Movements } from './movements.js';
import type { InPageReport, InPageWatch } from './report.js';

/** Puts together what the parts saw of one document, from an isolated world. */
export function observeDocument(
  kit: Movements,
  parts: DocumentPart[],
): InPageWatch & { frames(): Promise<void> } {
  const catchUp = () => {
    for (const part of parts) part.catchUp?.();
  };
  return {
    arm() {
      catchUp();
      kit.arm();
      for (const part of parts) part.arm?.();
    },
    rest() {
      catchUp();
      kit.rest();
    },
    report(): InPageReport {
      catchUp();
      const at = kit.now();
      if (innerWidth < 2 || innerHeight < 2) {
        // A frame that is not shown: nothing in it matters.
        return { quietForMs: 60_000, effect: false, busy: false, pending: [], reading: [] };
      }
      return {
        quietForMs: at - kit.state.movedAt,
        effect: kit.hasEffect(),
        busy: parts.some((part) => part.isBusy?.()),
        pending: parts.flatMap((part) => part.pending?.(at) ?? []),
        reading: [],
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
}
