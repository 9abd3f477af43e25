import { parseOrdinal } from '../language/numbers.js';

export type TargetRole =
  | 'button'
  | 'link'
  | 'tab'
  | 'checkbox'
  | 'radio'
  | 'field'
  | 'select'
  | 'option'
  | 'image'
  | 'heading'
  | 'row';

/** What an instruction said of the thing to point at. */
export interface TargetDescription {
  /** The words that should be its name; may be empty ("the first link"). */
  name: string;
  role?: TargetRole;
  /** 1 is the first, -1 the last. */
  ordinal?: number;
  /** What should stand near it: "the Buy button **for the red mug**". */
  near?: string;
}

const roleWords: Record<string, TargetRole> = {
  button: 'button',
  btn: 'button',
  icon: 'button',
  link: 'link',
  hyperlink: 'link',
  tab: 'tab',
  checkbox: 'checkbox',
  'check box': 'checkbox',
  'tick box': 'checkbox',
  switch: 'checkbox',
  toggle: 'checkbox',
  'radio button': 'radio',
  radio: 'radio',
  field: 'field',
  input: 'field',
  textbox: 'field',
  'text box': 'field',
  'text field': 'field',
  dropdown: 'select',
  'drop-down': 'select',
  select: 'select',
  option: 'option',
  'menu item': 'link',
  image: 'image',
  picture: 'image',
  photo: 'image',
  heading: 'heading',
  row: 'row',
  result: 'row',
  item: 'row',
  entry: 'row',
  card: 'row',
  one: 'row',
  product: 'row',
  page: 'link',
};

const roleEnd = new RegExp(`^(.*?) ?\\b(${Object.keys(roleWords).join('|')})s?$`, 'i');
const roleStart = new RegExp(
  `^(${Object.keys(roleWords).join('|')}) (?:labell?ed|named|called|titled|marked|saying|that says|with (?:the )?(?:text|label|name)|for|to|of)? ?(.+)$`,
  'i',
);

/** The ways to understand "the second Add to cart button for the red mug", likeliest first. */
export function describeTarget(target: string): TargetDescription[] {
  const whole = target.trim();
  const found: TargetDescription[] = [describePart(whole)];
  if (found[0]?.role !== undefined || found[0]?.ordinal !== undefined) found.push({ name: whole });
  const joints = [
    ...whole.matchAll(
      / (?:(?:right )?next to|beside|near|under|below|above|inside|for|of|in|on|with|from|containing|to|by|at) (?:the (?:row|line|card|section|box) (?:of|for|with) )?(?:the )?/gi,
    ),
  ].reverse();
  for (const joint of joints) {
    const near = whole
      .slice(joint.index + joint[0].length)
      .trim()
      .replace(/ (?:row|section|card|line|area|panel|form|dialog|table|list|menu)$/i, '');
    if (near !== '') found.push({ ...describePart(whole.slice(0, joint.index)), near });
  }
  return found;
}

function describePart(text: string): TargetDescription {
  let rest = text.trim().replace(/^(?:the|a|an)\s+/i, '');
  let ordinal: number | undefined;
  const first = /^(\S+)(?: (.*))?$/s.exec(rest);
  const number = parseOrdinal(first?.[1] ?? '');
  if (number !== undefined) {
    ordinal = number;
    rest = (first?.[2] ?? '').trim();
  }
  const end = roleEnd.exec(rest);
  const start = end ? null : roleStart.exec(rest);
  const role = roleWords[(end?.[2] ?? start?.[1] ?? '').toLowerCase()];
  const name = end ? (end[1] ?? '') : start ? (start[2] ?? '') : rest;
  return {
    name: name.trim().replace(/^(?:the|a|an)\s+/i, ''),
    ...(role === undefined ? {} : { role }),
    ...(ordinal === undefined ? {} : { ordinal }),
  };
}
