import type { Element } from 'domhandler';
import { isHeading } from '../page/headings.js';
import type { Page } from '../page/page.js';
import { parseUrl } from '../page/parse-url.js';
import { isTextLeaf, textOf } from '../page/text.js';
import { factsIn } from './facts.js';
import type { Fact } from './record.js';
import { typedFacts } from './typed-facts.js';

const cache = new WeakMap<Page, Fact[]>();

/** What the page says as a whole. A label that comes with several values tells less than one that comes once. */
export function pageFacts(page: Page): Fact[] {
  const known = cache.get(page);
  if (known !== undefined) return known;
  const facts = factsIn(page, page.body);
  const values = new Map<string, Set<string>>();
  for (const fact of facts)
    values.set(fact.label, (values.get(fact.label) ?? new Set()).add(fact.value));
  const weighed = facts.map((fact) =>
    (values.get(fact.label)?.size ?? 1) > 1 ? { ...fact, weight: fact.weight * 0.7 } : fact,
  );
  const heading = headingOfAll(page);
  const own: Fact[] = [{ label: 'url', value: page.url, weight: 0.6 }];
  if (page.title !== '') own.push({ label: 'page title', value: page.title, weight: 0.9 });
  if (heading !== undefined) own.push({ label: 'heading', value: textOf(heading), weight: 0.9 });
  const leaves = page.elements
    .filter((one) => isTextLeaf(one) && textOf(one).length <= 160)
    .map((one) => textOf(one));
  const typed = typedFacts(leaves);
  // A price that comes once is the page's; one of many is an entry's.
  const single = typed.filter(
    (fact) => typed.filter((other) => other.label === fact.label).length === 1,
  );
  const all = [
    ...weighed,
    ...single,
    ...own,
    ...contactFacts(page),
    ...routeFacts(heading === undefined ? page.title : textOf(heading)),
  ];
  cache.set(page, all);
  return all;
}

export function mainHeading(page: Page): string {
  const heading = headingOfAll(page);
  return heading === undefined ? page.title : textOf(heading);
}

/** In a bare capture a heading that is a link has become one: another is not the page's for that. */
function headingOfAll(page: Page): Element | undefined {
  const first = page.elements.find((one) => one.name === 'h1');
  return first ?? (page.bare ? undefined : page.elements.find((one) => isHeading(one)));
}

/** "Boston to Wolf-1061c" over a page of flights. */
function routeFacts(heading: string): Fact[] {
  const route =
    /^(?:[\p{L} ]{0,60}\bfrom )?(\p{Lu}[\p{L}\d .'-]{0,60}?) ?(?:\bto\b|→|–|➔) ?(\p{Lu}[\p{L}\d .'-]{0,60})$/u.exec(
      heading,
    );
  if (route?.[1] === undefined || route[2] === undefined) return [];
  return [
    { label: 'from', value: route[1].trim(), weight: 0.6 },
    { label: 'to', value: route[2].trim(), weight: 0.6 },
  ];
}

/** What the address itself says: `?from=Boston&cabin=Economy`. */
export function addressFacts(page: Page): Fact[] {
  return [...(parseUrl(page.url)?.searchParams ?? [])]
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({ label, value, weight: 0.5 }));
}

/** What shows what it is by its form: an email address, a telephone number; and the number in "Invoice 2026-118". */
function contactFacts(page: Page): Fact[] {
  const text = textOf(page.body);
  const facts: Fact[] = [];
  const email = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(text)?.[0];
  if (email !== undefined) facts.push({ label: 'email address', value: email, weight: 0.7 });
  const phone =
    /\b(?:call|tel|phone|telephone)\b\D{0,12}(\+?\d[\d ()-]{5,24}\d)|(\+\d[\d ()-]{6,24}\d)/i.exec(
      text,
    );
  const number = phone?.[1] ?? phone?.[2];
  if (number !== undefined)
    facts.push({ label: 'phone number', value: number.trim(), weight: 0.7 });
  const paged = /\bpage\s+(\d+)\s+(?:of|\/)\s+(\d+)\b/i.exec(text);
  if (paged?.[1] !== undefined && paged[2] !== undefined) {
    facts.push(
      { label: 'current page', value: paged[1], weight: 0.7 },
      { label: 'pages', value: paged[2], weight: 0.9 },
    );
  }
  const numbered =
    /^(\p{L}+(?:\s\p{L}+)?)\s+(?:no\.?\s*|number\s*)?(#?[A-Z]{0,4}-?\d[\w-]*)$/u.exec(
      mainHeading(page),
    );
  if (numbered?.[1] !== undefined && numbered[2] !== undefined) {
    facts.push({
      label: `${numbered[1]} number`,
      value: numbered[2].replace(/^#/, ''),
      weight: 0.9,
    });
  }
  return facts;
}
