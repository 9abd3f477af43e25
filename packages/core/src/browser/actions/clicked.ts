import type { ClickType } from '../actuator.js';
import { describe } from '../frames/describe.js';
import { callOn, nodeIn, type RemoteRef } from '../frames/evaluate.js';

interface ClickStore {
  novaActClicked?: Element | null;
}

const EVENTS: Record<ClickType, string> = {
  left: 'click',
  'left-double': 'dblclick',
  right: 'contextmenu',
};

/** From now on the frame of the target takes note of what the browser says was clicked. */
export function listenForClick(target: RemoteRef, type: ClickType): Promise<void> {
  return callOn(target, noteClicked, EVENTS[type]);
}

/**
 * What was clicked, from the event itself; undefined when the click led to another document. A press
 * can come to no click: the page took its target away before the button was released.
 */
export async function clicked(
  target: RemoteRef,
  aimedAt: string,
): Promise<{ hit: string; note?: string } | undefined> {
  try {
    const node = await nodeIn(target, clickedElement);
    if (node) return { hit: await describe(node) };
  } catch {
    return undefined; // Its document is gone: the click did something.
  }
  return {
    hit: aimedAt,
    note: 'it was pressed, but the page did not let the press become a click',
  };
}

/** Self-contained: runs in the page, in our own world: the page's own listeners are not touched. */
function noteClicked(this: Element, type: string): void {
  const store = globalThis as typeof globalThis & ClickStore;
  store.novaActClicked = null;
  const note = (event: Event) => {
    const [target] = event.composedPath();
    if (!event.isTrusted || !(target instanceof Element)) return;
    // Out here, an event from inside of a closed shadow root says no more than its host.
    let host: Node | null = this.isConnected ? this.getRootNode() : null;
    while (host instanceof ShadowRoot && host.host !== target) host = host.host.getRootNode();
    store.novaActClicked = host instanceof ShadowRoot ? this : target;
  };
  addEventListener(type, note, { capture: true, once: true });
}

/** Self-contained: runs in the page. */
function clickedElement(): Element | null {
  const store = globalThis as typeof globalThis & ClickStore;
  return store.novaActClicked ?? null;
}
