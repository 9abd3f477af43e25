import { ValidationError } from '../../errors/index.js';

/** Brackets and quotes may hold anything; outside of them two colons are a pseudo-element. */
const QUIET = /"[^"]{0,300}"|'[^']{0,300}'|\[[^\][]{0,300}\]/g;

/** What can be told of `mask` without a page. @throws ValidationError that names the selector at fault */
export function checkMask(mask: readonly string[] | false | undefined): void {
  if (mask === undefined || mask === false) return;
  if (!Array.isArray(mask)) {
    throw new ValidationError('is not a list of CSS selectors', {
      field: 'mask',
      value: mask,
      remedy: "Give an array, ['.balance'] say, or false for no masks at all.",
    });
  }
  for (const [at, selector] of mask.entries()) {
    const field = `mask[${at}]`;
    if (typeof selector !== 'string' || selector.trim() === '') {
      throw new ValidationError('is not a CSS selector', {
        field,
        value: selector,
        remedy: "Give a text such as '.balance'.",
      });
    }
    if (selector.replace(QUIET, '').includes('::')) {
      throw new ValidationError('is a pseudo-element, which no element is', {
        field,
        value: selector,
        remedy: 'Name the element that it belongs to.',
      });
    }
  }
}
