import { expect, it } from 'vitest';
import { withText } from '../../scripts/bundle/in-page-text.mjs';

const CODE = [
  "import { inPage } from './in-page.js';",
  'export const one = inPage(function one(x) {',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code that holds a template.
  '    const price = `${x} \\`$\\``;',
  '    return /\\d/.test(price) ? price : "$" + x;',
  '});',
  'export const two = inPage((x) => x + 1);',
  'export const three = 3;',
].join('\n');
const given = (code: string) =>
  new Function(
    'inPage',
    `${code.replace(/^import.*/, '').replaceAll('export ', '')}; return [one, two];`,
  )((fn: unknown) => fn) as unknown[];

it('replaces each function for the page by a text that is the same function', () => {
  const texts = given(withText(CODE));
  expect(texts.map((text) => typeof text)).toEqual(['string', 'string']);
  const [one, two] = texts.map((text) => new Function(`return (${text})`)());
  const [before] = given(CODE) as ((x: number) => unknown)[];
  expect(one(7)).toBe(before?.(7));
  expect(two(7)).toBe(8);
});

it('leaves every line where it is, for source maps, and all else as it was', () => {
  const lines = withText(CODE).split('\n');
  expect(lines).toHaveLength(CODE.split('\n').length);
  expect(lines.at(-1)).toBe('export const three = 3;');
});

it('done twice changes nothing more', () => {
  expect(withText(withText(CODE))).toBe(withText(CODE));
});
