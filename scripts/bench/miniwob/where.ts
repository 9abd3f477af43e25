// Self-contained functions: Playwright runs them in the page.

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * The box that a model would give for an element: whole pixels around its first line; around a spot of it
 * that can be seen, where something lies over its middle.
 */
export function boxOf(element: Element): Box {
  const around = ({ left, top, right, bottom }: Box): Box => ({
    left: Math.max(0, Math.floor(left)),
    top: Math.max(0, Math.floor(top)),
    right: Math.ceil(right),
    bottom: Math.ceil(bottom),
  });
  const rects = [...element.getClientRects()].filter(({ width, height }) => width * height > 0);
  const rect = rects[0] ?? element.getBoundingClientRect();
  const isMine = (x: number, y: number): boolean => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (element.contains(there) || there.contains(element));
  };
  const box = around(rect);
  if (isMine((box.left + box.right) / 2, (box.top + box.bottom) / 2)) return box;
  for (let y = rect.top + 2; y < rect.bottom - 1; y += 2) {
    for (let x = rect.left + 2; x < rect.right - 1; x += 2) {
      const there = document.elementFromPoint(x, y);
      if (!there || !element.contains(there)) continue;
      return around({ left: x - 1, top: y - 1, right: x + 1, bottom: y + 1 });
    }
  }
  return box;
}

/** How the box that an element lies in has to be scrolled for its middle to be seen; null where it is. */
export function scrollNeeded(
  element: Element,
): { direction: 'up' | 'down'; pixels: number; over: Box } | null {
  const { top, height } = element.getBoundingClientRect();
  const middle = top + height / 2;
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(at).overflowY)) continue;
    if (at === document.body || at.scrollHeight <= at.clientHeight) continue;
    const view = at.getBoundingClientRect();
    const seenTop = view.top + at.clientTop;
    const seenBottom = seenTop + at.clientHeight;
    const half = Math.min(height, at.clientHeight) / 2;
    if (middle - half >= seenTop - 1 && middle + half <= seenBottom + 1) continue;
    const away = Math.round(middle - (seenTop + seenBottom) / 2);
    const room = away > 0 ? at.scrollHeight - at.clientHeight - at.scrollTop : at.scrollTop;
    if (room < 1) continue;
    return {
      direction: away > 0 ? 'down' : 'up',
      pixels: Math.abs(away),
      over: { left: view.left, top: seenTop, right: view.right, bottom: seenBottom },
    };
  }
  return null;
}
