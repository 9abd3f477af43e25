import type { Element } from 'domhandler';
import { nameSimilarity } from '../language/similarity.js';
import { controlKind, isClickable, isDisabled, isField } from '../page/controls.js';
import { nameOf, namesOf } from '../page/names.js';
import { ancestors, type Page, roleOf } from '../page/page.js';
import { isTextLeaf, textOf } from '../page/text.js';
import { describeTarget, type TargetDescription, type TargetRole } from './describe-target.js';
import { type IntentState, isExcluded } from './intent-state.js';
import { nearness } from './nearness.js';

export interface Found {
  element: Element;
  name: string;
  score: number;
}

const goodEnough = 0.6;

/** The element an instruction points at, or the names that came nearest. */
export function findTarget(
  page: Page,
  target: string,
  state: IntentState,
): Found | { near: string[] } {
  const pool = candidates(page).filter((element) => !isExcluded(page, element, state));
  let best: Found | undefined;
  const misses: Found[] = [];
  for (const [index, description] of describeTarget(target).entries()) {
    const scored = pool
      .map((element) => score(page, element, description))
      .filter((found) => found.score > 0.2);
    const found = choose(scored, description);
    misses.push(...scored);
    // A later reading must be clearly better: it leaves words of the name to the surroundings.
    if (found !== undefined && found.score - index * 0.004 > (best?.score ?? goodEnough - 0.001))
      best = found;
  }
  if (best !== undefined) return best;
  const near = misses.sort((a, b) => b.score - a.score).map((found) => found.name);
  if (near.length > 0) return { near: [...new Set(near)].slice(0, 5) };
  // Nothing comes near: what there is of the kind is the next best help.
  const role = describeTarget(target)[0]?.role;
  const alike = pool.filter(
    (element) => isClickable(element) && (role === undefined || fitsRole(element, role)),
  );
  return { near: [...new Set(alike.map((element) => nameOf(page, element)))].slice(0, 5) };
}

function choose(scored: Found[], description: TargetDescription): Found | undefined {
  const good = scored.filter((found) => found.score >= goodEnough);
  if (description.ordinal !== undefined) {
    const top = Math.max(...good.map((found) => found.score));
    const equals = good.filter((found) => found.score >= top - 0.12);
    return equals.at(description.ordinal > 0 ? description.ordinal - 1 : description.ordinal);
  }
  let best: Found | undefined;
  for (const found of good) if (found.score > (best?.score ?? 0)) best = found;
  return best;
}

/** Whatever can be pointed at: controls first, then text that may listen to a click. */
function candidates(page: Page): Element[] {
  return page.elements.filter((element) => {
    if (element === page.body) return false;
    const box = page.boxOf(element);
    if (box === undefined || box.width <= 0 || box.height <= 0) return false;
    if (element.name === 'label') return !namesField(page, element);
    if (isClickable(element) || isField(element)) return true;
    if (element.name === 'option') return false;
    for (const up of ancestors(element)) if (isClickable(up) || up.name === 'select') return false;
    if (
      ['tr', 'img', 'svg', 'canvas'].includes(element.name) ||
      ['row', 'img'].includes(roleOf(element))
    )
      return true;
    return isTextLeaf(element) && textOf(element) !== '' && textOf(element).length <= 200;
  });
}

/** Whether a label names a control that can be pointed at itself: better the control than its words. */
function namesField(page: Page, label: Element): boolean {
  const target = page.byId.get(label.attribs['for'] ?? '');
  const box = target === undefined ? undefined : page.boxOf(target);
  return box !== undefined && box.width > 1 && box.height > 1;
}

function score(page: Page, element: Element, description: TargetDescription): Found {
  let own = 0;
  let name = nameOf(page, element);
  if (description.name === '') {
    own = description.role !== undefined && fitsRole(element, description.role) ? 0.8 : 0;
  } else {
    for (const one of namesOf(page, element)) {
      const value = one.weight * nameSimilarity(description.name, one.text);
      if (value > own) {
        own = value;
        name = one.text;
      }
    }
  }
  if (own <= 0.2) return { element, name, score: own };
  let total = own;
  if (!isClickable(element)) total *= isField(element) || element.name === 'label' ? 0.96 : 0.92;
  if (description.role !== undefined) total += fitsRole(element, description.role) ? 0.03 : -0.08;
  if (isDisabled(element)) total -= 0.1;
  for (const up of ancestors(element))
    if (up.name === 'dialog' || roleOf(up) === 'dialog' || roleOf(up) === 'alertdialog')
      total += 0.02;
  if (description.near !== undefined && total > 0.4) {
    const near = nearness(page, element, description.near);
    total = near === 0 ? 0 : total * 0.8 + 0.2 * near;
  }
  return { element, name, score: total };
}

function fitsRole(element: Element, role: TargetRole): boolean {
  const kind = controlKind(element);
  switch (role) {
    case 'button':
      return kind === 'button';
    case 'link':
      return kind === 'link' || roleOf(element) === 'menuitem';
    case 'tab':
      return roleOf(element) === 'tab' || kind === 'link';
    case 'checkbox':
      return kind === 'checkbox';
    case 'radio':
      return kind === 'radio';
    case 'field':
      return isField(element) && kind !== 'select';
    case 'select':
      return (
        kind === 'select' ||
        element.attribs['aria-haspopup'] !== undefined ||
        roleOf(element) === 'combobox'
      );
    case 'option':
      return kind === 'option' || kind === 'radio';
    case 'image':
      return element.name === 'img' || roleOf(element) === 'img';
    case 'heading':
      return /^h[1-6]$/.test(element.name) || roleOf(element) === 'heading';
    case 'row':
      return element.name === 'tr' || roleOf(element) === 'row';
  }
}
