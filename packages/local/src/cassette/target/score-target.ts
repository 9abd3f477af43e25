import {
  ancestors,
  attribute,
  type Element,
  elementRole,
  type Page,
  textOf,
} from '@nova-act/rules/page';
import type { Target } from '../file/cassette-format.js';
import { contradicts } from './contradicts.js';
import { elementNames, groupOf, maxText } from './describe-element.js';
import { textLikeness } from './text-likeness.js';

/** A candidate below this is another thing. */
export const goodEnough = 0.58;
/** From here on two names are one. */
const sameName = 0.72;
/** Of several of one name, the one whose surroundings agree less than this is another. */
const sameSurroundings = 0.5;

type Signal = readonly [weight: number, agreement: number | undefined];

/** How far an element answers the description, 0 to 1; `goodEnough` only if its name or its own id says it is the one. */
export function scoreTarget(page: Page, element: Element, target: Target): number {
  const name = bestName(target.names, elementNames(page, element));
  const id = sameAttribute(element, target, 'id');
  const fieldName = isOneOfGroup(target) ? undefined : sameAttribute(element, target, 'name');
  const near = target.near === undefined ? undefined : nearLikeness(page, element, target.near);
  const known =
    name >= sameName || id === 1 || fieldName === 1 || isInItsRow(page, element, target, near);
  if (!known && name < 0.3) return 0;
  const surroundings: Signal[] = [
    [1.5, id],
    [1.5, fieldName],
    [0.75, samePath(element, target)],
    [
      1,
      target.group === undefined ? undefined : textLikeness(target.group, groupOf(page, element)),
    ],
    [2, near],
  ];
  const score = mean([
    [5, target.names.length > 0 ? name : undefined],
    [1.5, elementRole(element) === target.role ? 1 : 0],
    [0.5, element.name === target.tag ? 1 : 0],
    [0.5, sameAttribute(element, target, 'type')],
    ...surroundings,
  ]);
  // The name says nothing where others had it too.
  const elsewhere = target.place.count > 1 && (mean(surroundings) ?? 1) < sameSurroundings;
  const isAnother = elsewhere || contradicts(page, element, target);
  return known && !isAnother ? (score ?? 0) : Math.min(score ?? 0, goodEnough - 0.01);
}

/** What never had a name, such as the tick box of a row, is known by the row. */
function isInItsRow(
  page: Page,
  element: Element,
  target: Target,
  near: number | undefined,
): boolean {
  return (
    target.names.length === 0 &&
    elementNames(page, element).length === 0 &&
    elementRole(element) === target.role &&
    near !== undefined &&
    near >= sameName
  );
}

/** Radio buttons and tick boxes share the attribute `name` with the others of their group. */
function isOneOfGroup({ attributes }: Target): boolean {
  return attributes['type'] === 'radio' || attributes['type'] === 'checkbox';
}

/** Of the signals that there are; undefined when there are none. */
function mean(signals: readonly Signal[]): number | undefined {
  let sum = 0;
  let weights = 0;
  for (const [weight, agreement] of signals) {
    if (agreement === undefined) continue;
    sum += weight * agreement;
    weights += weight;
  }
  return weights === 0 ? undefined : sum / weights;
}

/** What was its name must be one of its names now. A lesser name may be that of its neighbours too, and is but a hint. */
function bestName(wanted: readonly string[], found: readonly string[]): number {
  let best = 0;
  for (const [at, one] of wanted.entries())
    for (const other of found)
      best = Math.max(best, textLikeness(one, other) * (at === 0 ? 1 : 0.6));
  return best;
}

/** How much the row or card around an element is like the recorded one, whatever it is made of now. */
function nearLikeness(page: Page, element: Element, near: string): number {
  let best = 0;
  for (const up of ancestors(element)) {
    const text = textOf(up);
    // Larger parts of the page only hold more of everything.
    if (up === page.body || text.length > 2 * near.length + 100) break;
    best = Math.max(best, textLikeness(near, text.slice(0, maxText)));
  }
  return best;
}

function sameAttribute(element: Element, target: Target, name: string): number | undefined {
  const wanted = target.attributes[name];
  return wanted === undefined ? undefined : attribute(element, name) === wanted ? 1 : 0;
}

function samePath(element: Element, target: Target): number | undefined {
  const wanted = target.attributes['href'];
  if (wanted === undefined) return undefined;
  const path = (href: string) => href.replace(/[?#].*$/s, '');
  return path(attribute(element, 'href')) === path(wanted) ? 1 : 0;
}
