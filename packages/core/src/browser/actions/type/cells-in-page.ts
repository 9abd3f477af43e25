import { inPage, withParts } from '../../frames/in-page.js';

/**
 * Self-contained: runs in the page. The boxes of the code that this field is one of, as one-time codes
 * have them: small fields of one size, side by side, each for one character. Empty where it is none.
 */
export const cellsAround = inPage(function cellsAround(field: Element): HTMLInputElement[] {
  const FEWEST = 3;
  const MAX_HOPS = 5;
  const WIDEST = 72;
  const FARTHEST = 48;
  const isCell = (one: Element): one is HTMLInputElement => {
    if (!(one instanceof HTMLInputElement) || !/^(?:text|tel|number|password)$/.test(one.type))
      return false;
    const { width, height } = one.getBoundingClientRect();
    return width >= 8 && width <= WIDEST && (one.maxLength === 1 || width <= height * 1.6);
  };
  if (!isCell(field)) return [];
  const own = field.getBoundingClientRect();
  const isLikeIt = (one: Element): one is HTMLInputElement => {
    if (!isCell(one)) return false;
    const { top, width } = one.getBoundingClientRect();
    return Math.abs(top - own.top) < 4 && Math.abs(width - own.width) < 4;
  };
  const parentOf = (node: Node): Node | null =>
    node instanceof ShadowRoot ? node.host : node.parentNode;
  let cells: HTMLInputElement[] = [];
  let hops = 0;
  for (let at = parentOf(field); at && hops < MAX_HOPS; at = parentOf(at), hops++) {
    if (!(at instanceof Element) && !(at instanceof ShadowRoot)) break;
    const here = [...at.querySelectorAll('input')].filter(isLikeIt);
    const isOneRow = here.every((one, index) => {
      const before = here[index - 1]?.getBoundingClientRect();
      return !before || one.getBoundingClientRect().left - before.right < FARTHEST;
    });
    if (!isOneRow) break;
    if (here.length >= FEWEST) cells = here;
    if (at instanceof Element && at.matches('form,body')) break;
  }
  return cells;
});

/** What the boxes of a code hold together; null where the field is none of such. */
export const cellsText = withParts<(this: Element) => string | null>(
  inPage(function cellsTextWith(
    this: Element,
    around: (field: Element) => HTMLInputElement[],
  ): string | null {
    const cells = around(this);
    return cells.length === 0 ? null : cells.map((cell) => cell.value).join('');
  }),
  [cellsAround],
);

/** Selects what such a box holds, for the next key to take its place; of other fields, nothing. */
export const selectCell = withParts<(this: Element) => void>(
  inPage(function selectCellWith(
    this: Element,
    around: (field: Element) => HTMLInputElement[],
  ): void {
    if (this instanceof HTMLInputElement && this.value !== '' && around(this).length > 0)
      this.select();
  }),
  [cellsAround],
);
