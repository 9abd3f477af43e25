import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { ModelObservation } from '../model.js';

/** Where an element is, in CSS pixels from the viewport's top left. What is scrolled out of sight has a box too. */
export interface Box {
  /** Left edge; negative when it is scrolled out on that side. */
  x: number;
  /** Top edge; negative when it is scrolled out above. */
  y: number;
  /** 0 when the element takes no room. */
  width: number;
  /** 0 when the element takes no room. */
  height: number;
}

/** The page as the DOM capture shows it, in document order. */
export interface Page {
  /** Address of the page, as the observation has it. */
  url: string;
  /** The document's title, which the capture has on its root; empty when it has none. */
  title: string;
  /** Root of the capture: its first element, mostly `<body>`. */
  body: Element;
  /** Every element of the capture, the root first. */
  elements: readonly Element[];
  /** Elements by their own `id` attribute; the first of doubles. */
  byId: ReadonlyMap<string, Element>;
  /** Size of the viewport, in CSS pixels. */
  window: {
    /** What of the page's width is in sight. */
    width: number;
    /** What of the page's height is in sight. */
    height: number;
  };
  /** How far the page is scrolled, and how large all of it is, in CSS pixels. */
  scroll: {
    /** How far to the right; 0 at the left edge. */
    left: number;
    /** How far down; 0 at the top. */
    top: number;
    /** Of the whole page, what is out of sight too. */
    width: number;
    /** Of the whole page, what is out of sight too. */
    height: number;
  };
  /** Where the element is now; undefined when the capture has no box of it. */
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
    if (node.name === frameName) node.name = 'iframe';
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

/** A parser of HTML takes what stands in an iframe for text; a capture has the frame's own elements there. */
const frameTag = /<(\/?)iframe(?=[\s>/])/gi;
const frameName = 'captured-frame';

function parse(given: string) {
  const capture = given.replace(frameTag, `<$1${frameName}`);
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

/** The value of an attribute, as the page wrote it; empty when the element does not have it. */
export function attribute(element: Element, name: string): string {
  return element.attribs[name] ?? '';
}

/**
 * The ARIA role that the page wrote on the element: the first of several, in lower case; empty without one. For the
 * role of its tag see `elementRole`.
 */
export function roleOf(element: Element): string {
  return attribute(element, 'role').trim().split(/\s+/)[0]?.toLowerCase() ?? '';
}

export function childElements(element: Element): Element[] {
  return element.children.filter(isTag);
}

export function parentElement(element: Element): Element | undefined {
  return element.parent !== null && isTag(element.parent) ? element.parent : undefined;
}

/** The elements around it, from its parent to the root of the capture. */
export function* ancestors(element: Element): Generator<Element> {
  for (let up = parentElement(element); up !== undefined; up = parentElement(up)) yield up;
}

/** Whether `inner` is `outer` or anywhere inside of it. */
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
