import type { FramePlace, Target } from '../browser/recall.js';
import { ANY } from '../browser/recalling/address-pattern.js';
import { pattern, quoted, sayText } from './source-text.js';

/** Names are recorded up to this length. */
const MAX_NAME = 200;
/** Roles whose names say what `getByRole` looks for. Others have none, or one of their author's only. */
const NAMED_ROLES = new Set(
  (
    'button link checkbox radio switch tab menuitem menuitemcheckbox menuitemradio option treeitem cell gridcell ' +
    'columnheader rowheader row heading img textbox searchbox combobox listbox spinbutton slider'
  ).split(' '),
);
/** Inputs of these types have the role that they are recorded with; the others have none. */
const TEXT_INPUTS = new Set(['', 'text', 'email', 'tel', 'url']);

/** A Playwright locator for the element that was recorded, by what people call it; `page` is the test's. */
export function locatorOf(target: Target): string {
  const scope = (target.frames ?? []).reduce(
    (page, frame) => `${page}.frameLocator(${quoted(frameSelector(frame))})`,
    'page',
  );
  const own = ownLocator(target);
  const beside = besideTexts(target);
  if (beside.length === 0) return `${scope}${own}`;
  // The innermost part of the page that has both the element and what stands beside it.
  const filters = beside.map((text) => `.filter({ hasText: ${sayText(text)} })`).join('');
  return `${scope}.locator('*').filter({ has: page${own} })${filters}.last()${own}`;
}

function ownLocator({ role, name, valueKind = '' }: Target): string {
  if (role === 'textbox' && !TEXT_INPUTS.has(valueKind)) return labelled(name);
  const ariaRole = role === 'combobox' && valueKind === 'several' ? 'listbox' : role;
  if (NAMED_ROLES.has(ariaRole)) {
    return `.getByRole(${quoted(ariaRole)}, { ${nameOption(name)} })`;
  }
  const given = `[role=${JSON.stringify(role)}]`;
  const selector = /^[a-z][a-z0-9-]{0,60}$/.test(role) ? `${role}, ${given}` : given;
  return `.locator(${quoted(selector)}).filter({ hasText: ${wholeText(name)} })`;
}

/** A field without a role, such as one for passwords. */
function labelled(name: string): string {
  const text = sayText(name);
  return `.getByLabel(${text}, { exact: true })`;
}

function nameOption(name: string): string {
  if (name === '') return 'name: /^$/';
  // Drawn in capitals by a style, it has other letters to whoever asks for its name.
  const isDrawn = name.toUpperCase() === name && /\p{Lu}{2}/u.test(name);
  if (isDrawn || name.length >= MAX_NAME) return `name: ${wholeText(name)}`;
  return `name: ${sayText(name)}, exact: true`;
}

function wholeText(name: string): string {
  if (/\{\{/.test(name)) return sayText(name);
  return `/^\\s*${pattern(name)}${name.length >= MAX_NAME ? '' : '\\s*$'}/i`;
}

/** What tells it from its equals; nothing where it had none, or its own name says which it is. */
function besideTexts({ name, near, entry = [] }: Target): string[] {
  const isOneOfSeveral = near?.kind === 'equals' || (name === '' && near?.kind === 'row');
  if (!near || !isOneOfSeveral) return [];
  const telling = entry.filter((text) => text !== name);
  const texts = telling.length > 0 ? telling : near.texts;
  // What is counted changes; what has no numbers says the same thing longer.
  const lasting = texts.filter((text) => !/\d/.test(text));
  return (lasting.length > 0 ? lasting : texts).slice(0, 3);
}

function frameSelector({ label, address }: FramePlace): string {
  if (label !== '') {
    const value = JSON.stringify(label);
    return ['title', 'aria-label', 'name'].map((name) => `iframe[${name}=${value}]`).join(', ');
  }
  const [path = ''] = address.replace(/^[a-z]+:\/\/[^/]*/, '').split('?');
  const longest = path.split(ANY).sort((one, other) => other.length - one.length)[0] ?? '';
  return longest.length > 1 ? `iframe[src*=${JSON.stringify(longest)}]` : 'iframe';
}

/** Whether texts are chosen in it and not typed. */
export function isChoice({ role, valueKind = '' }: Target): boolean {
  return role === 'combobox' && (valueKind === '' || valueKind === 'several');
}
