import { inPage } from '../frames/in-page.js';
import type { Marked } from '../frames/masked.js';
import type { ShadowHost } from '../frames/shadow-host.js';
import type { MaskRules } from './mask-rules.js';

/** A rectangle: left, top, right, bottom. */
export type Corners = [number, number, number, number];

/** Where a frame of another site lies, how large it is drawn, and what of it can be seen. */
export interface FramePlace {
  left: number;
  top: number;
  scaleX: number;
  scaleY: number;
  box: Corners;
}

/** What is to be covered in one document tree, with those of its frames that it can see into. */
export interface Found {
  /** By what it belongs to. */
  readonly regions: Map<object, Corners[]>;
  /** Frames of other sites. */
  readonly frames: Map<Element, FramePlace>;
}

export interface MaskKit {
  readonly rules: string;
  /** Whether this element, with all in it, is not to be read. */
  hides(element: Element): boolean;
  /** Finds shadow roots and frames anew, and counts as the browser's own search does. */
  survey(): number;
  find(): Found;
}

/** What masks keep in the isolated world, where the page cannot see it. */
export interface MaskStore {
  novaActMasks?: MaskKit;
}

/** Self-contained: runs in the page. Makes the rules known in this document; the same again changes nothing. */
export const installMasks = inPage(function installMasks(rules: MaskRules): void {
  const store = globalThis as typeof globalThis & MaskStore;
  const told = JSON.stringify(rules);
  const rootOf = (element: Element) => element.shadowRoot ?? (element as ShadowHost).novaActRoot;
  const FIELD =
    /(?:^|\s)(?:current-password|new-password|one-time-code|cc-number|cc-csc|cc-exp|cc-exp-month|cc-exp-year)(?:\s|$)/i;
  const EDITABLE = 'input,textarea,select,[contenteditable],[role],canvas';
  const UNSEEN = /^(?:script|style|noscript|template|head|title|option|optgroup)$/;
  const MOST_RECTS = 100;
  const MOST_FRAMES = 10;
  const selector = rules.selectors.join(',');
  /** As of a frame; `clip` is in coordinates of this document. */
  interface Place extends Omit<FramePlace, 'box'> {
    clip: Corners;
  }
  interface Root {
    root: Document | ShadowRoot;
    /** Frame elements on the way to it, outermost first. */
    owners: HTMLIFrameElement[];
  }
  let roots: Root[] = [];
  let foreign: { owner: HTMLIFrameElement; owners: HTMLIFrameElement[] }[] = [];
  /** Elements whose text holds a value in pieces, which nobody finds piece by piece. */
  let pieced = new Set<Element>();

  const read = (text: string) => text.toLowerCase().replace(/\s+/g, ' ');
  const indexIn = (text: string, wanted: MaskRules['texts'][number], from = 0): number => {
    for (let at = from; ; at++) {
      at = text.indexOf(wanted.text, at);
      if (at < 0 || !wanted.asWord) return at;
      const around = (text[at - 1] ?? ' ') + (text[at + wanted.text.length] ?? ' ');
      if (!/[\p{L}\p{N}]/u.test(around)) return at;
    }
  };
  const showsSecret = (text: string) =>
    rules.texts.length > 0 && rules.texts.some((wanted) => indexIn(read(text), wanted) >= 0);
  const isControl = (element: Element): element is HTMLInputElement =>
    /^(?:input|textarea|select)$/.test(element.localName);
  const isSecretField = (field: HTMLInputElement): boolean =>
    field.type === 'password' ||
    FIELD.test(field.getAttribute('autocomplete') ?? '') ||
    // Drawn as dots by a style.
    !['', 'none'].includes(getComputedStyle(field).getPropertyValue('-webkit-text-security'));
  const isMarked = (element: Element) => (element as Element & Marked).novaActSecret === true;
  const selected = (element: Element) =>
    element.localName === 'select'
      ? ((element as HTMLSelectElement).selectedOptions[0]?.text ?? '')
      : (element as HTMLInputElement).value;
  const hides = (element: Element): boolean => {
    if (selector !== '' && element.matches(selector)) return true;
    if (isMarked(element) || pieced.has(element)) return true;
    if (!isControl(element)) return false;
    return (rules.fields && isSecretField(element)) || showsSecret(selected(element));
  };

  const survey = (): number => {
    let count = 0;
    roots = [];
    foreign = [];
    const visit = (root: Document | ShadowRoot, owners: HTMLIFrameElement[]) => {
      roots.push({ root, owners });
      const walker = document.createTreeWalker(root, 0x1 | 0x4 | 0x8 | 0x80);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeType !== 1) {
          // The search has no words for "every element": it is for what begins as a tag does.
          if (node.nodeValue?.includes('<')) count++;
          continue;
        }
        count++;
        const element = node as Element & Marked;
        if (element.novaActMasked) element.novaActMasked = false;
        const shadow = rootOf(element);
        if (shadow) visit(shadow, owners);
        if (element.localName !== 'iframe' && element.localName !== 'frame') continue;
        const owner = element as HTMLIFrameElement;
        const inner = owner.contentDocument;
        if (inner && owners.length < MOST_FRAMES) visit(inner, [...owners, owner]);
        else if (owner.getClientRects().length > 0) foreign.push({ owner, owners });
      }
    };
    visit(document, []);
    pieced = new Set();
    if (rules.texts.length > 0) for (const { root } of roots) echoes(root, () => {}, pieced);
    return count;
  };

  const cut = (a: Corners, b: Corners): Corners => [
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ];
  const placed = (rect: DOMRect, place: Place): Corners => [
    place.left + rect.left * place.scaleX,
    place.top + rect.top * place.scaleY,
    place.left + rect.right * place.scaleX,
    place.top + rect.bottom * place.scaleY,
  ];
  const inside = (owner: HTMLIFrameElement, place: Place): Place => {
    const rect = owner.getBoundingClientRect();
    const style = getComputedStyle(owner);
    const scaleX = (rect.width / (owner.offsetWidth || rect.width || 1)) * place.scaleX;
    const scaleY = (rect.height / (owner.offsetHeight || rect.height || 1)) * place.scaleY;
    const paddingLeft = Number.parseFloat(style.paddingLeft) || 0;
    const paddingTop = Number.parseFloat(style.paddingTop) || 0;
    return {
      left: place.left + rect.left * place.scaleX + (owner.clientLeft + paddingLeft) * scaleX,
      top: place.top + rect.top * place.scaleY + (owner.clientTop + paddingTop) * scaleY,
      scaleX,
      scaleY,
      clip: cut(placed(rect, place), place.clip),
    };
  };
  const placeOf = (owners: HTMLIFrameElement[]): Place =>
    owners.reduce<Place>((place, owner) => inside(owner, place), {
      left: 0,
      top: 0,
      scaleX: 1,
      scaleY: 1,
      clip: [0, 0, innerWidth, innerHeight],
    });

  /** Rectangles of all that is drawn for a node, its overflow too. */
  const rectsOf = (node: Element | Range): DOMRect[] => {
    if (!('localName' in node)) return [...node.getClientRects()];
    const range = document.createRange();
    const rects = [...node.getClientRects()];
    for (const content of [node, rootOf(node)]) {
      if (!content || isControl(node)) continue;
      range.selectNodeContents(content);
      rects.push(...range.getClientRects());
    }
    if (rects.length <= MOST_RECTS) return rects;
    const left = Math.min(...rects.map((rect) => rect.left));
    const top = Math.min(...rects.map((rect) => rect.top));
    const right = Math.max(...rects.map((rect) => rect.right));
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    return [new DOMRect(left, top, right - left, bottom - top)];
  };
  const isShown = (element: Element): boolean => {
    if (!element.checkVisibility({ opacityProperty: true })) return false;
    if (getComputedStyle(element).visibility === 'visible') return true;
    // What is in something invisible may be visible again.
    return [...element.querySelectorAll('*')].some(
      (inner) => getComputedStyle(inner).visibility === 'visible',
    );
  };

  /**
   * Where values are read: as ranges of one text, and as elements that hold one in pieces. Text of fields
   * is not among it.
   */
  const echoes = (
    root: Document | ShadowRoot | Element,
    found: (node: Text, ranges: Range[]) => void,
    inPieces: Set<Element>,
  ): void => {
    const text = read(root.textContent ?? (root as Document).documentElement?.textContent ?? '');
    let missing = rules.texts.filter((wanted) => indexIn(text, wanted) >= 0);
    if (missing.length === 0) return;
    for (const child of root.childNodes) {
      if (child.nodeType === 1) {
        const inner = read(child.textContent ?? '');
        const held = rules.texts.filter((wanted) => indexIn(inner, wanted) >= 0);
        if (held.length === 0) continue;
        missing = missing.filter((wanted) => !held.includes(wanted));
        const element = child as Element;
        if (!UNSEEN.test(element.localName)) echoes(element, found, inPieces);
      } else if (child.nodeType === 3) {
        const node = child as Text;
        const ranges = rangesIn(node);
        if (ranges.length === 0) continue;
        found(node, ranges);
        missing = missing.filter((wanted) => indexIn(read(node.data), wanted) < 0);
      }
    }
    if (missing.length > 0 && root.nodeType === 1) inPieces.add(root as Element);
  };
  const rangesIn = (node: Text): Range[] => {
    const lower = node.data.toLowerCase();
    const ranges: Range[] = [];
    for (const wanted of rules.texts) {
      if (indexIn(read(node.data), wanted) < 0) continue;
      const whole = () => {
        const range = document.createRange();
        range.selectNodeContents(node);
        ranges.push(range);
      };
      // Where the text is not laid out as it is written, all of it is covered.
      if (lower.length !== node.data.length || indexIn(lower, wanted) < 0) {
        whole();
        continue;
      }
      for (let at = indexIn(lower, wanted); at >= 0; at = indexIn(lower, wanted, at + 1)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.text.length);
        ranges.push(range);
      }
    }
    return ranges;
  };

  const find = (): Found => {
    const regions: Found['regions'] = new Map();
    const frames: Found['frames'] = new Map();
    const add = (key: object, rects: readonly DOMRect[], place: Place) => {
      const shown = rects
        .map((rect) => cut(placed(rect, place), place.clip))
        .filter(([left, top, right, bottom]) => right > left && bottom > top);
      regions.set(key, [...(regions.get(key) ?? []), ...shown]);
    };
    for (const { root, owners } of roots) {
      const place = placeOf(owners);
      const cover = (element: Element) => {
        (element as Element & Marked).novaActMasked = true;
        if (!regions.has(element) && isShown(element)) add(element, rectsOf(element), place);
      };
      if (selector !== '') for (const element of root.querySelectorAll(selector)) cover(element);
      for (const element of root.querySelectorAll(EDITABLE)) {
        const marked = isMarked(element);
        if (!isControl(element)) {
          if (marked) cover(element);
          continue;
        }
        // What the browser has filled in by itself it keeps from scripts for a while.
        const holds = element.value !== '' || element.matches(':autofill');
        const isMeant = marked || (rules.fields && isSecretField(element));
        const says = () => showsSecret(selected(element) || (element.placeholder ?? ''));
        if ((holds && isMeant) || says()) cover(element);
      }
      if (rules.texts.length === 0) continue;
      const inPieces = new Set<Element>();
      echoes(root, (node, ranges) => add(node, ranges.flatMap(rectsOf), place), inPieces);
      for (const element of inPieces) cover(element);
    }
    for (const { owner, owners } of foreign) {
      const place = inside(owner, placeOf(owners));
      const { left, top, scaleX, scaleY, clip } = place;
      if (clip[2] > clip[0] && clip[3] > clip[1]) {
        frames.set(owner, { left, top, scaleX, scaleY, box: clip });
      }
    }
    return { regions, frames };
  };

  if (store.novaActMasks?.rules === told) return;
  store.novaActMasks = { rules: told, hides, survey, find };
  if (rules.texts.length > 0) survey();
});
