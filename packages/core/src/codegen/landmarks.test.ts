import { describe, expect, it } from 'vitest';
import { addressRegExp, expectPage } from './landmarks.js';

/** The expression as it is when the test runs. */
const regExp = (address: string): RegExp => new Function(`return ${addressRegExp(address)}`)();

describe('the address of a page', () => {
  it.each<[pattern: string, url: string, fits: boolean]>([
    ['https://shop.example/lamps', 'https://shop.example/lamps?page=2#top', true],
    ['https://shop.example/lamps', 'https://shop.example/lamps/red', false],
    ['https://shop.example/lamps', 'https://shop.example.evil.example/lamps', false],
    ['https://shop.example/orders/*/edit', 'https://shop.example/orders/17-a/edit', true],
    ['https://shop.example/orders/*/edit', 'https://shop.example/orders/17/x/edit', false],
    ['https://shop.example/q/{{what}}', 'https://shop.example/q/desk-lamp', true],
    ['http://127.0.0.1:*/shop', 'http://127.0.0.1:41234/shop', true],
    ['https://a.example/s?id=*&q=mug', 'https://a.example/s?x=1&q=mug&id=7', true],
    ['https://a.example/s?id=*&q=mug', 'https://a.example/s?q=mugs&id=7', false],
    ['https://a.example/s?q={{what}}', 'https://a.example/s?q=desk+lamp', true],
    ['https://a.example/app#/cart', 'https://a.example/app?x=1#/cart', true],
    ['https://a.example/app#/cart', 'https://a.example/app#/carts', false],
    ['https://a.example/a.b', 'https://a.example/aXb', false],
    ['about:*', 'about:blank', true],
    ['/lamps', 'https://staging.example.com/lamps?page=2', true],
    ['/lamps', 'http://localhost:3000/lamps', true],
    ['/lamps', 'http://localhost:3000/shop/lamps', false],
    ['/s?q=mug', 'http://localhost:3000/s?x=1&q=mug', true],
    ['/', 'http://localhost:3000/', true],
  ])('%s fits %s: %s', (pattern, url, fits) => {
    expect(regExp(pattern).test(url)).toBe(fits);
  });

  it('is not said where every address would do', () => {
    expect(addressRegExp('*')).toBeUndefined();
  });
});

describe('what is expected of a page', () => {
  const page = { address: 'https://a.example/cart', headings: ['Cart (2)'], dialogs: ['Sure?'] };

  it('is its address, its headings without what they count, and its dialogs', () => {
    expect(expectPage(page, undefined)).toEqual([
      'await expect(page).toHaveURL(/^https:\\/\\/a\\.example\\/cart(?:[?#]|$)/);',
      "await expect(page.getByRole('heading', { name: /^\\s*Cart\\s+\\(\\d+\\)\\s*$/i, level: 1 }).first()).toBeVisible();",
      "await expect(page.locator('dialog[open], [role=dialog], [role=alertdialog]').filter({ visible: true })).toHaveCount(1);",
    ]);
  });

  it('is nothing where it is as it was', () => {
    expect(expectPage(page, page)).toEqual([]);
  });
});
