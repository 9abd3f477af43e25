import { inPage } from '../../../frames/in-page.js';

export type SegmentKind =
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'dayPeriod'
  | 'other';

export interface SegmentFacts {
  kind: SegmentKind;
  /** What it holds as a number; null while it is empty or holds a word. */
  value: number | null;
  /** What it shows. */
  text: string;
  min: number | null;
  max: number | null;
  usable: boolean;
  /** Where it can be pressed, in the coordinates of its frame. */
  x: number;
  y: number;
}

export interface SegmentsFacts {
  /** What the whole field shows. */
  text: string;
  /** In the order in which they are shown. */
  segments: SegmentFacts[];
  /** The one segment that is meant, when the box is drawn around one alone. */
  only: number | null;
}

/**
 * Self-contained: runs in the page. The field of segments that this element is part of: spin buttons
 * side by side that are typed into one by one, as dates and times have them. Null when there is none.
 */
export const segmentsAt = inPage(function segmentsAt(
  this: Element,
  box: { left: number; top: number; right: number; bottom: number },
): SegmentsFacts | null {
  const SEGMENT = '[role=spinbutton]:not(input)';
  const MAX_HOPS = 5;
  const MAX_SEGMENTS = 9;
  const parentOf = (node: Node): Node | null =>
    (node as Element).assignedSlot ?? (node instanceof ShadowRoot ? node.host : node.parentNode);
  const segmentsIn = (within: Element | ShadowRoot) =>
    [...within.querySelectorAll<HTMLElement>(SEGMENT)].filter(
      (one) => one.isContentEditable || one.tabIndex >= 0,
    );
  let group: Element | undefined;
  let hops = 0;
  for (let at: Node | null = this; at && hops < MAX_HOPS; at = parentOf(at), hops++) {
    if (!(at instanceof Element)) continue;
    if (at.matches('body,form')) break;
    const count = segmentsIn(at).length + (at.shadowRoot ? segmentsIn(at.shadowRoot).length : 0);
    if (count > MAX_SEGMENTS) break;
    if (count >= 2) {
      group = at;
      break;
    }
    // A field of another kind is what was meant, whatever stands beside it.
    if (at.matches('input:not([type=hidden]),textarea,select,button,[role=button]')) break;
  }
  if (!group) return null;
  const found = [...segmentsIn(group), ...(group.shadowRoot ? segmentsIn(group.shadowRoot) : [])];
  const numberOf = (element: Element, name: string): number | null => {
    const text = element.getAttribute(name);
    return text === null || text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text);
  };
  // Bidirectional marks and the like are not part of what is read.
  const read = (element: HTMLElement) =>
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not what is read
    element.innerText
      .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const seen = new Set<SegmentKind>();
  const kindOf = (element: HTMLElement): SegmentKind => {
    const named = `${element.dataset.type ?? ''} ${element.getAttribute('aria-label') ?? ''}`;
    const words: [RegExp, SegmentKind][] = [
      [/\b(?:dayperiod|am\/pm|meridiem)\b/i, 'dayPeriod'],
      [/\byears?\b/i, 'year'],
      [/\bmonths?\b/i, 'month'],
      [/\bdays?\b/i, 'day'],
      [/\bhours?\b/i, 'hour'],
      [/\bminutes?\b/i, 'minute'],
      [/\bseconds?\b/i, 'second'],
    ];
    const byName = words.find(([pattern]) => pattern.test(named));
    if (byName) return byName[1];
    if (/^[ap]\.?\s?m\.?$/i.test(read(element))) return 'dayPeriod';
    const min = numberOf(element, 'aria-valuemin');
    const max = numberOf(element, 'aria-valuemax');
    if (max === null) return 'other';
    if (max > 999) return 'year';
    if (max >= 28 && max <= 31) return 'day';
    if (max === 23 || max === 24 || max === 11) return 'hour';
    if (max === 59) return seen.has('minute') ? 'second' : 'minute';
    if (max === 12 && min !== 0) return seen.has('month') || seen.has('hour') ? 'hour' : 'month';
    if (max === 12) return 'hour';
    return max === 1 ? 'dayPeriod' : 'other';
  };
  const segments = found.map((element): SegmentFacts => {
    const rect = element.getBoundingClientRect();
    const kind = kindOf(element);
    seen.add(kind);
    const text = read(element);
    const now = numberOf(element, 'aria-valuenow');
    const shown = /^\d+$/.test(text) ? Number(text) : null;
    return {
      kind,
      value: now ?? shown,
      text,
      min: numberOf(element, 'aria-valuemin'),
      max: numberOf(element, 'aria-valuemax'),
      usable:
        element.getAttribute('aria-disabled') !== 'true' &&
        element.getAttribute('aria-readonly') !== 'true',
      x: (rect.left + rect.right) / 2,
      y: (rect.top + rect.bottom) / 2,
    };
  });
  const width = box.right - box.left;
  const only = found.findIndex((element) => {
    const rect = element.getBoundingClientRect();
    const centre = (box.left + box.right) / 2;
    return rect.left <= centre && rect.right >= centre && width < rect.width * 2 + 8;
  });
  // Laid out side by side, the parts are read with spaces between.
  const text = read(group as HTMLElement).replace(/(?:(?<!\s)\s+)?([/.:-])\s*/g, '$1');
  return { text, segments, only: only < 0 ? null : only };
});
