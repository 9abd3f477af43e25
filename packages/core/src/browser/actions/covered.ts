import type { Box } from '../actuator.js';
import { callOn, nodeFrom, type RemoteRef } from '../frames/evaluate.js';
import { boxInFrame, type Located, type Point } from '../frames/locate.js';

/**
 * The control that the box was drawn around, when something without a purpose of its own lies over
 * its centre: a veil, a banner, a sticky header. The model sees through what is transparent; the
 * pointer does not. Undefined when the pointer meets what was meant, as far as can be told.
 */
export function coveredTarget(
  target: Located,
  box: Box,
  centre: Point,
): Promise<RemoteRef | undefined> {
  const { x, y } = target.point;
  return nodeFrom(target.node, controlBelow, x, y, boxInFrame(target, centre, box));
}

/** Another point of the covered control that the pointer does reach, in viewport coordinates. */
export async function freePoint(
  covered: RemoteRef,
  { point }: Located,
  centre: Point,
): Promise<Point | undefined> {
  const free = await callOn(covered, reachablePoint);
  if (!free) return undefined;
  return { x: free.x - point.x + centre.x, y: free.y - point.y + centre.y };
}

/** Self-contained: runs in the page; its `this` is what lies on top. */
function controlBelow(
  this: Element,
  x: number,
  y: number,
  box: { left: number; top: number; right: number; bottom: number },
): Element | null {
  const CONTROL =
    'a[href],button,input,select,textarea,summary,label,[role=button],[role=link],[role=tab],[role=menuitem],[role=option],[role=checkbox],[role=radio],[role=switch]';
  const parentOf = (node: Node): Node | null =>
    (node as Element).assignedSlot ?? (node instanceof ShadowRoot ? node.host : node.parentNode);
  // Part of a control itself, or made to be clicked: it is what was meant.
  for (let at: Node | null = this; at; at = parentOf(at)) {
    if (!(at instanceof Element)) continue;
    if (at.matches(CONTROL)) return null;
  }
  if (getComputedStyle(this).cursor === 'pointer') return null;
  const area = ({ left, top, right, bottom }: typeof box) => (right - left) * (bottom - top);
  const alike = (element: Element): number => {
    const rect = element.getBoundingClientRect();
    const overlapX = Math.min(rect.right, box.right) - Math.max(rect.left, box.left);
    const overlapY = Math.min(rect.bottom, box.bottom) - Math.max(rect.top, box.top);
    const overlap = Math.max(0, overlapX) * Math.max(0, overlapY);
    return overlap / (area(rect) + area(box) - overlap || 1);
  };
  const root = this.getRootNode() as Document | ShadowRoot;
  for (const below of root.elementsFromPoint(x, y)) {
    if (below === this || !below.matches(CONTROL) || alike(below) <= 0.5) continue;
    if (below.contains(this) || this.contains(below)) return null;
    // Parts of one widget, such as a drawn tick over the box that it stands for.
    let common: Element | null = this;
    while (common && !common.contains(below)) common = common.parentElement;
    return common && alike(common) > 0.5 ? null : below;
  }
  // A link that runs over two lines has a box whose centre may lie beside it.
  for (const inside of this.querySelectorAll('a[href],button,[role=button],[role=link]')) {
    if (inside.getClientRects().length > 1 && alike(inside) > 0.8) return inside;
  }
  return null;
}

/** Self-contained: runs in the page; its `this` is the covered control. */
function reachablePoint(this: Element): { x: number; y: number } | null {
  const root = this.getRootNode() as Document | ShadowRoot;
  for (const rect of this.getClientRects()) {
    for (const fy of [0.5, 0.25, 0.75, 0.1, 0.9]) {
      for (const fx of [0.5, 0.25, 0.75, 0.1, 0.9]) {
        const x = rect.left + rect.width * fx;
        const y = rect.top + rect.height * fy;
        const there = root.elementFromPoint(x, y);
        if (there && (there === this || this.contains(there))) return { x, y };
      }
    }
  }
  return null;
}
