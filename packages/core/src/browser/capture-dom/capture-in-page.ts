import { type ImageArea, imageAreas } from '../frames/image-areas.js';
import { inPage, withParts } from '../frames/in-page.js';
import type { ShadowHost } from '../frames/shadow-host.js';
import type { MaskStore } from '../masks/masks-in-page.js';

/** Where a frame's document lies in the page's viewport, and the first id that is free. */
export interface CaptureOrigin {
  nextId: number;
  left: number;
  top: number;
  scaleX: number;
  scaleY: number;
  /** How much may still be written, in bytes of the JSON that is sent. */
  bytes: number;
}

/** One document's capture. Between `parts[i]` and `parts[i + 1]` stands the frame `frames[i]`. */
export interface FrameCapture {
  parts: string[];
  frames: { left: number; top: number; scaleX: number; scaleY: number }[];
  /** Flat, five numbers for each element: id, x, y, width, height. */
  boxes: number[];
  nextId: number;
  /** What is left of the origin's. */
  bytes: number;
  /** Elements that may hold a closed shadow root, kept for `suspectAt`. */
  suspects: number;
}

/** What the capture keeps in its isolated world, where the page cannot see it. */
export interface CaptureStore extends Pick<MaskStore, 'novaActMasks'> {
  novaActFrames?: HTMLIFrameElement[];
  novaActSuspects?: Element[];
}

/**
 * Self-contained: runs in the page. One pass over the document, through its own-origin frames. The
 * `FrameCapture` comes as JSON: DevTools takes many times longer to hand over the same as an object.
 */
