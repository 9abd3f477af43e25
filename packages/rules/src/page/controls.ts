import type { Element } from 'domhandler';
import { ancestors, attribute, roleOf } from './page.js';

export type ControlKind =
  | 'text'
  | 'date'
  | 'time'
  | 'number'
  | 'range'
  | 'color'
  | 'file'
  | 'select'
  | 'checkbox'
  | 'radio'
  | 'button'
  | 'link'
  | 'option'
  | 'other';

const inputKinds: Record<string, ControlKind> = {
  checkbox: 'checkbox',
  radio: 'radio',
  file: 'file',
  range: 'range',
  color: 'color',
  number: 'number',
  date: 'date',
  'datetime-local': 'date',
  month: 'date',
  week: 'date',
  time: 'time',
  submit: 'button',
  button: 'button',
  reset: 'button',
  image: 'button',
  hidden: 'other',
};

const roleKinds: Record<string, ControlKind> = {
  button: 'button',
  tab: 'button',
  menuitem: 'button',
  link: 'link',
  checkbox: 'checkbox',
  switch: 'checkbox',
  menuitemcheckbox: 'checkbox',
  radio: 'radio',
  menuitemradio: 'radio',
  option: 'option',
  treeitem: 'option',
  textbox: 'text',
  searchbox: 'text',
  spinbutton: 'number',
  slider: 'range',
};

/** What a person would call the control; `other` for what is none. */
export function controlKind(element: Element): ControlKind {
  if (element.name === 'input')
    return inputKinds[attribute(element, 'type').toLowerCase()] ?? 'text';
  if (element.name === 'textarea') return 'text';
  if (element.name === 'select') return 'select';
  if (element.name === 'option') return 'option';
  const role = roleKinds[roleOf(element)];
  if (role !== undefined) return role;
  const editable = element.attribs['contenteditable'];
  if (editable !== undefined && editable !== 'false') return 'text';
  if (element.name === 'button' || element.name === 'summary') return 'button';
  // A combobox that is no text field is a button that opens a list.
  if (roleOf(element) === 'combobox') return 'button';
  const leads = element.name === 'a' || element.name === 'area';
  return leads && element.attribs['href'] !== undefined ? 'link' : 'other';
}

const fieldKinds: ReadonlySet<ControlKind> = new Set<ControlKind>([
  'text',
  'date',
  'time',
  'number',
  'range',
  'color',
  'file',
  'select',
]);

/** Whether the control takes a value that is typed or chosen. */
export function isField(element: Element): boolean {
  return fieldKinds.has(controlKind(element));
}

export function isClickable(element: Element): boolean {
  const kind = controlKind(element);
  return kind !== 'other' && element.name !== 'option' && !fieldKinds.has(kind);
}

export function isDisabled(element: Element): boolean {
  return (
    element.attribs['disabled'] !== undefined || attribute(element, 'aria-disabled') === 'true'
  );
}

export function isChecked(element: Element): boolean {
  return (
    element.attribs['checked'] !== undefined ||
    ['true', 'mixed'].includes(attribute(element, 'aria-checked')) ||
    attribute(element, 'aria-pressed') === 'true'
  );
}

export function isSearchField(element: Element): boolean {
  if (controlKind(element) !== 'text') return false;
  if (attribute(element, 'type') === 'search' || roleOf(element) === 'searchbox') return true;
  const own = `${attribute(element, 'name')} ${attribute(element, 'id')} ${attribute(element, 'placeholder')} ${attribute(element, 'aria-label')} ${attribute(element, 'title')}`;
  if (/\b(?:search|find|query|q|keywords?)\b/i.test(own.replace(/[_-]/g, ' '))) return true;
  for (const up of ancestors(element))
    if (roleOf(up) === 'search' || up.name === 'search') return true;
  return false;
}

export function options(select: Element): Element[] {
  const found: Element[] = [];
  const visit = (one: Element): void => {
    for (const child of one.children) {
      if (child.type !== 'tag') continue;
      if (child.name === 'option') found.push(child as Element);
      else visit(child as Element);
    }
  };
  visit(select);
  return found;
}

/** The form around a control, or the smallest thing that stands for one. */
export function formOf(element: Element): Element | undefined {
  for (const up of ancestors(element)) {
    if (up.name === 'form' || ['form', 'search'].includes(roleOf(up)) || up.name === 'search')
      return up;
  }
  return undefined;
}
