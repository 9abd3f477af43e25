import type { Element } from 'domhandler';
import { ancestors, attribute, type Page } from '../rules/page/page.js';
import { textOf } from '../rules/page/text.js';
import type { Target } from './cassette-format.js';
import { alikeOn, elementNames, groupOf, maxText } from './describe-element.js';
import { elementRole, type TargetClass, targetClass } from './element-role.js';
import { textLikeness } from './text-likeness.js';

export interface NearMiss {
  role: string;
  name: string;
  /** 0 to 1. */
  score: number;
}

export type FoundAgain =
  | { element: Element }
  | { nearMisses: NearMiss[] }
  /** Several are as good as each other, and nothing tells them apart. */
  | { ambiguous: NearMiss[] };

interface Candidate {
  element: Element;
  score: number;
}

/** A candidate below this is another thing. */
const goodEnough = 0.58;
/** Candidates closer than this to the best are its equals. */
const margin = 0.04;
const sameName = 0.72;

/** Finds the element that `target` describes on a page that may have changed since. */
export function findAgain(page: Page, target: Target): FoundAgain {
  const scored = pool(page, classOf(target))
    .map((element) => ({ element, score: scoreOf(page, element, target) }))
    .filter(({ score }) => score > 0.2)
    .sort((one, other) => other.score - one.score);
  const [best] = scored;
  if (!best || best.score < goodEnough)
    return { nearMisses: distinct(page, scored.slice(0, 12)).slice(0, 4) };
  const equals = scored.filter(({ score }) => score > best.score - margin);
  if (equals.length === 1) return { element: best.element };
  return chooseByPlace(page, target, equals) ?? { ambiguous: distinct(page, equals).slice(0, 4) };
}

/** Of equals, the one in the same place among as many as there were. */
function chooseByPlace(
  page: Page,
  { role, names, place }: Target,
  equals: readonly Candidate[],
): FoundAgain | undefined {
  const alike = alikeOn(page, role, names[0] ?? '');
  const element = alike.length === place.count ? alike[place.index] : undefined;
  if (element && equals.some((each) => each.element === element)) return { element };
  // One wrapped around the other is one thing to point at.
  const [outer] = equals
    .map((each) => each.element)
    .filter((each) =>
      equals.every((other) => other.element === each || holds(each, other.element)),
    );
  return outer ? { element: outer } : undefined;
}

function holds(outer: Element, inner: Element): boolean {
  for (const up of ancestors(inner)) if (up === outer) return true;
  return false;
}

/** A field is only ever a field; a control may have become a mere text, and a text a control. */
function pool(page: Page, wanted: TargetClass): Element[] {
  return page.elements.filter((element) => {
    const box = element === page.body ? undefined : page.boxOf(element);
    if (!box || box.width <= 0 || box.height <= 0) return false;
    return (targetClass(element) === 'field') === (wanted === 'field');
  });
}

const fieldRoles = new Set(
  'textbox searchbox spinbutton slider number range date time color file select'.split(' '),
);
const fieldTags = new Set(['input', 'textarea', 'select']);
const buttonTypes = new Set('button submit reset image checkbox radio'.split(' '));
const controlRoles = new Set(
  'button link tab menuitem checkbox radio switch option treeitem combobox menuitemradio menuitemcheckbox'.split(
    ' ',
  ),
);

function classOf({ role, tag, attributes }: Target): TargetClass {
  if (fieldRoles.has(role)) return 'field';
  if (fieldTags.has(tag) && !buttonTypes.has(attributes['type'] ?? '')) return 'field';
  return controlRoles.has(role) || tag === 'button' ? 'control' : 'thing';
}

/** How far an element answers the description, 0 to 1; 0 unless its name or its own id says it is the one. */
function scoreOf(page: Page, element: Element, target: Target): number {
  const names = elementNames(page, element);
  const name = bestName(target.names, names);
  const id = sameAttribute(element, target, 'id');
  const fieldName = sameAttribute(element, target, 'name');
  const known = name >= sameName || id === 1 || fieldName === 1;
  if (!known && name < 0.3) return 0;
  const signals: [weight: number, agreement: number | undefined][] = [
    [5, target.names.length > 0 ? name : undefined],
    [1.5, id],
    [1.5, fieldName],
    [1.5, elementRole(element) === target.role ? 1 : 0],
    [0.5, element.name === target.tag ? 1 : 0],
    [0.5, sameAttribute(element, target, 'type')],
    [0.75, samePath(element, target)],
    [
      1,
      target.group === undefined ? undefined : textLikeness(target.group, groupOf(page, element)),
    ],
    [2, target.near === undefined ? undefined : nearLikeness(page, element, target.near)],
  ];
  let sum = 0;
  let weights = 0;
  for (const [weight, agreement] of signals) {
    if (agreement === undefined) continue;
    sum += weight * agreement;
    weights += weight;
  }
  const score = sum / weights;
  // What is not known by name or id is at best a near miss.
  return known ? score : Math.min(score, goodEnough - 0.01);
}

/** A name that was not the first then counts a little less. */
function bestName(wanted: readonly string[], found: readonly string[]): number {
  let best = 0;
  for (const [at, one] of wanted.entries())
    for (const other of found)
      best = Math.max(best, textLikeness(one, other) * (at === 0 ? 1 : 0.97));
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

function distinct(page: Page, candidates: readonly Candidate[]): NearMiss[] {
  const misses = new Map<string, NearMiss>();
  for (const { element, score } of candidates) {
    const name = elementNames(page, element)[0] ?? '';
    const role = elementRole(element);
    const key = `${role} ${name}`;
    if (!misses.has(key)) misses.set(key, { role, name, score });
  }
  return [...misses.values()];
}
