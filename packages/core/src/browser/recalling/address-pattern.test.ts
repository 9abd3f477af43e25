import { describe, expect, test } from 'vitest';
import { addressPattern, isSameAddress } from './address-pattern.js';

describe('an address', () => {
  test.each([
    ['https://e.com/', 'https://e.com/'],
    ['https://e.com:8443/shop/desk-lamp', 'https://e.com:8443/shop/desk-lamp'],
    ['https://me:secret@e.com/a', 'https://e.com/a'],
    ['https://e.com/orders/104122/edit', 'https://e.com/orders/*/edit'],
    ['https://e.com/step2/v1', 'https://e.com/step2/v1'],
    ['https://e.com/2026-11-27', 'https://e.com/*'],
    ['https://e.com/u/9f8e7d6c-1234-4abc-8def-001122334455', 'https://e.com/u/*'],
    ['https://e.com/r/Zk3vQx81LmPq07aB', 'https://e.com/r/*'],
    ['https://e.com/f%C3%BCr', 'https://e.com/f%C3%BCr'],
    ['https://e.com/%E0%A4%A', 'https://e.com/*'],
    ['https://e.com/?page=cart&id=77&utm_source=x', 'https://e.com/?id=*&page=cart'],
    ['https://e.com/?token=eyJabc.def', 'https://e.com/?token=*'],
    ['https://e.com/a#top', 'https://e.com/a'],
    ['https://e.com/#/orders/104122?x=1', 'https://e.com/#/orders/*'],
    ['http://127.0.0.1:40123/gym', 'http://127.0.0.1:*/gym'],
    ['http://localhost/gym', 'http://localhost:*/gym'],
    ['about:blank', 'about:*'],
    ['data:text/html,secret', 'data:*'],
    ['', '*'],
  ])('%s is recorded as %s', (url, pattern) => {
    expect(addressPattern(url)).toBe(pattern);
  });

  test.each([
    ['https://e.com/?page=cart', 'https://e.com/?page=cart&lang=en', true],
    ['https://e.com/?page=cart', 'https://e.com/?page=login', false],
    ['https://e.com/?page=cart', 'https://e.com/', false],
    ['https://e.com/?id=*', 'https://e.com/', true],
    ['https://e.com/a', 'https://e.com/b', false],
    ['https://e.com/#/a', 'https://e.com/#/b', false],
    ['https://e.com/#/a', 'https://e.com/?x=*#/a', true],
  ])('%s and now %s: the same is %s', (before, after, same) => {
    expect(isSameAddress(before, after)).toBe(same);
  });
});
