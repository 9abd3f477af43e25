import { inPage } from '../../../frames/in-page.js';
import type { PageKit, PagePart } from './page-kit.js';
import type { InPageReport, InPageWatch } from './report.js';

/**
 * Puts together what the parts know of what a page schedules for later: only the page's own world
 * knows of timers, frame loops, threads, databases and closed shadow roots.
 */
export const followScheduling = inPage(function followScheduling(
  kit: PageKit,
  parts: PagePart[],
): InPageWatch & { loose(): Element[] } {
  return {
    arm() {
      kit.arm();
      for (let i = 0; i < parts.length; i += 1) parts[i]?.arm?.();
    },
    rest: kit.rest,
    report(): InPageReport {
      const at = kit.now();
      const pending = kit.pending(at);
      const reading: string[] = [];
      const counted: string[] = [];
      let looseImages = 0;
      let movedAt = kit.state.armedAt;
      let effect = false;
      for (let i = 0; i < parts.length; i += 1) {
        const part = parts[i];
        if (!part) continue;
        const more = part.pending?.(at);
        for (let k = 0; more && k < more.length; k += 1) {
          const one = more[k];
          if (one) pending[pending.length] = one;
        }
        const read = part.reading?.();
        for (let k = 0; read && k < read.length; k += 1) reading[reading.length] = read[k] ?? '';
        const sent = part.counted?.();
        for (let k = 0; sent && k < sent.length; k += 1) counted[counted.length] = sent[k] ?? '';
        looseImages += part.loose?.().length ?? 0;
        const partMovedAt = part.movedAt?.() ?? 0;
        if (partMovedAt > movedAt) movedAt = partMovedAt;
        effect = part.hasEffect?.() || effect;
      }
      return {
        quietForMs: at - movedAt,
        movedAtEpochMs: kit.epoch(movedAt),
        effect,
        busy: false,
        waits: false,
        // Of closed shadow roots, where the other world sees nothing.
        changedAtEpochMs: effect ? kit.epoch(movedAt) : 0,
        lateMs: kit.state.lateMs,
        pending,
        changedLate: [],
        reading,
        counted,
        looseImages,
      };
    },
    loose() {
      const loose: Element[] = [];
      for (let i = 0; i < parts.length; i += 1) {
        const more = parts[i]?.loose?.();
        for (let k = 0; more && k < more.length; k += 1) {
          const one = more[k];
          if (one) loose[loose.length] = one;
        }
      }
      return loose;
    },
    detach() {
      kit.restore();
      for (let i = 0; i < parts.length; i += 1) parts[i]?.detach?.();
    },
  };
});