const captureWith = inPage(function captureWith(
  areasOf: (image: Element) => ImageArea[],
  origin: CaptureOrigin,
): string {
  const KEPT =
    /^(?:id|name|type|placeholder|title|alt|href|role|for|disabled|readonly|required|multiple|min|max|step|maxlength|contenteditable|autocomplete|label|aria-.+)$/;
  const SKIPPED =
    /^(?:script|style|template|head|noscript|link|meta|title|desc|defs|metadata|base|param|source|track|wbr|area|clippath|mask|pattern|lineargradient|radialgradient|filter|symbol|marker)$/i;
  const VOID = /^(?:input|img|hr|embed|col|br)$/;
  const HOSTS = /^(?:article|aside|blockquote|div|footer|h[1-6]|header|main|nav|p|section|span)$|-/;
  const MAX_ATTRIBUTE = 500;
  const MAX_SUSPECTS = 100;
  const MAX_ATTRIBUTES = 100;
  /** As deep as a page's HTML can be; scripts can go on, until the browser itself gives up. */
  const MAX_DEPTH = 512;
  const MAX_VISITED = 200_000;
  /** An element's own tags, and its box. */
  const ELEMENT_BYTES = 150;
  const store = globalThis as typeof globalThis & CaptureStore;
  const frameElements: HTMLIFrameElement[] = [];
  const suspects: Element[] = [];
  const out: string[] = [];
  const marks: number[] = [];
  const frames: FrameCapture['frames'] = [];
  const boxes: number[] = [];
  let nextId = origin.nextId;
  let bytes = origin.bytes;
  let visited = 0;
  let depth = 0;
  let full = false;
  interface Place {
    left: number;
    top: number;
    scaleX: number;
    scaleY: number;
  }

  const masks = store.novaActMasks;
  /** What of an element is not to be read: what it holds as a field, or everything. */
  type Hidden = 'no' | 'value' | 'all';
  const hiddenIn = (element: Element, around: Hidden): Hidden => {
    if (around === 'all' || !masks) return around;
    const isField = /^(?:input|textarea|select)$/.test(element.localName);
    if (masks.hides(element)) return isField ? 'value' : 'all';
    return element.localName === 'option' || element.localName === 'optgroup' ? around : 'no';
  };
  const TELLING =
    /^(?:placeholder|title|alt|href|label|aria-(?:label|description|roledescription))$/;

  const escapeText = (text: string) =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  const round = (value: number) => Math.round(value * 10) / 10;
  const attribute = (name: string, value: string) => {
    const cut = value.length > MAX_ATTRIBUTE ? `${value.slice(0, MAX_ATTRIBUTE)}…` : value;
    return value === '' ? ` ${name}` : ` ${name}="${escapeText(cut)}"`;
  };

  /** In UTF-8, in JSON: quotes and line ends take two bytes. */
  const sizeOf = (text: string) =>
    text.length +
    2 * (text.match(/[^\0-\x7f]/g)?.length ?? 0) +
    (text.match(/["\\\n]/g)?.length ?? 0);
  /** Writes text, as much of it as there is room for. */
  const write = (text: string) => {
    const escaped = escapeText(text.slice(0, Math.max(0, bytes)));
    const size = sizeOf(escaped);
    if (size <= bytes && text.length <= bytes) {
      bytes -= size;
      out.push(escaped);
      return;
    }
    // Three bytes a character, and `&quot;` for one, are the worst.
    out.push(`${escapeText(text.slice(0, Math.max(0, bytes / 6)))}…`);
    bytes = 0;
    full = true;
  };

  const SECRET =
    /(?:^|\s)(?:current-password|new-password|one-time-code|cc-number|cc-csc|cc-exp|cc-exp-month|cc-exp-year)(?:\s|$)/i;
  /** Also with its password shown, or drawn as dots by a style. */
  const isSecret = (field: HTMLInputElement): boolean =>
    field.type === 'password' ||
    SECRET.test(field.getAttribute('autocomplete') ?? '') ||
    !['', 'none'].includes(getComputedStyle(field).getPropertyValue('-webkit-text-security'));

  const attributesOf = (element: Element, hidden: Hidden): { text: string; meaning: boolean } => {
    let text = '';
    let meaning = false;
    let kept = 0;
    for (const { name, value } of element.attributes) {
      if (!KEPT.test(name)) continue;
      if (hidden !== 'no' && name.startsWith('aria-value')) continue;
      if (hidden === 'all' && TELLING.test(name)) continue;
      if (++kept > MAX_ATTRIBUTES) break;
      text += attribute(name, value);
      if (name !== 'id') meaning = true;
    }
    const field = element as HTMLInputElement;
    switch (hidden === 'no' ? element.localName : '') {
      case 'input':
        if (field.type === 'checkbox' || field.type === 'radio') {
          text += attribute('value', field.value);
          if (field.checked) text += ' checked';
        } else if (!isSecret(field) && field.value !== '') {
          text += attribute('value', field.value);
        }
        break;
      case 'button':
      case 'select':
      case 'progress':
      case 'meter':
        if (String(field.value) !== '') text += attribute('value', String(field.value));
        break;
      case 'option':
        text += attribute('value', field.value);
        if ((element as HTMLOptionElement).selected) text += ' selected';
        break;
    }
    return { text, meaning };
  };

  const placeInside = (owner: HTMLIFrameElement, place: Place): Place => {
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
    };
  };

  const rootOf = (element: Element): ShadowRoot | null => {
    if (element.shadowRoot) return element.shadowRoot;
    const known = (element as ShadowHost).novaActRoot;
    if (known !== undefined) return known;
    const mayHide =
      HOSTS.test(element.localName) &&
      suspects.length < MAX_SUSPECTS &&
      (element.localName.includes('-') || element.firstChild === null);
    if (mayHide) suspects.push(element);
    return null;
  };

  /** The nodes as they are rendered: a shadow root's instead of its host's, a slot's assigned ones. */
  const childrenOf = (element: Element): Iterable<Node> => {
    if (element.localName === 'slot') {
      const assigned = (element as HTMLSlotElement).assignedNodes();
      if (assigned.length > 0) return assigned;
    }
    return (rootOf(element) ?? element).childNodes;
  };

  const walkFrame = (owner: HTMLIFrameElement, place: Place) => {
    const inner = placeInside(owner, place);
    const body = owner.contentDocument?.body;
    if (body) {
      walk(body, inner, true, 'no');
      return;
    }
    marks.push(out.length);
    frames.push(inner);
    frameElements.push(owner);
  };

  /** The tag, with its box noted and its bytes counted. */
  const openingTag = (tag: string, id: number, attributes: string, box: readonly number[]) => {
    bytes -= ELEMENT_BYTES + sizeOf(attributes);
    if (bytes <= 0 && !full) {
      full = true;
      out.push('…');
    }
    boxes.push(id, box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0);
    return `<${tag} nova-act-id="${id}"${attributes}>`;
  };

  /** A map's areas stand behind each image that uses it: there they can be met. */
  const writeAreas = (image: Element, place: Place, hidden: Hidden) => {
    for (const { area, left, top, right, bottom } of areasOf(image)) {
      if (full) return;
      const box = [
        round(place.left + left * place.scaleX),
        round(place.top + top * place.scaleY),
        round((right - left) * place.scaleX),
        round((bottom - top) * place.scaleY),
      ];
      out.push(openingTag('area', nextId++, attributesOf(area, hiddenIn(area, hidden)).text, box));
    }
  };

  /** Writes the element and what is in it; true when anything was written. */
  const walk = (
    element: Element,
    place: Place,
    parentVisible: boolean,
    around: Hidden,
    box?: number[],
  ): boolean => {
    const tag = element.localName;
    if (SKIPPED.test(tag) && !(tag === 'title' && element.namespaceURI?.endsWith('svg'))) {
      return false;
    }
    const inSelect = tag === 'option' || tag === 'optgroup';
    let visible = parentVisible;
    let pointer = false;
    let contents = false;
    if (!inSelect) {
      const style = getComputedStyle(element);
      contents = style.display === 'contents';
      if (!contents && !element.checkVisibility() && tag !== 'title') return false;
      visible = style.visibility === 'visible';
      pointer = style.cursor === 'pointer';
    }
    visited++;
    if (visited > MAX_VISITED) full = true;
    const isSvgPart = element instanceof SVGElement && tag !== 'svg' && tag !== 'a';
    const opening = out.push('') - 1;
    const id = nextId++;
    const rect = element.getBoundingClientRect();
    const own = box ?? [
      round(place.left + rect.left * place.scaleX),
      round(place.top + rect.top * place.scaleY),
      round(rect.width * place.scaleX),
      round(rect.height * place.scaleY),
    ];
    const hidden = hiddenIn(element, around);
    let kept = 0;
    let ownText = false;
    if (tag === 'iframe' || tag === 'frame') {
      if (hidden !== 'all') walkFrame(element as HTMLIFrameElement, place);
      kept = 1;
    } else if (tag === 'textarea') {
      if (hidden === 'no') write((element as HTMLTextAreaElement).value);
      ownText = true;
    } else if (tag === 'br') {
      out[opening] = ' ';
      return false;
    } else {
      const innerBox = tag === 'select' || inSelect ? own : undefined;
      depth++;
      for (const child of depth > MAX_DEPTH ? [] : childrenOf(element)) {
        if (full) break;
        if (child.nodeType === Node.TEXT_NODE) {
          if (!visible) continue;
          const text = (child.nodeValue ?? '').slice(0, bytes + 1).replace(/\s+/g, ' ');
          if (text === '') continue;
          if (hidden !== 'all') write(text);
          if (text !== ' ') ownText = true;
        } else if (child.nodeType === Node.ELEMENT_NODE) {
          if (walk(child as Element, place, visible, hidden, innerBox)) kept++;
        }
      }
      depth--;
    }
    const { text, meaning } = attributesOf(element, hidden);
    const isWrapper = tag === 'div' || tag === 'span' || tag === 'slot' || contents || isSvgPart;
    const dropped =
      tag === 'map' ||
      (isWrapper && !meaning && !pointer && (kept <= 1 || tag === 'slot') && !ownText) ||
      (isSvgPart && !meaning && !pointer) ||
      (isWrapper && own[2] === 0 && own[3] === 0 && kept === 0 && !ownText);
    if (dropped || !visible) return kept > 0 || ownText;
    const title =
      tag === 'body' && document.title && hidden !== 'all'
        ? attribute('title', document.title)
        : '';
    out[opening] = openingTag(tag, id, `${element === document.body ? title : ''}${text}`, own);
    if (!VOID.test(tag)) out.push(`</${tag}>`);
    if (tag === 'img') writeAreas(element, place, hidden);
    return true;
  };

  const top = document.body ?? document.documentElement;
  if (top) walk(top, origin, true, 'no');
  store.novaActFrames = frameElements;
  store.novaActSuspects = suspects;
  const parts: string[] = [];
  let from = 0;
  for (const mark of marks) {
    parts.push(out.slice(from, mark).join(''));
    from = mark;
  }
  parts.push(out.slice(from).join(''));
  const capture: FrameCapture = { parts, frames, boxes, nextId, bytes, suspects: suspects.length };
  return JSON.stringify(capture);
});

export const captureInPage = withParts<(origin: CaptureOrigin) => string>(captureWith, [
  imageAreas,
]);

/** Self-contained: the frame element that stands after part `index` of the last capture. */
export const frameAt = inPage(function frameAt(index: number): Element | null {
  return (globalThis as typeof globalThis & CaptureStore).novaActFrames?.[index] ?? null;
});

/** Self-contained: an element of the last capture that may hold a closed shadow root. */
export const suspectAt = inPage(function suspectAt(index: number): Element | null {
  return (globalThis as typeof globalThis & CaptureStore).novaActSuspects?.[index] ?? null;
});
