import { inPage, withParts } from '../frames/in-page.js';
import { isMasked, type Marked } from '../frames/masked.js';
import type { Surroundings } from '../recall.js';

/** What is read of an element in its own document. */
export interface ElementFacts {
  role: string;
  name: string;
  valueKind: string;
  state: Record<string, boolean>;
  near: Surroundings;
  entry: string[] | null;
  place: { index: number; of: number };
  shadow: string[];
  disabled: boolean;
}

/** How elements are read in a page, by whoever describes one and whoever finds it. */
export interface Kit {
  meaningful(element: Element): Element;
  read(element: Element): ElementFacts;
  all(role: string): Element[];
  role(element: Element): string;
  name(element: Element): string;
  visible(element: Element): boolean;
  disabled(element: Element): boolean;
  state(element: Element): Record<string, boolean>;
  valueKind(element: Element): string;
  shadow(element: Element): string[];
  textsIn(within: Element, without: Element): string[];
  /** As it reads, without what is masked of it. */
  textOf(element: Element): string;
  parentOf(element: Element): Element | null;
  isAlike(one: string, other: string): boolean;
}

const kitWith = inPage(function kitWith(masked: (node: Node) => boolean): Kit {
  const MAX_NAME = 200;
  const MAX_TEXT = 80;
  const MAX_TEXTS = 8;
  const ENTRY =
    'tr,li,article,dd,figure,fieldset,[role=row],[role=listitem],[role=article],[role=group],[role=radiogroup]';
  const TITLES = 'h1,h2,h3,h4,h5,h6,caption,legend,th,strong,[role=heading]';
  const MEANINGFUL =
    'a[href],area,button,input,select,textarea,option,label,summary,[role],[contenteditable],[aria-label]';
  const squeeze = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const parentOf = (element: Element): Element | null => {
    const parent = element.assignedSlot ?? element.parentNode;
    return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  };
  const visible = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
  };
  const meaningful = (element: Element): Element => {
    let at: Element | null = element;
    for (let hops = 0; at && hops < 6; at = parentOf(at), hops++) {
      // What only groups is not what was meant.
      const groups =
        /^(?:presentation|none|group|list|listitem|row|table|main|region|banner|dialog)$/;
      if (at.matches(MEANINGFUL) && !groups.test(at.getAttribute('role') ?? '')) return at;
    }
    return element;
  };
  const INPUTS: Record<string, string> = {
    submit: 'button',
    button: 'button',
    reset: 'button',
    image: 'button',
    checkbox: 'checkbox',
    radio: 'radio',
    range: 'slider',
    number: 'spinbutton',
    search: 'searchbox',
  };
  const TAGS: Record<string, string> = {
    area: 'link',
    button: 'button',
    summary: 'button',
    textarea: 'textbox',
    select: 'combobox',
    option: 'option',
    label: 'label',
    img: 'img',
  };
  const role = (element: Element): string => {
    const [given] = squeeze(element.getAttribute('role')).split(' ');
    if (given) return given;
    if (element instanceof HTMLInputElement) return INPUTS[element.type] ?? 'textbox';
    if (element.matches('a[href]')) return 'link';
    if (element instanceof HTMLElement && element.isContentEditable) return 'textbox';
    return TAGS[element.localName] ?? element.localName;
  };
  const name = (element: Element): string => {
    const root = element.getRootNode() as Document | ShadowRoot;
    const ids = squeeze(element.getAttribute('aria-labelledby')).split(' ');
    const labelled = ids.map((id) => (id ? root.getElementById(id)?.textContent : '')).join(' ');
    const isField =
      element.matches('input,select,textarea') ||
      (element instanceof HTMLElement && element.isContentEditable);
    const isButton = element.matches(
      'input[type=submit],input[type=button],input[type=reset],input[type=image]',
    );
    // The texts of its options are not part of what a label around a list says.
    const labelOf = (label: Element | undefined) => {
      if (!label || masked(label)) return '';
      const copy = label.cloneNode(true) as Element;
      for (const inner of copy.querySelectorAll('select,textarea,script,style')) inner.remove();
      return copy.textContent;
    };
    // What is masked is known by what it is, and a field by its label.
    if (!isField && masked(element)) return '';
    const candidates = [
      labelled,
      element.getAttribute('aria-label'),
      isButton
        ? (element as HTMLInputElement).value
        : labelOf((element as HTMLInputElement).labels?.[0]),
      isField ? '' : textOf(element),
      element.getAttribute('placeholder'),
      element.getAttribute('alt'),
      element.querySelector?.('img[alt]')?.getAttribute('alt'),
      element.querySelector?.('svg > title')?.textContent,
      element.getAttribute('title'),
      isField ? element.getAttribute('name') : '',
    ];
    return (
      candidates
        .map(squeeze)
        .find((text) => text !== '')
        ?.slice(0, MAX_NAME) ?? ''
    );
  };
  const valueKind = (element: Element): string => {
    if (element instanceof HTMLInputElement) return INPUTS[element.type] ? '' : element.type;
    return element instanceof HTMLSelectElement && element.multiple ? 'several' : '';
  };
  const state = (element: Element): Record<string, boolean> => {
    const found: Record<string, boolean> = {};
    const control = element instanceof HTMLLabelElement ? element.control : element;
    if (control instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(control.type)) {
      found.checked = control.checked;
    }
    for (const each of ['checked', 'pressed', 'expanded', 'selected']) {
      const value = element.getAttribute(`aria-${each}`);
      if (value === 'true' || value === 'false') found[each] = value === 'true';
    }
    if (element.localName === 'summary') {
      found.expanded = (element.parentElement as HTMLDetailsElement | null)?.open === true;
    }
    return found;
  };
  const disabled = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = parentOf(at)) {
      if (at.matches('button,input,select,textarea,fieldset,option') && at.matches(':disabled'))
        return true;
      if (at.matches('[aria-disabled=true],[inert]')) return true;
    }
    return element instanceof HTMLLabelElement && element.control?.matches(':disabled') === true;
  };
  const shadow = (element: Element): string[] => {
    const hosts: string[] = [];
    let root = element.getRootNode();
    while (root instanceof ShadowRoot) {
      hosts.unshift(root.host.localName);
      root = root.host.getRootNode();
    }
    return hosts;
  };
  const SELECTORS: Record<string, string> = {
    link: 'a[href],area',
    button: 'button,summary,input',
    checkbox: 'input[type=checkbox]',
    radio: 'input[type=radio]',
    slider: 'input[type=range]',
    spinbutton: 'input[type=number]',
    searchbox: 'input[type=search]',
    textbox: 'input,textarea,[contenteditable]',
    combobox: 'select',
  };
  const all = (wanted: string): Element[] => {
    const plain = /^[a-z][a-z0-9-]*$/.test(wanted) ? `${wanted},[role]` : '[role]';
    const selector = SELECTORS[wanted] ? `${SELECTORS[wanted]},[role]` : plain;
    const found: Element[] = [];
    const search = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) search(element.shadowRoot);
        if (element.matches(selector) && role(element) === wanted) found.push(element);
      }
    };
    search(document);
    return found;
  };
  const isMarked = ({ novaActMasked, novaActSecret }: Node & Marked) =>
    novaActMasked === true || novaActSecret === true;
  let marks: boolean | undefined;
  const hasMarks = (root: Document | ShadowRoot): boolean =>
    [...root.querySelectorAll('*')].some(
      (each) => isMarked(each) || (each.shadowRoot !== null && hasMarks(each.shadowRoot)),
    );
  const textOf = (element: Element): string => {
    marks ??= hasMarks(document);
    if (marks && (masked(element) || [...element.querySelectorAll('*')].some(isMarked))) {
      return textsIn(element, document.head).join(' ');
    }
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not what is read
    return (element as HTMLElement).innerText ?? element.textContent ?? '';
  };
  const textsIn = (within: Element, without: Element): string[] => {
    if (masked(within)) return [];
    const titles: string[] = [];
    const others: string[] = [];
    const walk = (node: Node) => {
      if (node === without || isMarked(node)) return;
      if (node instanceof Text) {
        const text = squeeze(node.data).slice(0, MAX_TEXT);
        const parent = node.parentElement;
        if (text === '' || !parent || !/[\p{L}\p{N}]/u.test(text)) return;
        if (parent.closest('option,script,style,noscript,template,textarea,[contenteditable]'))
          return;
        const kept = parent.closest(TITLES) ? titles : others;
        if (!kept.includes(text) && parent.checkVisibility({ visibilityProperty: true }))
          kept.push(text);
        return;
      }
      const inner = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
      for (const child of slotted.length > 0 ? slotted : inner.childNodes) walk(child);
    };
    walk(within);
    return [...titles, ...others];
  };
  const contains = (outer: Element, inner: Element) => {
    for (let at: Element | null = inner; at; at = parentOf(at)) if (at === outer) return true;
    return false;
  };
  const upwards = (element: Element): Element[] => {
    const up: Element[] = [];
    for (let at = parentOf(element); at && !at.matches('body,html'); at = parentOf(at)) up.push(at);
    return up;
  };
  /** The largest part of the page that has none of its equals in it. */
  const partOf = (element: Element, equals: readonly Element[]): Element => {
    const isOwn = (at: Element) =>
      !equals.some((other) => other !== element && contains(at, other));
    return upwards(element).filter(isOwn).at(-1) ?? element;
  };
  const alongside = (at: Element): Element[] =>
    [...(at.parentElement?.children ?? [])].filter(
      (other) =>
        other !== at && other.localName === at.localName && other.className === at.className,
    );
  const near = (element: Element, equals: readonly Element[]): Surroundings => {
    const up = upwards(element);
    const few = (texts: string[]) => texts.slice(0, MAX_TEXTS);
    if (equals.length > 1) {
      const card = partOf(element, equals);
      return { kind: 'equals', texts: card === element ? [] : few(textsIn(card, element)) };
    }
    const repeats = (at: Element) =>
      alongside(at).length > 0 &&
      at.className !== '' &&
      !at.matches('a,button,input,label,option,span');
    for (const at of up) {
      if (!at.matches(ENTRY) && !repeats(at)) continue;
      const texts = textsIn(at, element);
      if (texts.length > 0) return { kind: 'row', texts: few(texts) };
    }
    for (const at of up) {
      const texts = textsIn(at, element);
      if (texts.length > 0) return { kind: 'around', texts: few(texts) };
    }
    return { kind: 'around', texts: [] };
  };
  // Ways to elsewhere, and tools, stand beside each other without being entries of one list.
  const ASIDE =
    'nav,header,footer,menu,[role=navigation],[role=menu],[role=menubar],[role=tablist],[role=toolbar],[role=banner]';
  /** The parts of the page that hold the others of its kind; none where it is the only one. */
  const othersOf = (element: Element, equals: readonly Element[]): Element[] => {
    const kind = role(element);
    const isOfKind = (each: Element) => role(each) === kind;
    const apart = equals.filter((other) => other !== element);
    if (apart.length > 0) return apart.map((other) => partOf(other, equals));
    if (/^(?:textbox|searchbox|combobox|spinbutton|slider|tab|menuitem)$/.test(kind)) return [];
    for (let at: Element | null = element; at && !at.matches('body,html'); at = parentOf(at)) {
      if (at.matches(ASIDE)) return [];
      const others = alongside(at);
      if (at === element) {
        // Buttons beside each other are things to do, links by two a way to and fro.
        const isChoice = /^(?:option|radio|treeitem|gridcell|listitem)$/.test(kind);
        if (others.length >= (isChoice ? 1 : 2) && kind !== 'button') return others;
        continue;
      }
      const isRow = at.matches(`${ENTRY},label`) || at.className !== '';
      const rows = others.filter((other) => [...other.querySelectorAll('*')].some(isOfKind));
      if (isRow && rows.length > 0) return rows;
    }
    return [];
  };
  const entry = (
    element: Element,
    equals: readonly Element[],
    texts: string[],
  ): string[] | null => {
    const others = othersOf(element, equals);
    if (others.length === 0) return null;
    const said = new Set(
      others.flatMap((other) => [name(other), ...textsIn(other, document.head)]),
    );
    return texts.filter((text) => text !== '' && !said.has(text));
  };
  const isAlike = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const read = (element: Element): ElementFacts => {
    const facts = { role: role(element), name: name(element) };
    const equals = all(facts.role).filter(
      (other) => other === element || (isAlike(name(other), facts.name) && visible(other)),
    );
    const around = near(element, equals);
    return {
      ...facts,
      valueKind: valueKind(element),
      state: state(element),
      near: around,
      entry: entry(element, equals, [facts.name, ...around.texts]),
      place: { index: equals.indexOf(element), of: equals.length },
      shadow: shadow(element),
      disabled: disabled(element),
    };
  };
  return {
    ...{ meaningful, read, all, role, name, visible, disabled, state, valueKind, shadow },
    ...{ textsIn, textOf, parentOf, isAlike },
  };
});

/** Self-contained: runs in the page. Of what is masked it reads nothing. */
export const kitInPage = withParts<() => Kit>(kitWith, [isMasked]);
