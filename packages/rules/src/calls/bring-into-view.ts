import type { Element } from 'domhandler';
import type { ModelCall } from '../model.js';
import { ancestors, type Box, isTag, type Page } from '../page/page.js';
import { scroll } from './calls.js';

/** What `bringIntoView` found: the element can be pointed at, must be scrolled to, or can't be reached. */
export type InView =
  | {
      /** Where it is now: its centre lies inside the window and what scrolls around it. */
      box: Box;
    }
  | {
      /** The `agentScroll` to make first; then look, and ask again. */
      scroll: ModelCall;
    }
  | {
      /** Why no scroll helps, as the end of a sentence: “it has no size on the page”. */
      hopeless: string;
    };

/** The scrolls made so far to bring one element into view, with where it stood. */
export interface ScrollsMade {
  /**
   * Where the element stood before each scroll, `x,y` in whole CSS pixels. Begin with `[]`; at most 12 are made.
   */
  scrolls: string[];
}

const maxScrolls = 12;

/** The element's box when its centre can be pointed at, else the scroll that brings it nearer. */
export function bringIntoView(page: Page, element: Element, state: ScrollsMade): InView {
  const box = page.boxOf(element);
  if (box === undefined || box.width <= 0 || box.height <= 0) {
    return { hopeless: 'it has no size on the page' };
  }
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const { width, height } = page.window;
  const direction =
    y < 0 ? 'up' : y >= height ? 'down' : x < 0 ? 'left' : x >= width ? 'right' : undefined;
  const port = scrollPort(page, element) ?? { x: 0, y: 0, width, height };
  const inPort = direction ?? outsideOf(port, x, y);
  if (inPort === undefined) return { box };
  const place = `${Math.round(box.x)},${Math.round(box.y)}`;
  if (state.scrolls.at(-1) === place)
    return { hopeless: 'it lies outside of the window and scrolling does not move it' };
  if (state.scrolls.length >= maxScrolls)
    return { hopeless: `${maxScrolls} scrolls did not bring it into the window` };
  state.scrolls.push(place);
  const vertical = inPort === 'up' || inPort === 'down';
  const distance = vertical
    ? Math.abs(y - (port.y + port.height / 2))
    : Math.abs(x - (port.x + port.width / 2));
  return { scroll: scroll(page, inPort, port, distance) };
}

function outsideOf(port: Box, x: number, y: number): 'up' | 'down' | 'left' | 'right' | undefined {
  if (y < port.y) return 'up';
  if (y > port.y + port.height) return 'down';
  if (x < port.x) return 'left';
  return x > port.x + port.width ? 'right' : undefined;
}

/**
 * The nearest box around the element that must scroll: the element's part of it lies beyond its
 * edge, as the last of a row or column of the same kind of which at least two lie inside.
 */
function scrollPort(page: Page, element: Element): Box | undefined {
  let branch = element;
  for (const up of ancestors(element)) {
    if (up === page.body) return undefined;
    const port = page.boxOf(up);
    const own = page.boxOf(branch);
    const alike = up.children.filter(
      (child): child is Element => isTag(child) && child.name === branch.name,
    );
    branch = up;
    if (port === undefined || own === undefined || port.width < 20 || port.height < 20) continue;
    if (port.height > page.window.height && port.width > page.window.width) continue;
    const inside = alike
      .map((child) => page.boxOf(child))
      .filter((box) => box !== undefined && overlaps(box, port));
    if (!overlaps(own, port) && inside.length >= 2) return visiblePart(page, port);
  }
  return undefined;
}

function overlaps(box: Box, port: Box): boolean {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  return x >= port.x && x <= port.x + port.width && y >= port.y && y <= port.y + port.height;
}

function visiblePart(page: Page, box: Box): Box | undefined {
  const left = Math.max(0, box.x);
  const top = Math.max(0, box.y);
  const width = Math.min(page.window.width, box.x + box.width) - left;
  const height = Math.min(page.window.height, box.y + box.height) - top;
  return width > 10 && height > 10 ? { x: left, y: top, width, height } : undefined;
}
