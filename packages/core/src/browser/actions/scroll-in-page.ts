import { inPage } from '../frames/in-page.js';

export type Direction = 'up' | 'down' | 'left' | 'right';

export interface Scrollable {
  /** `page` or what the element is. */
  what: string;
  /** Its visible size along the direction. */
  visible: number;
  /** How far it can still go that way. */
  room: number;
}

/**
 * Self-contained: runs in the page. The nearest thing from this element outwards that a wheel
 * scrolls along the direction: one that still has room, else the nearest at its end, else null.
 * Remembers it in our own world for `scrollPosition`.
 */
export const findScrollable = inPage(function findScrollable(
  this: Element,
  direction: Direction,
): Scrollable | null {
  const vertical = direction === 'up' || direction === 'down';
  const forward = direction === 'down' || direction === 'right';
  const root = document.scrollingElement ?? document.documentElement;
  const parentOf = (node: Node): Node | null =>
    (node as Element).assignedSlot ?? (node instanceof ShadowRoot ? node.host : node.parentNode);
  const measure = (element: Element): Scrollable | null => {
    const isRoot = element === root;
    const style = getComputedStyle(element);
    const overflow = vertical ? style.overflowY : style.overflowX;
    // What body says applies to the page when the root says nothing.
    const bodyStyle = document.body ? getComputedStyle(document.body) : style;
    const rootStyle = getComputedStyle(document.documentElement);
    const rootOverflow = vertical ? rootStyle.overflowY : rootStyle.overflowX;
    const bodyOverflow = vertical ? bodyStyle.overflowY : bodyStyle.overflowX;
    const pageOverflow = rootOverflow === 'visible' ? bodyOverflow : rootOverflow;
    const scrolls = isRoot
      ? pageOverflow !== 'hidden' && pageOverflow !== 'clip'
      : overflow === 'auto' || overflow === 'scroll' || overflow === 'overlay';
    if (!scrolls) return null;
    if (!isRoot && element === document.body && rootOverflow === 'visible') return null;
    const visible = vertical
      ? isRoot
        ? innerHeight
        : element.clientHeight
      : isRoot
        ? innerWidth
        : element.clientWidth;
    const whole = vertical ? element.scrollHeight : element.scrollWidth;
    const extent = whole - (vertical ? element.clientHeight : element.clientWidth);
    if (extent < 1) return null;
    // Right-to-left and reversed boxes count from minus their extent up to 0.
    const reversed = vertical
      ? style.display.includes('flex') && style.flexDirection === 'column-reverse'
      : style.direction === 'rtl';
    const offset = (vertical ? element.scrollTop : element.scrollLeft) + (reversed ? extent : 0);
    const room = forward ? extent - offset : offset;
    const name = element.getAttribute('aria-label') ?? element.id;
    const what = isRoot ? 'page' : `${element.localName}${name ? ` ${JSON.stringify(name)}` : ''}`;
    return { what, visible, room: Math.max(0, Math.round(room)) };
  };
  let atItsEnd: Scrollable | null = null;
  const store = globalThis as typeof globalThis & { novaActScrollable?: Element };
  for (let at: Node | null = this; at; at = parentOf(at)) {
    if (!(at instanceof Element)) continue;
    const found = measure(at);
    if (!found) continue;
    if (found.room >= 1) {
      store.novaActScrollable = at;
      return found;
    }
    if (!atItsEnd) {
      store.novaActScrollable = at;
      atItsEnd = found;
    }
  }
  return atItsEnd;
});

/**
 * Self-contained: runs in the page. Where the scrollable found before stands, once it has stood
 * still for some frames, or after `limitMs`.
 */
export const restingPosition = inPage(async function restingPosition(
  startLeft: number,
  startTop: number,
  limitMs: number,
): Promise<{ left: number; top: number }> {
  const store = globalThis as typeof globalThis & { novaActScrollable?: Element };
  const element = store.novaActScrollable ?? document.scrollingElement ?? document.documentElement;
  const began = performance.now();
  // A page that is not painted has no frames.
  const frame = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 50);
      requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  let left = element.scrollLeft;
  let top = element.scrollTop;
  let still = 0;
  let moved = left !== startLeft || top !== startTop;
  while (performance.now() - began < limitMs) {
    await frame();
    const same = element.scrollLeft === left && element.scrollTop === top;
    left = element.scrollLeft;
    top = element.scrollTop;
    moved ||= left !== startLeft || top !== startTop;
    still = same ? still + 1 : 0;
    // A wheel takes a few frames to arrive; once it has, two equal frames are rest.
    if (still >= (moved ? 2 : 10)) break;
  }
  return { left, top };
});

/** Self-contained: runs in the page. */
export const scrollPosition = inPage(function scrollPosition(): { left: number; top: number } {
  const store = globalThis as typeof globalThis & { novaActScrollable?: Element };
  const element = store.novaActScrollable ?? document.scrollingElement ?? document.documentElement;
  return { left: element.scrollLeft, top: element.scrollTop };
});

/** Self-contained: runs in the page. The size of what is wheeled when nothing there scrolls. */
export const extentOf = inPage(function extentOf(this: Element, vertical: boolean): number {
  const { width, height } = this.getBoundingClientRect();
  return vertical ? Math.min(height, innerHeight) : Math.min(width, innerWidth);
});
