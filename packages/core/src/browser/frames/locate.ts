import { callOn, evaluateIn, nodeIn, type RemoteRef, resolveNode } from './evaluate.js';
import type { FrameRef, FrameSessions } from './frame-sessions.js';
import { inPage } from './in-page.js';

export interface Point {
  x: number;
  y: number;
}

/** What lies at a point of the viewport, and the frames on the way to it. */
export interface Located {
  /** The innermost element there, through frames and shadow roots. */
  readonly node: RemoteRef;
  /** The same point in the coordinates of the node's own frame. */
  readonly point: Point;
  /** The iframe elements it lies in, outermost first. */
  readonly owners: readonly RemoteRef[];
}

// A type and not an interface: it is sent to the page as it is.
export type Rect = { left: number; top: number; right: number; bottom: number };

/** A box of the viewport in the coordinates of the frame where `centre` was located. */
export function boxInFrame({ point }: Located, centre: Point, box: Rect): Rect {
  const dx = point.x - centre.x;
  const dy = point.y - centre.y;
  return {
    left: box.left + dx,
    top: box.top + dy,
    right: box.right + dx,
    bottom: box.bottom + dy,
  };
}

const MAX_FRAME_DEPTH = 20;

/**
 * The element that a pointer at this point of the viewport meets; undefined where there is none (a
 * document without content). Our own hit test rather than Playwright's: it works in the isolated
 * world, goes into closed shadow roots and crosses processes.
 */
export async function locate(sessions: FrameSessions, point: Point): Promise<Located | undefined> {
  let frame = await sessions.mainFrame();
  let at = point;
  let inSession = point;
  const owners: RemoteRef[] = [];
  for (let depth = 0; depth < MAX_FRAME_DEPTH; depth++) {
    // The second question is about the answer to the first; they go out together, and are answered in turn.
    const [open, facts] = await Promise.all([
      nodeIn(frame, deepElementAt, at.x, at.y),
      evaluateIn(frame, hitFacts, at.x, at.y),
    ]);
    if (!open || !facts) return undefined;
    if (!facts.inner) {
      const node = facts.mayHideShadow ? await closedNodeAt(frame, inSession, open) : open;
      return { node, point: at, owners };
    }
    const child = await frameInside(sessions, open);
    if (!child) return { node: open, point: at, owners };
    owners.push(open);
    at = facts.inner;
    // A session of its own counts from its own document.
    inSession = child.session === frame.session ? inSession : at;
    frame = child;
  }
  return undefined;
}

async function frameInside(
  sessions: FrameSessions,
  owner: RemoteRef,
): Promise<FrameRef | undefined> {
  const { node } = await owner.session.send('DOM.describeNode', { objectId: owner.objectId });
  return node.frameId === undefined ? undefined : sessions.child(owner, node.frameId);
}

/** Scripts cannot look into a closed shadow root; the browser's own hit test can. */
async function closedNodeAt(frame: FrameRef, { x, y }: Point, host: RemoteRef): Promise<RemoteRef> {
  const { session } = frame;
  const { cssVisualViewport } = await session.send('Page.getLayoutMetrics');
  const hit = await session.send('DOM.getNodeForLocation', {
    x: Math.floor(x + cssVisualViewport.pageX),
    y: Math.floor(y + cssVisualViewport.pageY),
  });
  if (hit.frameId !== frame.frameId) return host;
  const node = await resolveNode(frame, hit.backendNodeId);
  if (!node || !(await callOn(node, isElement))) return host;
  return node;
}

const isElement = inPage(function isElement(this: Node): boolean {
  // A pseudo-element has a handle too, but is no node that can be worked with.
  return this instanceof Element;
});

interface HitStore {
  /** What `deepElementAt` found last. */
  novaActHit?: Element | null;
}

const deepElementAt = inPage(function deepElementAt(x: number, y: number): Element | null {
  const store = globalThis as typeof globalThis & HitStore;
  let element = document.elementFromPoint(x, y);
  while (element?.shadowRoot) {
    const inner = element.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === element) break;
    element = inner;
  }
  store.novaActHit = element;
  return element;
});

const hitFacts = inPage(function hitFacts(
  x: number,
  y: number,
): { inner: { x: number; y: number } | null; mayHideShadow: boolean } | null {
  const store = globalThis as typeof globalThis & HitStore;
  const hit = store.novaActHit;
  delete store.novaActHit;
  if (!hit) return null;
  const isFrame = hit instanceof HTMLIFrameElement || hit.localName === 'frame';
  if (!isFrame) {
    const hosts =
      /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
    const mayHideShadow =
      !hit.shadowRoot && (hit.localName.includes('-') || hosts.test(hit.localName));
    return { inner: null, mayHideShadow };
  }
  const owner = hit as HTMLIFrameElement;
  const box = owner.getBoundingClientRect();
  const style = getComputedStyle(owner);
  // A transform on the frame scales what is in it.
  const scaleX = box.width / (owner.offsetWidth || box.width || 1);
  const scaleY = box.height / (owner.offsetHeight || box.height || 1);
  const left = owner.clientLeft + Number.parseFloat(style.paddingLeft);
  const top = owner.clientTop + Number.parseFloat(style.paddingTop);
  return {
    inner: { x: (x - box.left) / scaleX - left, y: (y - box.top) / scaleY - top },
    mayHideShadow: false,
  };
});
