export interface VisibleRange {
  /** First row to draw. */
  from: number;
  /** One after the last row to draw. */
  to: number;
}

/** The rows to draw of a long list: those in the window and a few around it, so that a scroll meets drawn rows. */
export function visibleRange(
  scrollTop: number,
  windowHeight: number,
  rowHeight: number,
  count: number,
  around = 8,
): VisibleRange {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const shown = Math.ceil(windowHeight / rowHeight);
  const from = Math.min(Math.max(0, first - around), Math.max(0, count - 1));
  return { from: count === 0 ? 0 : from, to: Math.min(count, first + shown + around) };
}

/** Where to scroll so that a row is in the window; the present place when it is. */
export function scrollToRow(
  row: number,
  scrollTop: number,
  windowHeight: number,
  rowHeight: number,
): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + windowHeight ? top + rowHeight - windowHeight : scrollTop;
}
