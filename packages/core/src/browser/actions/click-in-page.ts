import { inPage } from '../frames/in-page.js';

export type ClickFacts =
  | { kind: 'clickable' }
  | { kind: 'select'; options: string[] }
  | { kind: 'file' }
  | { kind: 'color'; value: string }
  | { kind: 'range'; value: string; min: string; max: string }
  | { kind: 'disabled'; what: string };

/** Self-contained: runs in the page. What a left click on this element would meet. */
export const clickFacts = inPage(function clickFacts(this: Element): ClickFacts {
  const MAX_OPTIONS = 300;
  const parentOf = (node: Node): Node | null =>
    (node as Element).assignedSlot ?? (node instanceof ShadowRoot ? node.host : node.parentNode);
  for (let at: Node | null = this; at; at = parentOf(at)) {
    if (!(at instanceof Element)) continue;
    if (at.matches('button,input,select,textarea') && at.matches(':disabled')) {
      return { kind: 'disabled', what: at.localName };
    }
    if (at instanceof HTMLSelectElement) {
      // A list box, or a select whose picker is part of the page, is clicked like anything else.
      const isListBox = at.multiple || at.size > 1;
      const appearance = getComputedStyle(at).getPropertyValue('appearance');
      if (isListBox || appearance === 'base-select') return { kind: 'clickable' };
      const options = [...at.options]
        .filter((option) => !option.disabled)
        .map((option) => option.label.trim() || option.value);
      return { kind: 'select', options: options.slice(0, MAX_OPTIONS) };
    }
    if (at instanceof HTMLInputElement) {
      if (at.type === 'file') return { kind: 'file' };
      if (at.type === 'color') return { kind: 'color', value: at.value };
      if (at.type === 'range') {
        return { kind: 'range', value: at.value, min: at.min || '0', max: at.max || '100' };
      }
    }
    if (at.matches('a[href],button,[role=button]')) break;
  }
  return { kind: 'clickable' };
});

/** Self-contained: whether this element is still what a pointer meets at the point of its frame. */
export const isStillAt = inPage(function isStillAt(this: Element, x: number, y: number): boolean {
  if (!this.isConnected) return false;
  const root = this.getRootNode() as Document | ShadowRoot;
  const there = root.elementFromPoint(x, y);
  return there === this || (there !== null && this.contains(there));
});
