import { type Page, readPage, targetClass } from '@nova-act/rules/page';
import { type Browser, type Page as BrowserPage, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchOptions } from '../../../test/support/chromium.js';
import { observe } from '../../rules/test/browser-run.js';
import { strangers } from '../../rules/test/strangers.js';
import { describeElement } from '../src/cassette/target/describe-element.js';
import { elementUnder } from '../src/cassette/target/element-under.js';
import { findAgain } from '../src/cassette/target/find-again.js';

/** Numbers every element, in an attribute that the capture keeps and that nothing is known by. */
const number = `[...document.querySelectorAll('*')].forEach((element, at) => element.setAttribute('aria-details', 'm' + at))`;
/** Another window, a notice on top, lists and tables the other way round, forms moved aside. */
const rearrange = `(() => {
  const notice = document.createElement('div');
  notice.style.height = '180px';
  notice.innerHTML = '<h2>New here?</h2><button>Take the tour</button> <a href="/tour">More</a>';
  document.body.prepend(notice);
  for (const part of document.querySelectorAll('body *')) {
    const children = [...part.children];
    if (children.length > 1 && children.every((child) => child.tagName === children[0].tagName && child.children.length > 0))
      part.append(...children.reverse());
  }
  for (const form of document.querySelectorAll('form')) form.style.marginLeft = '90px';
})()`;

describe('on pages as strangers write them', () => {
  let browser: Browser;
  let page: BrowserPage;
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions);
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  let tried = 0;
  const markOf = (element: { attribs: Record<string, string> }) => element.attribs['aria-details'];
  const look = async (): Promise<Page> => readPage(await observe(page));

  test.each(Object.entries(strangers))(
    '%s: every control is found where it has gone',
    async (_name, html) => {
      await page.setViewportSize({ width: 1600, height: 813 });
      await page.setContent(html);
      await page.evaluate(number);
      const before = await look();
      await page.setViewportSize({ width: 1180, height: 700 });
      await page.evaluate(rearrange);
      const after = await look();
      const controls = before.elements.filter((element) => {
        const box = before.boxOf(element);
        return (
          targetClass(element) !== 'thing' && element.name !== 'option' && box && box.width > 0
        );
      });
      tried += controls.length;
      for (const control of controls) {
        const box = before.boxOf(control);
        if (!box) continue;
        // A model that sees pixels does not draw boxes to the pixel.
        const off = Math.min(5, box.height / 5);
        const edges = {
          left: box.x - off,
          top: box.y + off,
          right: box.x + box.width - off,
          bottom: box.y + box.height + off,
        };
        expect(elementUnder(before, edges)).toBe(control);
        const target = describeElement(before, control);
        const found = findAgain(after, target);
        expect([target, 'element' in found ? markOf(found.element) : found]).toEqual([
          target,
          markOf(control),
        ]);
      }
    },
  );

  test('more than a hundred controls were looked for', () => {
    expect(tried).toBeGreaterThan(100);
  });
});
