/** Where a frame's document lies in the page's viewport, and the first id that is free. */
export interface CaptureOrigin {
  nextId: number;
  left: number;
  top: number;
  scaleX: number;
  scaleY: number;
}

/** One document's capture. Between `parts[i]` and `parts[i + 1]` stands the frame `frames[i]`. */
export interface FrameCapture {
  parts: string[];
  frames: { left: number; top: number; scaleX: number; scaleY: number }[];
  /** Flat, five numbers for each element: id, x, y, width, height. */
  boxes: number[];
  nextId: number;
  /** Elements that may hold a closed shadow root, kept for `suspectAt`. */
  suspects: number;
}

/** What the capture keeps in its isolated world, where the page cannot see it. */
export interface CaptureStore {
  novaActFrames?: HTMLIFrameElement[];
  novaActSuspects?: Element[];
  /** Closed roots found so far by their host, and null for hosts that have none. */
  novaActRoots?: WeakMap<Element, ShadowRoot | null>;
}

/**
 * Self-contained: runs in the page. One pass over the document, through its own-origin frames. The
 * `FrameCapture` comes as JSON: DevTools takes many times longer to hand over the same as an object.
 */
export function captureInPage(origin: CaptureOrigin): string {
  const KEPT =
    /^(?:id|name|type|placeholder|title|alt|href|role|for|disabled|readonly|required|multiple|min|max|step|maxlength|contenteditable|autocomplete|label|aria-.+)$/;
  const SKIPPED =
    /^(?:script|style|template|head|noscript|link|meta|title|desc|defs|metadata|base|param|source|track|wbr|clippath|mask|pattern|lineargradient|radialgradient|filter|symbol|marker)$/i;
  const VOID = /^(?:input|img|hr|area|embed|col|br)$/;
  const HOSTS = /^(?:article|aside|blockquote|div|footer|h[1-6]|header|main|nav|p|section|span)$|-/;
  const MAX_ATTRIBUTE = 500;
  const MAX_SUSPECTS = 100;
  const store = globalThis as typeof globalThis & CaptureStore;
  store.novaActRoots ??= new WeakMap();
  const roots = store.novaActRoots;
  const frameElements: HTMLIFrameElement[] = [];
  const suspects: Element[] = [];
  const out: string[] = [];
  const marks: number[] = [];
  const frames: FrameCapture['frames'] = [];
  const boxes: number[] = [];
  let nextId = origin.nextId;
  interface Place {
    left: number;
    top: number;
    scaleX: number;
    scaleY: number;
  }

  const escapeText = (text: string) =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  const round = (value: number) => Math.round(value * 10) / 10;
  const attribute = (name: string, value: string) => {
    const cut = value.length > MAX_ATTRIBUTE ? `${value.slice(0, MAX_ATTRIBUTE)}…` : value;
    return value === '' ? ` ${name}` : ` ${name}="${escapeText(cut)}"`;
  };

  const attributesOf = (element: Element): { text: string; meaning: boolean } => {
    let text = '';
    let meaning = false;
    for (const { name, value } of element.attributes) {
      if (!KEPT.test(name)) continue;
      text += attribute(name, value);
      if (name !== 'id') meaning = true;
    }
    const field = element as HTMLInputElement;
    switch (element.localName) {
      case 'input':
        if (field.type === 'checkbox' || field.type === 'radio') {
          text += attribute('value', field.value);
          if (field.checked) text += ' checked';
        } else if (field.type !== 'password' && field.value !== '') {
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
    const known = roots.get(element);
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
      walk(body, inner, true);
      return;
    }
    marks.push(out.length);
    frames.push(inner);
    frameElements.push(owner);
  };

  /** Writes the element and what is in it; true when anything was written. */
  const walk = (
    element: Element,
    place: Place,
    parentVisible: boolean,
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
    if (!inSelect && tag !== 'area') {
      const style = getComputedStyle(element);
      contents = style.display === 'contents';
      if (!contents && !element.checkVisibility() && tag !== 'title') return false;
      visible = style.visibility === 'visible';
      pointer = style.cursor === 'pointer';
    }
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
    let kept = 0;
    let ownText = false;
    if (tag === 'iframe' || tag === 'frame') {
      walkFrame(element as HTMLIFrameElement, place);
      kept = 1;
    } else if (tag === 'textarea') {
      out.push(escapeText((element as HTMLTextAreaElement).value));
      ownText = true;
    } else if (tag === 'br') {
      out[opening] = ' ';
      return false;
    } else {
      const innerBox = tag === 'select' || inSelect ? own : undefined;
      for (const child of childrenOf(element)) {
        if (child.nodeType === Node.TEXT_NODE) {
          if (!visible) continue;
          const text = (child.nodeValue ?? '').replace(/\s+/g, ' ');
          if (text === '') continue;
          out.push(escapeText(text));
          if (text !== ' ') ownText = true;
        } else if (child.nodeType === Node.ELEMENT_NODE) {
          if (walk(child as Element, place, visible, innerBox)) kept++;
        }
      }
    }
    const { text, meaning } = attributesOf(element);
    const isWrapper =
      tag === 'div' || tag === 'span' || tag === 'slot' || tag === 'map' || contents || isSvgPart;
    const dropped =
      (isWrapper && !meaning && !pointer && (kept <= 1 || tag === 'slot') && !ownText) ||
      (isSvgPart && !meaning && !pointer) ||
      (isWrapper && own[2] === 0 && own[3] === 0 && kept === 0 && !ownText);
    if (dropped || !visible) return kept > 0 || ownText;
    const title = tag === 'body' && document.title ? attribute('title', document.title) : '';
    out[opening] = `<${tag} nova-act-id="${id}"${element === document.body ? title : ''}${text}>`;
    boxes.push(id, own[0] ?? 0, own[1] ?? 0, own[2] ?? 0, own[3] ?? 0);
    if (!VOID.test(tag)) out.push(`</${tag}>`);
    return true;
  };

  const top = document.body ?? document.documentElement;
  if (top) walk(top, origin, true);
  store.novaActFrames = frameElements;
  store.novaActSuspects = suspects;
  const parts: string[] = [];
  let from = 0;
  for (const mark of marks) {
    parts.push(out.slice(from, mark).join(''));
    from = mark;
  }
  parts.push(out.slice(from).join(''));
  const capture: FrameCapture = { parts, frames, boxes, nextId, suspects: suspects.length };
  return JSON.stringify(capture);
}

/** Self-contained: the frame element that stands after part `index` of the last capture. */
export function frameAt(index: number): Element | null {
  return (globalThis as typeof globalThis & CaptureStore).novaActFrames?.[index] ?? null;
}

/** Self-contained: an element of the last capture that may hold a closed shadow root. */
export function suspectAt(index: number): Element | null {
  return (globalThis as typeof globalThis & CaptureStore).novaActSuspects?.[index] ?? null;
}

/** Self-contained: what was found in a suspect; its `this` is the closed root, or the rootless host. */
export function rememberRoot(this: ShadowRoot | Element): void {
  const { novaActRoots } = globalThis as typeof globalThis & CaptureStore;
  if (this instanceof ShadowRoot) novaActRoots?.set(this.host, this);
  else novaActRoots?.set(this, null);
}
