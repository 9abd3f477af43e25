import { ANY } from '../browser/recalling/address-pattern.js';
import type { PageMarks, Recording } from '../memory/recording.js';
import { isOfSite } from '../memory/site.js';
import { placeholdersIn } from '../placeholders.js';
import { pattern, sayText } from './source-text.js';

/** Headings and titles are recorded up to this length. */
const MAX_TEXT = 100;
const DIALOGS = "page.locator('dialog[open], [role=dialog], [role=alertdialog]')";

/** What is to be seen of a page, where it differs from the one before. */
export function expectPage(marks: PageMarks, before: PageMarks | undefined): string[] {
  const lines: string[] = [];
  const { address, title, headings = [], dialogs = [] } = marks;
  const url = address === before?.address ? undefined : addressRegExp(address);
  if (url !== undefined) lines.push(`await expect(page).toHaveURL(${url});`);
  if (title !== undefined && title !== before?.title) {
    lines.push(`await expect(page).toHaveTitle(${steadyText(title)});`);
  }
  for (const heading of headings) {
    if (before?.headings?.includes(heading)) continue;
    const named = `page.getByRole('heading', { name: ${steadyText(heading)}, level: 1 })`;
    lines.push(`await expect(${named}.first()).toBeVisible();`);
  }
  if (dialogs.length !== (before?.dialogs ?? []).length) {
    lines.push(
      `await expect(${DIALOGS}.filter({ visible: true })).toHaveCount(${dialogs.length});`,
    );
  }
  return lines;
}

/** What is to be seen at the end: the page, and one of the things that came up by the last action. */
export function expectEnd(
  end: NonNullable<Recording['end']>,
  before: PageMarks | undefined,
): string[] {
  const { appeared = [] } = end;
  const [first, ...others] = appeared.map((text) => `page.getByText(${sayText(text)})`);
  if (first === undefined) return expectPage(end, before);
  const any = others.map((other) => `.or(${other})`).join('');
  return [
    ...expectPage(end, before),
    `await expect(${first}${any}.filter({ visible: true }).first()).toBeVisible();`,
  ];
}

/** In whatever case, and without what is counted in it. */
function steadyText(text: string): string {
  if (placeholdersIn(text).length > 0) return sayText(text);
  const steady = pattern(text).replace(/\d{1,20}/g, '\\d+');
  return `/^\\s*${steady}${text.length >= MAX_TEXT ? '' : '\\s*$'}/i`;
}

/** Undefined where every address would do. */
export function addressRegExp(address: string): string | undefined {
  if (address === ANY) return undefined;
  const [main = '', route] = address.split('#');
  const [path = '', query] = main.split('?');
  const params = (query === undefined ? [] : query.split('&')).map((param) => {
    const [name = '', value = ''] = param.split('=');
    return `(?=[^#]*[?&]${pattern(name)}=${value === ANY || isNamed(value) ? '' : `${pattern(value)}(?:[&#]|$)`})`;
  });
  const origin = isOfSite(address) ? 'https?:\\/\\/[^/?#]+' : '';
  const end = route === undefined ? '(?:[?#]|$)' : `(?:\\?[^#]*)?#!?${parts(route)}(?:\\?|$)`;
  return `/^${params.join('')}${origin}${parts(path)}${end}/`;
}

const isNamed = (text: string) => placeholdersIn(text).length > 0;

/** Of a path: what changes from visit to visit, and what a value stands in, is any one part of it. */
function parts(path: string): string {
  return path
    .split('/')
    .map((part) => {
      if (isNamed(part)) return '[^/?#]+';
      return part.split(ANY).map(pattern).join('[^/?#]*');
    })
    .join('\\/');
}

/** An address to begin at, where it was recorded whole, or as a path of the site: then `baseURL` says whose. */
export function wholeAddress(address: string): string | undefined {
  const isKnown = /^https?:/.test(address) || isOfSite(address);
  const isWhole = isKnown && !address.includes(ANY) && !isNamed(address);
  return isWhole ? address : undefined;
}
