import type { Element } from 'domhandler';
import { nameSimilarity } from '../language/similarity.js';
import { controlKind } from '../page/controls.js';
import { groupNames, namesOf } from '../page/names.js';
import { ancestors, attribute, descendants, type Page, roleOf } from '../page/page.js';
import { markOf } from './intent-state.js';

/** A radio button or tick box that is called like the value, in a group or beside a label called like the field. */
export function findChoice(
  page: Page,
  value: string,
  field: string | undefined,
  excluded: readonly string[],
): { element: Element; score: number } | undefined {
  let best: { element: Element; score: number } | undefined;
  for (const element of page.elements) {
    const kind = controlKind(element);
    const chooses =
      kind === 'radio' || kind === 'checkbox' || (kind === 'option' && element.name !== 'option');
    if (!chooses || (excluded.length > 0 && excluded.includes(markOf(page, element)))) continue;
    const groups = [...groupNames(page, element), attribute(element, 'name')];
    // "Express delivery" is the choice "Express" of the group "Delivery".
    const own = Math.max(
      0,
      ...namesOf(page, element).flatMap((name) => [
        name.weight * nameSimilarity(value, name.text),
        ...groups.map(
          (group) => 0.97 * name.weight * nameSimilarity(value, `${name.text} ${group}`),
        ),
      ]),
    );
    if (own < 0.6) continue;
    const grouped =
      field === undefined
        ? 0.9
        : Math.max(0, ...groups.map((group) => nameSimilarity(field, group)));
    const score = grouped < 0.5 ? 0 : own * 0.7 + grouped * 0.3;
    if (score > (best?.score ?? 0)) best = { element, score };
  }
  return best;
}

/** "Select Ann Wu" in a table whose rows are picked by a box: that box, not the name beside it. */
export function tickBoxOf(element: Element): Element | undefined {
  if (controlKind(element) !== 'other') return undefined;
  for (const up of ancestors(element)) {
    if (!['tr', 'li'].includes(up.name) && !['row', 'listitem'].includes(roleOf(up))) continue;
    const boxes = descendants(up).filter((one) => ['checkbox', 'radio'].includes(controlKind(one)));
    return boxes.length === 1 ? boxes[0] : undefined;
  }
  return undefined;
}
