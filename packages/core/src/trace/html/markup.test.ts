import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, Markup, scriptJson } from './markup.js';

describe('html', () => {
  it('escapes whatever fills a hole, in text and in attributes', () => {
    const evil = `"><img src=x onerror='alert(1)'>&\``;
    expect(html`<p title="${evil}">${evil}</p>`.toString()).toBe(
      '<p title="&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;&#96;">' +
        '&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;&#96;</p>',
    );
  });

  it('lets markup in as it is, joins lists, and writes nothing for undefined and false', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${items}</ul>${undefined}${false}${0}`.toString()).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul>0',
    );
  });

  it('does not take a look-alike for markup', () => {
    const forged = { toString: () => '<script>' } as unknown as Markup;
    expect(() => html`${forged}`.toString()).toThrow();
    expect(Markup.trusted('<i>').toString()).toBe('<i>');
  });
});

describe('scriptJson', () => {
  it('cannot end its script element or break its lines, and says the same', () => {
    const value = { text: '</script><!--<script>&\u2028\u2029' };
    const text = scriptJson(value).toString();
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual(value);
  });

  it('says the same for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = scriptJson(value).toString();
        return !/[<>]/.test(text) && JSON.stringify(JSON.parse(text)) === JSON.stringify(value);
      }),
    );
  });
});
