import { type Box, type Element, type Page, targetClass } from '@nova-act/rules/page';
import type { Edges } from '../file/cassette-format.js';

/** A box that covers this share of the window means the page itself. */
const pageShare = 0.6;

/**
 * The element that a box points at: of the controls under its centre the one whose box is most like it, or, where no
 * control is, of all elements there. `page` when the box is most of the window; undefined when nothing is there.
 *
 * The capture does not tell what lies on top of what; of equals, the one that comes last in the document is taken.
 */
export function elementUnder(page: Page, edges: Edges): Element | 'page' | undefined {
  const wanted = toBox(edges);
  if (area(wanted) >= pageShare * page.window.width * page.window.height) return 'page';
  const x = wanted.x + wanted.width / 2;
  const y = wanted.y + wanted.height / 2;
  const under = page.elements.flatMap((element) => {
    const box = element === page.body ? undefined : page.boxOf(element);
    return box && holds(box, x, y) ? [{ element, likeness: likeness(box, wanted) }] : [];
  });
  const controls = under.filter(({ element }) => targetClass(element) !== 'thing');
  let best: (typeof under)[number] | undefined;
  for (const each of controls.length > 0 ? controls : under)
    if (!best || each.likeness >= best.likeness) best = each;
  return best?.element;
}

export function toBox({ left, top, right, bottom }: Edges): Box {
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function toEdges({ x, y, width, height }: Box): Edges {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

export function area({ width, height }: Box): number {
  return width * height;
}

function holds(box: Box, x: number, y: number): boolean {
  return (
    box.width > 0 &&
    box.height > 0 &&
    x >= box.x &&
    x <= box.x + box.width &&
    y >= box.y &&
    y <= box.y + box.height
  );
}

/** What two boxes share of what they cover together, 0 to 1. */
function likeness(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (area(one) + area(other) - width * height);
}
