import { inPage, withParts } from '../../frames/in-page.js';
import { isMasked } from '../../frames/masked.js';
import { cellsAround } from './cells-in-page.js';

export type FieldKind =
  | 'text'
  | 'number'
  | 'date'
  | 'color'
  | 'range'
  | 'select'
  | 'file'
  | 'editable'
  | 'keys'
  | 'none';

export interface FieldFacts {
  kind: FieldKind;
  /** `input` with its type, `textarea`, …, for messages. */
  what: string;
  type: string;
  disabled: boolean;
  readOnly: boolean;
  secret: boolean;
  multiple: boolean;
  maxLength: number;
  multiline: boolean;
  min: string;
  max: string;
  value: string;
  focused: boolean;
  /** It takes keys for an editor that keeps and draws the text elsewhere. */
  standsIn: boolean;
}

const fieldOfWith = inPage(function fieldOfWith(
  this: Element,
  cellsOf: (field: Element) => Element[],
  box?: { left: number; top: number; right: number; bottom: number },
): Element | null {
  const FIELD = 'input:not([type=hidden]),textarea,select';
  const parentOf = (node: Node): Node | null =>
    (node as Element).assignedSlot ?? (node instanceof ShadowRoot ? node.host : node.parentNode);
  const isCentred = (field: Element): boolean => {
    if (!box) return false;
    const rect = field.getBoundingClientRect();
    const x = (rect.left + rect.right) / 2;
    const y = (rect.top + rect.bottom) / 2;
    return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  };
  // The box around all boxes of a code means the first.
  const firstOf = (field: Element): Element => {
    const cells = box ? cellsOf(field).filter(isCentred) : [];
    return cells.length > 1 ? (cells[0] ?? field) : field;
  };
  for (let at: Node | null = this; at; at = parentOf(at)) {
    if (!(at instanceof Element)) continue;
    if (at.matches(FIELD)) return firstOf(at);
    if (at instanceof HTMLLabelElement && at.control) return at.control;
    if (at instanceof HTMLElement && at.isContentEditable) {
      let host: HTMLElement = at;
      while (host.parentElement?.isContentEditable) host = host.parentElement;
      return host;
    }
  }
  if (!box) return null;
  const isBelow = (field: Element): boolean => {
    const rect = field.getBoundingClientRect();
    const boxX = (box.left + box.right) / 2;
    const boxY = (box.top + box.bottom) / 2;
    const inField =
      boxX >= rect.left && boxX <= rect.right && boxY >= rect.top && boxY <= rect.bottom;
    return isCentred(field) || inField;
  };
  const inside = (within: Element): Element[] => {
    const selector = `${FIELD},[contenteditable]`;
    const found = [
      ...within.querySelectorAll(selector),
      ...(within.shadowRoot?.querySelectorAll(selector) ?? []),
    ];
    return found.filter(
      (field) =>
        field.checkVisibility() &&
        (field.matches(FIELD) || (field as HTMLElement).isContentEditable) &&
        isBelow(field),
    );
  };
  let wrapper: Element | null = this;
  for (let hops = 0; wrapper && hops < 3; hops++, wrapper = wrapper.parentElement) {
    const found = inside(wrapper);
    const [first] = found;
    if (!first) continue;
    const cells = found.length > 1 ? cellsOf(first) : found;
    return found.every((one) => cells.includes(one)) ? first : null;
  }
  return null;
});

/**
 * Runs in the page. The field that typing at this element is meant for: itself, what it is part of, what
 * its label names, or the one field around here that the box is drawn over. The box is in the
 * coordinates of this frame; without one, only the element itself counts.
 */
export const fieldOf = withParts<
  (
    this: Element,
    box?: { left: number; top: number; right: number; bottom: number },
  ) => Element | null
>(fieldOfWith, [cellsAround]);

