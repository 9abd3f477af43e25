import { element } from './element.js';
import { scrollToRow, visibleRange } from './visible-range.js';

export interface VirtualListOptions {
  label: string;
  rowHeight: number;
  /** What a row stands for: when rows come or go before it, its element goes along, with who points at it. */
  key(index: number): string;
  /** Fills the element of a row; called whenever the row comes into view or the list is drawn again. */
  draw(row: HTMLElement, index: number): void;
  select(index: number): void;
  /** Called with the last row drawn, for lists that load more. */
  reached?(index: number): void;
}

export interface VirtualList {
  element: HTMLElement;
  /** Draws again with this many rows. */
  update(count: number): void;
  /** Marks a row as chosen and brings it into view; -1 for none. */
  choose(index: number): void;
  readonly chosen: number;
}

interface Row {
  readonly element: HTMLElement;
  index: number;
}

let made = 0;

/** A list box of which only the visible rows are in the document, so that 10,000 rows cost as little as 40. */
export function virtualList(options: VirtualListOptions): VirtualList {
  const prefix = `list-${++made}`;
  const spacer = element('div', { class: 'spacer', role: 'presentation' });
  const box = element(
    'div',
    { class: 'list', role: 'listbox', tabindex: 0, 'aria-label': options.label },
    spacer,
  );
  const rows = new Map<string, Row>();
  let drawn = 0;
  let count = 0;
  let chosen = -1;

  const add = (key: string): Row => {
    const id = `${prefix}-${++drawn}`;
    const row: Row = { element: element('div', { class: 'row', role: 'option', id }), index: -1 };
    row.element.style.height = `${options.rowHeight}px`;
    row.element.addEventListener('click', () => pick(row.index));
    rows.set(key, row);
    return row;
  };
  const place = (row: Row, index: number, at: number) => {
    if (row.index !== index)
      row.element.style.transform = `translateY(${index * options.rowHeight}px)`;
    row.index = index;
    const there = spacer.children[at] ?? null;
    // Those that are there already stay where they are: one that is taken out loses a click half done.
    if (there !== row.element) spacer.insertBefore(row.element, there);
  };

  const render = (again: boolean) => {
    const { from, to } = visibleRange(box.scrollTop, box.clientHeight, options.rowHeight, count);
    const keys = new Map<string, number>();
    for (let index = from; index < to; index++) keys.set(options.key(index), index);
    for (const [key, { element: gone }] of rows) {
      if (keys.has(key)) continue;
      gone.remove();
      rows.delete(key);
    }
    for (const [key, index] of keys) {
      const row = rows.get(key) ?? add(key);
      place(row, index, index - from);
      if (again || !row.element.hasChildNodes()) options.draw(row.element, index);
      row.element.setAttribute('aria-posinset', String(index + 1));
      row.element.setAttribute('aria-setsize', String(count));
      row.element.setAttribute('aria-selected', String(index === chosen));
    }
    if (to > 0) options.reached?.(to - 1);
    const active = [...rows.values()].find(({ index }) => index === chosen);
    if (active) box.setAttribute('aria-activedescendant', active.element.id);
    else box.removeAttribute('aria-activedescendant');
  };

  const choose = (index: number) => {
    chosen = index;
    if (index >= 0)
      box.scrollTop = scrollToRow(index, box.scrollTop, box.clientHeight, options.rowHeight);
    render(false);
  };
  const pick = (index: number) => {
    if (index < 0 || index >= count) return;
    choose(index);
    options.select(index);
  };

  box.addEventListener('scroll', () => render(false), { passive: true });
  box.addEventListener('keydown', (event) => {
    const page = Math.max(1, Math.floor(box.clientHeight / options.rowHeight) - 1);
    const moves: Record<string, number> = {
      ArrowDown: chosen + 1,
      j: chosen + 1,
      ArrowUp: Math.max(0, chosen - 1),
      k: Math.max(0, chosen - 1),
      PageDown: Math.min(count - 1, chosen + page),
      PageUp: Math.max(0, chosen - page),
      Home: 0,
      End: count - 1,
    };
    const next = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    pick(next);
  });
  new ResizeObserver(() => render(false)).observe(box);

  return {
    element: box,
    update: (newCount) => {
      count = newCount;
      spacer.style.height = `${count * options.rowHeight}px`;
      render(true);
    },
    choose,
    get chosen() {
      return chosen;
    },
  };
}
