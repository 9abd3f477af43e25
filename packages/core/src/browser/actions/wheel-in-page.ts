import { inPage } from '../frames/in-page.js';

export interface WheelOutcome {
  /** The page took the wheel for itself. */
  taken: boolean;
  /** What lies under the pointer was moved, redrawn or replaced. */
  changed: boolean;
}

interface WheelStore {
  novaActWheel?: { taken: () => boolean; changed: () => boolean; end: () => void };
}

/**
 * Self-contained: runs in the page, in our own world. From now on, does the wheel at this point come to
 * anything? What changes elsewhere does not count, nor what only ticks there by itself.
 */
export const watchWheel = inPage(function watchWheel(this: Element, x: number, y: number): void {
  const store = globalThis as typeof globalThis & WheelStore;
  store.novaActWheel?.end();
  const MOVES = /^(?:style|transform|viewbox|class|d|x|y|cx|cy|width|height|src)$/i;
  let wheel: WheelEvent | undefined;
  let moved = false;
  let drawn = false;
  const isHere = (node: Node): boolean => {
    if (!(node instanceof Element) || !node.isConnected) return false;
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return left <= x && right >= x && top <= y && bottom >= y;
  };
  const note = (records: MutationRecord[]) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      if (target === document.body || target === document.documentElement) continue;
      const around = target.contains(this);
      if (type === 'attributes') {
        const near = around || this.contains(target) || isHere(target);
        if (near && MOVES.test(attributeName ?? '')) moved = true;
      } else if (this.contains(target) || [...addedNodes].some(isHere)) {
        drawn = true;
      }
    }
  };
  const observer = new MutationObserver(note);
  const options = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(document, options);
  const root = this.getRootNode();
  if (root !== document) observer.observe(root, options);
  const onWheel = (event: WheelEvent) => {
    if (event.isTrusted) wheel = event;
  };
  addEventListener('wheel', onWheel, { capture: true });
  const taken = () => wheel?.defaultPrevented ?? false;
  store.novaActWheel = {
    taken,
    changed() {
      note(observer.takeRecords());
      // A text that changes by itself is not what the wheel did, unless the page took the wheel.
      return moved || (drawn && taken());
    },
    end() {
      observer.disconnect();
      removeEventListener('wheel', onWheel, { capture: true });
    },
  };
});

/** Self-contained: what came of the wheel, at once when something did, else after `limitMs`. */
export const wheelOutcome = inPage(async function wheelOutcome(
  limitMs: number,
): Promise<WheelOutcome> {
  const watched = (globalThis as typeof globalThis & WheelStore).novaActWheel;
  const endsAt = performance.now() + limitMs;
  while (watched && !watched.changed() && performance.now() < endsAt) {
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  watched?.end();
  return { taken: watched?.taken() ?? false, changed: watched?.changed() ?? false };
});

/**
 * Self-contained: what is drawn at this point that only a picture shows: a canvas, or a document that a
 * viewer of its own shows (PDF), most of which may look alike wherever one is in it.
 */
export const drawnAt = inPage(function drawnAt(
  this: Element,
  x: number,
  y: number,
): 'canvas' | 'document' | undefined {
  const root = this.getRootNode() as Document | ShadowRoot;
  const here = root.elementsFromPoint(x, y);
  if (here.some((one) => one.matches('iframe,frame,embed,object'))) return 'document';
  return here.some((one) => one.matches('canvas,video')) ? 'canvas' : undefined;
});
