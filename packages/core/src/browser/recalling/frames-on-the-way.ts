import { callOn, evaluateIn, nodeIn, type RemoteRef } from '../frames/evaluate.js';
import type { FrameRef, FrameSessions } from '../frames/frame-sessions.js';
import { inPage } from '../frames/in-page.js';
import type { FramePlace } from '../recall.js';
import { addressPattern } from './address-pattern.js';

/** A document, and the iframes that it is in, outermost first. */
export interface Reached {
  readonly frame: FrameRef;
  readonly owners: readonly RemoteRef[];
}

/** What is said of an iframe that something was hit in. */
export async function describeFrame(owner: RemoteRef): Promise<FramePlace> {
  const { label, src } = await callOn(owner, frameFacts);
  return { label, address: src === '' ? '' : addressPattern(src) };
}

/** The way into the frames that were recorded; a text where one of them is not there, or not alone. */
export async function reachFrame(
  sessions: FrameSessions,
  places: readonly FramePlace[],
): Promise<Reached | string> {
  let frame = await sessions.mainFrame();
  const owners: RemoteRef[] = [];
  for (const { label, address } of places) {
    const all = await evaluateIn(frame, framesHere);
    const alike = all.flatMap((each, index) =>
      each.label === label && (each.src === '' ? '' : addressPattern(each.src)) === address
        ? [index]
        : [],
    );
    const [index] = alike;
    if (index === undefined) return 'its frame is not on the page';
    if (alike.length > 1) return 'its frame is on the page more than once';
    const owner = await nodeIn(frame, frameAt, index);
    const inner = owner && (await frameInside(sessions, owner));
    if (!owner || !inner) return 'its frame is not on the page';
    owners.push(owner);
    frame = inner;
  }
  return { frame, owners };
}

async function frameInside(
  sessions: FrameSessions,
  owner: RemoteRef,
): Promise<FrameRef | undefined> {
  const { node } = await owner.session.send('DOM.describeNode', { objectId: owner.objectId });
  return node.frameId === undefined ? undefined : sessions.child(owner, node.frameId);
}

const frameFacts = inPage(function frameFacts(this: Element): { label: string; src: string } {
  const given = ['title', 'aria-label', 'name'].map((name) => this.getAttribute(name) ?? '');
  const label = given.map((text) => text.trim()).find((text) => text !== '') ?? '';
  return { label, src: (this as HTMLIFrameElement).src ?? '' };
});

const framesHere = inPage(function framesHere(): { label: string; src: string }[] {
  const found: { label: string; src: string }[] = [];
  const search = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) search(element.shadowRoot);
      if (!element.matches('iframe,frame')) continue;
      const given = ['title', 'aria-label', 'name'].map((name) => element.getAttribute(name) ?? '');
      const label = given.map((text) => text.trim()).find((text) => text !== '') ?? '';
      found.push({ label, src: (element as HTMLIFrameElement).src ?? '' });
    }
  };
  search(document);
  return found;
});

const frameAt = inPage(function frameAt(index: number): Element | null {
  const found: Element[] = [];
  const search = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) search(element.shadowRoot);
      if (element.matches('iframe,frame')) found.push(element);
    }
  };
  search(document);
  return found[index] ?? null;
});

/** A rectangle of a frame in the coordinates of the viewport, cut to what is seen of it. */
export async function inViewport(
  box: { left: number; top: number; right: number; bottom: number },
  owners: readonly RemoteRef[],
): Promise<typeof box> {
  let at = box;
  for (const owner of [...owners].reverse()) at = await callOn(owner, fromInside, at);
  return at;
}

/** Self-contained: from the coordinates of this iframe's document to those of the one it is in. */
const fromInside = inPage(function fromInside(
  this: Element,
  inner: { left: number; top: number; right: number; bottom: number },
): typeof inner {
  const owner = this as HTMLIFrameElement;
  const box = owner.getBoundingClientRect();
  const style = getComputedStyle(owner);
  const scaleX = box.width / (owner.offsetWidth || box.width || 1);
  const scaleY = box.height / (owner.offsetHeight || box.height || 1);
  const x = (value: number) =>
    box.left + (value + owner.clientLeft + Number.parseFloat(style.paddingLeft)) * scaleX;
  const y = (value: number) =>
    box.top + (value + owner.clientTop + Number.parseFloat(style.paddingTop)) * scaleY;
  return {
    left: Math.max(x(inner.left), box.left),
    top: Math.max(y(inner.top), box.top),
    right: Math.min(x(inner.right), box.right),
    bottom: Math.min(y(inner.bottom), box.bottom),
  };
});

/** Self-contained: of the main frame, what a pointer can reach. */
export const viewportSize = inPage(function viewportSize(): { width: number; height: number } {
  return { width: innerWidth, height: innerHeight };
});