const factsWith = inPage(function factsWith(
  this: Element,
  masked: (node: Node) => boolean,
): FieldFacts {
  const isHidden = masked(this);
  const facts: FieldFacts = {
    kind: 'none',
    what: this.localName,
    type: '',
    disabled: this.matches(':disabled'),
    readOnly: false,
    secret: isHidden,
    multiple: false,
    maxLength: -1,
    multiline: false,
    min: '',
    max: '',
    value: '',
    focused: false,
    standsIn: false,
  };
  const root = this.getRootNode() as Document | ShadowRoot;
  const active = root.activeElement;
  // A frame has an active element of its own while the focus is elsewhere.
  facts.focused =
    document.hasFocus() && (active === this || (active !== null && this.contains(active)));
  if (this instanceof HTMLSelectElement) {
    return { ...facts, kind: 'select', multiple: this.multiple, value: this.value };
  }
  if (this instanceof HTMLTextAreaElement) {
    const { readOnly, maxLength, value } = this;
    const { width, height } = this.getBoundingClientRect();
    const { opacity, clipPath } = getComputedStyle(this);
    const isUnseen = width < 8 || height < 8 || opacity === '0' || clipPath === 'inset(50%)';
    // A field with entries beside it has no more text than it shows.
    const choosesEntries = this.matches('[role=combobox],[aria-autocomplete],[aria-haspopup]');
    const standsIn = isUnseen && !choosesEntries;
    return { ...facts, kind: 'text', readOnly, maxLength, value, multiline: true, standsIn };
  }
  if (this instanceof HTMLInputElement) {
    const { type, readOnly, maxLength, value, min, max, multiple } = this;
    // Also with its password shown, or drawn as dots by a style.
    const secret =
      isHidden ||
      type === 'password' ||
      /(?:^|\s)(?:current-password|new-password|one-time-code|cc-number|cc-csc|cc-exp|cc-exp-month|cc-exp-year)(?:\s|$)/i.test(
        this.getAttribute('autocomplete') ?? '',
      ) ||
      !['', 'none'].includes(getComputedStyle(this).getPropertyValue('-webkit-text-security'));
    const kinds: Record<string, FieldKind> = {
      number: 'number',
      date: 'date',
      time: 'date',
      month: 'date',
      week: 'date',
      'datetime-local': 'date',
      color: 'color',
      range: 'range',
      file: 'file',
      checkbox: 'none',
      radio: 'none',
      submit: 'none',
      button: 'none',
      reset: 'none',
      image: 'none',
    };
    return {
      ...facts,
      kind: kinds[type] ?? 'text',
      what: `input of type ${type}`,
      type,
      readOnly,
      secret,
      maxLength,
      value: secret ? '' : value,
      min,
      max,
      multiple,
    };
  }
  if (this instanceof HTMLElement && this.isContentEditable) {
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not what is read
    const text = this.innerText;
    return { ...facts, kind: 'editable', what: 'editable text', multiline: true, value: text };
  }
  // An editor of its own making, which only listens for keys.
  const role = this.getAttribute('role') ?? '';
  if (
    this.localName === 'canvas' ||
    /^(?:textbox|searchbox|combobox|spinbutton|application|grid|gridcell)$/.test(role)
  ) {
    return { ...facts, kind: 'keys', what: role || this.localName, standsIn: role === 'textbox' };
  }
  return facts;
});

/** Self-contained: runs in the page. */
export const fieldFacts = withParts<(this: Element) => FieldFacts>(factsWith, [isMasked]);

/** Self-contained: the element with the focus in this document, shadow roots opened. */
export const focusedHere = inPage(function focusedHere(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (focused instanceof HTMLElement && focused.isContentEditable) {
    while (focused.parentElement?.isContentEditable) focused = focused.parentElement;
  }
  return focused;
});

/** Self-contained: puts the focus on the field, its caret at the end. True when it has it. */
export const focusField = inPage(function focusField(this: HTMLElement): boolean {
  this.focus({ preventScroll: true });
  const root = this.getRootNode() as Document | ShadowRoot;
  return root.activeElement === this || this.contains(root.activeElement);
});

/** Self-contained: selects all that an input or textarea holds. */
export const selectAll = inPage(function selectAll(
  this: HTMLInputElement | HTMLTextAreaElement,
): void {
  this.select();
});
