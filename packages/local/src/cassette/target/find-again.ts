import {
  ancestors,
  type Element,
  elementRole,
  type Page,
  type TargetClass,
  targetClass,
} from '@nova-act/rules/page';
import type { Target } from '../file/cassette-format.js';
import { alikeOn, elementNames } from './describe-element.js';
import { goodEnough, scoreTarget } from './score-target.js';

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

/** Candidates closer than this to the best are its equals. */
const margin = 0.04;

/** Finds the element that `target` describes on a page that may have changed since. */
export function findAgain(page: Page, target: Target): FoundAgain {
  const scored = pool(page, classOf(target))
    .map((element) => ({ element, score: scoreTarget(page, element, target) }))
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

/** A field is only ever a field, and a control one, or the label of one that is hidden; a text may become a control. */
function pool(page: Page, wanted: TargetClass): Element[] {
  return page.elements.filter((element) => {
    const box = element === page.body ? undefined : page.boxOf(element);
    if (!box || box.width <= 0 || box.height <= 0) return false;
    const is = targetClass(element);
    if (wanted === 'control') return is === 'control' || element.name === 'label';
    return (is === 'field') === (wanted === 'field');
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
