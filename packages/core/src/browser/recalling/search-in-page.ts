import { inPage, withParts } from '../frames/in-page.js';
import type { Target } from '../recall.js';
import { type Kit, kitInPage } from './kit-in-page.js';

/** What a search in one document came to. The element found is kept there, for the questions below. */
export type Search =
  | { found: true; box: { left: number; top: number; right: number; bottom: number } }
  | { found: false; why: string };

interface Store {
  novaActRecalled?: Element | undefined;
}

/** Self-contained: runs in the page. `asItStands`: only what a pointer meets without scrolling is found. */
export const searchWith = inPage(function searchWith(
  kitOf: () => Kit,
  { role, name, valueKind = '', state = {}, near, shadow = [] }: Target,
  asItStands = false,
): Search {
  const kit = kitOf();
  const store = globalThis as typeof globalThis & Store;
  store.novaActRecalled = undefined;
  const no = (why: string): Search => ({ found: false, why });
  // What goes up and down while the thing stays the same: counts in brackets, times ago, what is left.
  const VOLATILE =
    /\(\d[\d.,]{0,12}\)|\b\d{1,9} (?:seconds?|minutes?|min|hours?|days?) ago\b|\b\d{1,9} (?:left|in stock|reviews?|ratings?|views?|likes?|comments?)\b/gi;
  const MONEY =
    /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY)) ?\d[\d.,]{0,12}|\d[\d.,]{0,12} ?(?:[$€£¥₹]|(?:USD|EUR|GBP|CHF|JPY)\b)/g;
  // What a button does may depend on the price beside it; a link only leads on.
  const pricesCount = !/^(?:link|tab|textbox|searchbox)$/.test(role);
  const told = (text: string) => {
    const steady = text.replace(VOLATILE, '#');
    return (pricesCount ? steady : steady.replace(MONEY, '¤')).toLowerCase();
  };
  const sameRole = kit.all(role);
  const equals = sameRole.filter((each) => kit.isAlike(kit.name(each), name));
  const seen = equals.filter(kit.visible);
  if (seen.length === 0) {
    return no(equals.length > 0 ? 'is not visible' : 'is not on the page');
  }
  const wanted = (near?.texts ?? []).map(told);
  const contains = (outer: Element, inner: Element) => {
    for (let at: Element | null = inner; at; at = kit.parentOf(at)) if (at === outer) return true;
    return false;
  };
  const stands = (element: Element): boolean => {
    if (wanted.length === 0) return true;
    for (let at = kit.parentOf(element); at; at = kit.parentOf(at)) {
      if (at.matches('body,html')) break;
      // Beyond its own part of the page everything is near everything.
      if (seen.some((other) => other !== element && contains(at as Element, other))) break;
      const texts = kit.textsIn(at, element);
      const here = new Set(texts.map(told));
      if (
        near?.kind === 'around'
          ? wanted.some((text) => here.has(text))
          : wanted.every((text) => here.has(text))
      )
        return true;
      // A part with far more texts than there were is not the entry: it has the entry's texts by chance.
      if (near?.kind === 'row' && texts.length > 3 * wanted.length + 12) break;
    }
    return false;
  };
  const placed = seen.filter(stands);
  if (placed.length === 0)
    return no(
      `stands beside other things than ${wanted
        .map((text) => `“${text}”`)
        .slice(0, 3)
        .join(', ')}`,
    );
  // Nothing told it from others when it was recorded, for there were none.
  const isTold = near !== undefined && near.kind !== 'around' && wanted.length > 0;
  if (placed.length > 1 || (seen.length > 1 && !isTold)) {
    return no(
      `is there ${placed.length > 1 ? placed.length : seen.length} times, and nothing recorded tells which is meant`,
    );
  }
  const [element] = placed;
  if (!element) return no('is not on the page');
  if (kit.shadow(element).join() !== shadow.join()) return no('is in another part of the page');
  if (kit.valueKind(element) !== valueKind) return no('takes values of another kind');
  if (kit.disabled(element)) return no('is disabled');
  const now = kit.state(element);
  for (const key of new Set([...Object.keys(state), ...Object.keys(now)])) {
    if (now[key] !== state[key]) {
      const says = (value: boolean | undefined) =>
        value === undefined ? `cannot be ${key}` : value ? `is ${key}` : `is not ${key}`;
      return no(
        `${says(now[key])}, and when it was recorded it ${says(state[key]).replace(/^is/, 'was')}`,
      );
    }
  }
  const inView = () => {
    const rect = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    const { left, top, right, bottom } = rect ?? element.getBoundingClientRect();
    const x = (left + right) / 2;
    const y = (top + bottom) / 2;
    const shown = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
    return { box: { left, top, right, bottom }, shown, x, y };
  };
  const isMet = ({ x, y }: { x: number; y: number }) => {
    let met = document.elementFromPoint(x, y);
    while (met?.shadowRoot) {
      const inner = met.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === met) break;
      met = inner;
    }
    return met !== null && contains(element, met);
  };
  const before = inView();
  // Also where a box of the page's own has scrolled it out of sight.
  if (!before.shown || !isMet(before)) {
    if (asItStands) return no('is not met as the page stands');
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  }
  store.novaActRecalled = element;
  return { found: true, box: inView().box };
});

/** Finds the target in a document, and brings it into view. Scripts of the page see nothing of it. */
export const searchInPage = withParts<(target: Target) => Search>(searchWith, [kitInPage]);

/** Self-contained: whether this element, met by a pointer, is the one found, or a part of it. */
export const isRecalled = inPage(function isRecalled(this: Element): boolean {
  const { novaActRecalled: wanted } = globalThis as typeof globalThis & Store;
  if (!wanted?.isConnected) return false;
  let at: Node | null = this;
  while (at) {
    if (at === wanted) return true;
    if (
      wanted instanceof HTMLInputElement &&
      at instanceof HTMLLabelElement &&
      at.control === wanted
    )
      return true;
    at = (at as Element).assignedSlot ?? (at instanceof ShadowRoot ? at.host : at.parentNode);
  }
  return false;
});
