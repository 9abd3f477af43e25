import { type Element, isTag } from 'domhandler';
import { controlKind, isChecked, isField, options } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import { attribute, descendants, type Page } from '../page/page.js';
import { ownText, textOf } from '../page/text.js';
import type { AddFact } from './add-fact.js';

/** What a cell holds when it holds a field. */
export function controlText(element: Element): string {
  const field = descendants(element).find((one) => isField(one));
  return field === undefined ? '' : fieldText(field);
}

export function fieldText(field: Element): string {
  if (field.name !== 'select')
    return field.name === 'textarea'
      ? ownText(field)
      : attribute(field, 'value') ||
          (field.attribs['contenteditable'] === undefined ? '' : textOf(field));
  const all = options(field);
  const chosen = all.filter((one) => one.attribs['selected'] !== undefined);
  return (chosen.length > 0 ? chosen : all.slice(0, 1)).map((one) => textOf(one)).join(', ');
}

export function readField(page: Page, field: Element, add: AddFact): void {
  const kind = controlKind(field);
  if (kind === 'checkbox') add(nameOf(page, field), isChecked(field) ? 'Yes' : 'No', 0.85);
  else if (kind === 'radio') {
    if (isChecked(field)) {
      const group = attribute(field, 'name');
      if (group !== '') add(group.replace(/[_-]+/g, ' '), nameOf(page, field), 0.8);
      for (let up = field.parent; up !== null && isTag(up); up = up.parent) {
        if (up.name !== 'fieldset') continue;
        const legend = up.children.filter(isTag).find((one) => one.name === 'legend');
        if (legend) add(textOf(legend), nameOf(page, field), 0.85);
        break;
      }
    }
  } else add(nameOf(page, field), fieldText(field), 0.75);
}
