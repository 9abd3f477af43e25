import type { Box } from '../actuator.js';
import { callOn, nodeFrom, type RemoteRef } from '../frames/evaluate.js';
import { type ImageArea, imageAreas } from '../frames/image-areas.js';
import { inPage, withParts } from '../frames/in-page.js';
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

/**
 * Where a field itself can be pressed, in viewport coordinates: the point, if it lies there, for else
 * there may be a button of the field's own. Undefined for one too small to be meant by itself.
 */
export async function pointOf(
  field: RemoteRef,
  { point }: Located,
  centre: Point,
): Promise<Point | undefined> {
  const own = await callOn(field, ownPoint, point.x, point.y);
  return own ? { x: own.x - point.x + centre.x, y: own.y - point.y + centre.y } : undefined;
}

/** Self-contained: runs in the page; its `this` is what lies on top. */
const controlBelowWith = inPage(function controlBelowWith(
  this: Element,
  areasOf: (image: Element) => ImageArea[],
  x: number,
  y: number,
  box: { left: number; top: number; right: number; bottom: number },
): Element | null {
  const CONTROL =
    'a[href],button,input,select,textarea,summary,label,[role=button],[role=link],[role=tab],[role=menuitem],[role=option],[role=checkbox],[role=radio],[role=switch]';
  const parentOf = (node: Node): Node | null =>
    (node as Element).assignedSlot ?? (node instanceof ShadowRoot ? node.host : node.parentNode);
  const area = ({ left, top, right, bottom }: typeof box) => (right - left) * (bottom - top);
  const likeness = (rect: typeof box): number => {
    const overlapX = Math.min(rect.right, box.right) - Math.max(rect.left, box.left);
    const overlapY = Math.min(rect.bottom, box.bottom) - Math.max(rect.top, box.top);
    const overlap = Math.max(0, overlapX) * Math.max(0, overlapY);
    return overlap / (area(rect) + area(box) - overlap || 1);
  };
  const alike = (element: Element): number => likeness(element.getBoundingClientRect());
  const root = this.getRootNode() as Document | ShadowRoot;
  // The box around a shape in a picture may have something else at its centre.
  if (this.matches('img[usemap],area')) {
    const [meant] = root
      .elementsFromPoint(x, y)
      .flatMap((image) => areasOf(image))
      .map((one) => ({ area: one.area, likeness: likeness(one) }))
      .filter((one) => one.likeness > 0.8)
      .sort((one, other) => other.likeness - one.likeness);
    if (meant) return meant.area === this ? null : meant.area;
  }
  // Part of a control itself, or made to be clicked: it is what was meant.
  for (let at: Node | null = this; at; at = parentOf(at)) {
    if (!(at instanceof Element)) continue;
    if (at.matches(CONTROL)) return null;
  }
  if (getComputedStyle(this).cursor === 'pointer') return null;
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
});

const controlBelow = withParts<
  (
    this: Element,
    x: number,
    y: number,
    box: { left: number; top: number; right: number; bottom: number },
  ) => Element | null
>(controlBelowWith, [imageAreas]);

/** Self-contained: runs in the page; its `this` is the field. */
const ownPoint = inPage(function ownPoint(
  this: Element,
  x: number,
  y: number,
): { x: number; y: number } | null {
  const MIN_SIZE = 2;
  const root = this.getRootNode() as Document | ShadowRoot;
  const isMine = (left: number, top: number): boolean => {
    const there = root.elementFromPoint(left, top);
    return there !== null && (there === this || this.contains(there));
  };
  if (isMine(x, y)) return { x, y };
  const { left, top, width, height } = this.getBoundingClientRect();
  if (width < MIN_SIZE || height < MIN_SIZE) return null;
  const own = { x: left + width / 2, y: top + height / 2 };
  return isMine(own.x, own.y) ? own : null;
});

/** Self-contained: runs in the page; its `this` is the covered control. */
const reachablePointWith = inPage(function reachablePointWith(
  this: Element,
  areasOf: (image: Element) => ImageArea[],
): { x: number; y: number } | null {
  const root = this.getRootNode() as Document | ShadowRoot;
  const inImages = () =>
    [...root.querySelectorAll('img[usemap]')]
      .flatMap((image) => areasOf(image))
      .filter(({ area }) => area === this);
  const rects = this.localName === 'area' ? inImages() : [...this.getClientRects()];
  for (const { left, top, right, bottom } of rects) {
    for (const fy of [0.5, 0.25, 0.75, 0.1, 0.9]) {
      for (const fx of [0.5, 0.25, 0.75, 0.1, 0.9]) {
        const x = left + (right - left) * fx;
        const y = top + (bottom - top) * fy;
        const there = root.elementFromPoint(x, y);
        if (there && (there === this || this.contains(there))) return { x, y };
      }
    }
  }
  return null;
});

const reachablePoint = withParts<(this: Element) => { x: number; y: number } | null>(
  reachablePointWith,
  [imageAreas],
);
