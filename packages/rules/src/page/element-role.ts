import type { Element } from 'domhandler';
import { controlKind, isClickable, isField } from './controls.js';
import { roleOf } from './page.js';

const tagRoles: Readonly<Record<string, string>> = {
  a: 'link',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  img: 'image',
  svg: 'image',
  li: 'listitem',
  tr: 'row',
  td: 'cell',
  th: 'columnheader',
  label: 'label',
  iframe: 'frame',
};

/** What an element is to a person: its own role, or that of its tag. */
export function elementRole(element: Element): string {
  const own = roleOf(element);
  if (own !== '') return own;
  const kind = controlKind(element);
  if (kind === 'other') return tagRoles[element.name] ?? element.name;
  return kind === 'text' ? 'textbox' : kind;
}

/** The three ways to be a target: something is put in, it is pressed, or it is merely there. */
export type TargetClass = 'field' | 'control' | 'thing';

/** Which way an element is a target: a `field` takes input, a `control` can be clicked, all else is a `thing`. */
export function targetClass(element: Element): TargetClass {
  if (isField(element)) return 'field';
  return isClickable(element) ? 'control' : 'thing';
}
