import { inPage, withParts } from '../frames/in-page.js';
import { isMasked } from '../frames/masked.js';

export type ClickFacts =
  | { kind: 'clickable' }
  | { kind: 'select'; options: string[] }
  | { kind: 'file' }
  | { kind: 'color'; value: string }
  | { kind: 'range'; value: string; min: string; max: string }
  | { kind: 'disabled'; what: string };

const factsWith = inPage(function factsWith(
  this: Element,
  masked: (node: Node) => boolean,
): ClickFacts {
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
      if (masked(at)) return { kind: 'select', options: [] };
      const options = [...at.options]
        .filter((option) => !option.disabled)
        .map((option) => option.label.trim() || option.value);
      return { kind: 'select', options: options.slice(0, MAX_OPTIONS) };
    }
    if (at instanceof HTMLInputElement) {
      if (at.type === 'file') return { kind: 'file' };
      const value = masked(at) ? '' : at.value;
      if (at.type === 'color') return { kind: 'color', value };
      if (at.type === 'range') {
        return { kind: 'range', value, min: at.min || '0', max: at.max || '100' };
      }
    }
    if (at.matches('a[href],button,[role=button]')) break;
  }
  return { kind: 'clickable' };
});

/** Self-contained: runs in the page. What a left click on this element would meet. Of what is masked, nothing is told. */
export const clickFacts = withParts<(this: Element) => ClickFacts>(factsWith, [isMasked]);

/** Self-contained: whether this element is still what a pointer meets at the point of its frame. */
export const isStillAt = inPage(function isStillAt(this: Element, x: number, y: number): boolean {
  if (!this.isConnected) return false;
  const root = this.getRootNode() as Document | ShadowRoot;
  const there = root.elementFromPoint(x, y);
  return there === this || (there !== null && this.contains(there));
});
