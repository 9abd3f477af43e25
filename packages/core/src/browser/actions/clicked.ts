import type { ClickType } from '../actuator.js';
import { describe } from '../frames/describe.js';
import { callOn, nodeIn, type RemoteRef } from '../frames/evaluate.js';
import { inPage } from '../frames/in-page.js';

interface ClickStore {
  novaActClicked?: Element | null;
  novaActPressed?: Element | null;
  /** The control that the press was on, if it was on one. */
  novaActControl?: Element | null;
  /** Ends the note that was taken before. */
  novaActNoting?: AbortController;
}

const EVENTS: Record<ClickType, string> = {
  left: 'click',
  'left-double': 'dblclick',
  right: 'contextmenu',
};

/** From now on the frame of the target takes note of what the browser says was pressed and clicked. */
export function listenForClick(target: RemoteRef, type: ClickType): Promise<void> {
  return callOn(target, noteClicked, EVENTS[type]);
}

/**
 * What was clicked, from the events themselves; undefined when the click led to another document. A
 * press can come to no click, or to one of what lay behind: the page took its target away before the
 * button was released. What was pressed is then what was meant, and what the page has answered to.
 * `aimedAt` is the target in words right before the press: by its answer the page may give it another
 * name, “Follow” becomes “Following”.
 */
export async function clicked(
  target: RemoteRef,
  aimedAt: string,
): Promise<{ hit: string; note?: string } | undefined> {
  try {
    switch (await callOn(target, howClicked)) {
      case 'target clicked':
        return { hit: aimedAt };
      case 'clicked': {
        const node = await nodeIn(target, clickedElement);
        if (node) return { hit: await describe(node) };
        break;
      }
      case 'gone':
        return { hit: aimedAt, note: 'the page took it away as it was pressed' };
      case 'moved': {
        const pressed = await nodeIn(target, pressedElement);
        const hit = pressed ? await describe(pressed) : aimedAt;
        const node = await nodeIn(target, clickedElement);
        return { hit, note: `it was released over ${node ? await describe(node) : 'nothing'}` };
      }
    }
  } catch {
    return undefined; // Its document is gone: the click did something.
  }
  return {
    hit: aimedAt,
    note: 'it was pressed, but the page did not let the press become a click',
  };
}

/** Self-contained: runs in the page, in our own world: the page's own listeners are not touched. */
const noteClicked = inPage(function noteClicked(this: Element, type: string): void {
  const store = globalThis as typeof globalThis & ClickStore;
  store.novaActClicked = null;
  store.novaActPressed = null;
  store.novaActControl = null;
  const CONTROL =
    'a[href],button,input,select,textarea,summary,label,[role=button],[role=link],[role=tab],[role=menuitem],[role=option],[role=checkbox],[role=radio],[role=switch]';
  const targetOf = (event: Event): Element | null => {
    const [target] = event.composedPath();
    if (!event.isTrusted || !(target instanceof Element)) return null;
    // Out here, an event from inside of a closed shadow root says no more than its host.
    let host: Node | null = this.isConnected ? this.getRootNode() : null;
    while (host instanceof ShadowRoot && host.host !== target) host = host.host.getRootNode();
    return host instanceof ShadowRoot ? this : target;
  };
  store.novaActNoting?.abort();
  store.novaActNoting = new AbortController();
  const { signal } = store.novaActNoting;
  const once = { capture: true, once: true, signal };
  const press = (event: Event) => {
    const pressed = targetOf(event);
    store.novaActPressed ??= pressed;
    store.novaActControl ??= pressed?.closest(CONTROL) ?? null;
  };
  addEventListener('pointerdown', press, once);
  addEventListener('mousedown', press, once);
  addEventListener(
    type,
    (event) => {
      store.novaActClicked = targetOf(event);
    },
    once,
  );
});

/** Self-contained: runs in the page. */
const clickedElement = inPage(function clickedElement(): Element | null {
  const store = globalThis as typeof globalThis & ClickStore;
  return store.novaActClicked ?? null;
});

/** Self-contained: runs in the page. */
const pressedElement = inPage(function pressedElement(): Element | null {
  const store = globalThis as typeof globalThis & ClickStore;
  return store.novaActPressed ?? null;
});

type HowClicked = 'target clicked' | 'clicked' | 'gone' | 'moved' | 'not clicked';

/** Self-contained: whether the click was of what was pressed, and what became of that. */
const howClicked = inPage(function howClicked(this: Element): HowClicked {
  const store = globalThis as typeof globalThis & ClickStore;
  const { novaActClicked: clicked, novaActPressed: pressed, novaActControl: control } = store;
  const asClicked = clicked === this ? 'target clicked' : 'clicked';
  if (!pressed || clicked === pressed) return clicked ? asClicked : 'not clicked';
  // Its label or icon drawn anew under the press, a control is clicked all the same.
  if (clicked && control?.contains(clicked)) return asClicked;
  if (!pressed.isConnected) return 'gone';
  if (!clicked) return 'not clicked';
  return pressed.contains(clicked) ? asClicked : 'moved';
});
