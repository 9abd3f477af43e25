import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { ModelObservation } from '../model.js';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The page as the DOM capture shows it, in document order. */
export interface Page {
  url: string;
  title: string;
  body: Element;
  elements: readonly Element[];
  /** Elements by their own `id` attribute; the first of doubles. */
  byId: ReadonlyMap<string, Element>;
  window: { width: number; height: number };
  scroll: { left: number; top: number; width: number; height: number };
  boxOf(element: Element): Box | undefined;
  /**
   * The capture is one as the Python SDK makes it: of what is in view alone, without types, ids and states of
   * controls, without what is empty, and with a sole child in the place of its parent (a link for its cell). What it
   * does not show is not known to be absent.
   */
  bare: boolean;
}

/** Reads the observation's DOM capture. It must not be empty. */
export function readPage(observation: ModelObservation): Page {
  const { document, bare } = parse(observation.simplifiedDOM);
  const elements: Element[] = [];
  const byId = new Map<string, Element>();
  const visit = (node: ChildNode): void => {
    if (!isTag(node)) return;
    elements.push(node);
    const id = node.attribs['id'];
    if (id !== undefined && !byId.has(id)) byId.set(id, node);
    for (const child of node.children) visit(child);
  };
  for (const child of document.children) visit(child);
  const body = elements[0];
  if (body === undefined) throw new RangeError('The DOM capture holds no element.');
  const dimensions = observation.browserDimensions;
  return {
    url: observation.activeURL,
    title: body.attribs['title'] ?? '',
    body,
    elements,
    byId,
    window: { width: dimensions.windowWidth, height: dimensions.windowHeight },
    scroll: {
      left: dimensions.scrollLeft,
      top: dimensions.scrollTop,
      width: dimensions.scrollWidth,
      height: dimensions.scrollHeight,
    },
    boxOf: (element) => observation.idToBboxMap[element.attribs['nova-act-id'] ?? ''],
    bare,
  };
}

function parse(capture: string) {
  const document = parseDocument(capture, { decodeEntities: true });
  const [root] = document.children.filter(isTag);
  // Every body of that client's says that it is scrollable, be it so or not; nobody else's has the word.
  const bare = root?.attribs['scrollable'] !== undefined;
  // It writes elements without a content as `<td/>`.
  return bare
    ? {
        document: parseDocument(capture, { decodeEntities: true, recognizeSelfClosing: true }),
        bare,
      }
    : { document, bare };
}

/** Whether a bare capture has the page from its top to its end, and nothing in it can be scrolled. */
export function isWhole({ bare, scroll, window, elements }: Page): boolean {
  if (!bare) return true;
  const fits = scroll.height <= window.height + 1 && scroll.width <= window.width + 1;
  return fits && !elements.slice(1).some((one) => one.attribs['scrollable'] !== undefined);
}

export function attribute(element: Element, name: string): string {
  return element.attribs[name] ?? '';
}

export function roleOf(element: Element): string {
  return attribute(element, 'role').trim().split(/\s+/)[0]?.toLowerCase() ?? '';
}

export function childElements(element: Element): Element[] {
  return element.children.filter(isTag);
}

export function parentElement(element: Element): Element | undefined {
  return element.parent !== null && isTag(element.parent) ? element.parent : undefined;
}

export function* ancestors(element: Element): Generator<Element> {
  for (let up = parentElement(element); up !== undefined; up = parentElement(up)) yield up;
}

export function contains(outer: Element, inner: Element): boolean {
  for (let at: Element | undefined = inner; at !== undefined; at = parentElement(at)) {
    if (at === outer) return true;
  }
  return false;
}

/** Every element inside another one, in document order, without it. */
export function descendants(element: Element): Element[] {
  const found: Element[] = [];
  const visit = (one: Element): void => {
    for (const child of one.children) {
      if (isTag(child)) {
        found.push(child);
        visit(child);
      }
    }
  };
  visit(element);
  return found;
}

export { isTag, isText };
