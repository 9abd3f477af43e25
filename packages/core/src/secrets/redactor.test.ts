import { describe, expect, test } from 'vitest';
import { Redactor } from './redactor.js';

function knowing(values: Record<string, string>): Redactor {
  const redactor = new Redactor();
  for (const [name, value] of Object.entries(values)) redactor.learn(name, value);
  return redactor;
}

describe('a text', () => {
  test.each([
    ['as it is', 'hunter2!A', 'I am hunter2!A.', 'I am {{it}}.'],
    ['in capitals or not', 'hunter2!A', 'HUNTER2!a', '{{it}}'],
    ['more than once', 'hunter2!A', 'hunter2!Ahunter2!A', '{{it}}{{it}}'],
    ['with white space collapsed', 'a\n  long text', 'A long text', '{{it}}'],
    ['in HTML', '<a href="x">&', '&lt;a href=&quot;x&quot;&gt;&amp;', '{{it}}'],
    ['in HTML with quotes as they are', '<a href="x">&', '&lt;a href="x"&gt;&amp;', '{{it}}'],
    ['in JSON', 'a "b"\n\\c', JSON.stringify('a "b"\n\\c'), '"{{it}}"'],
    [
      'in JSON in JSON',
      'a "b"\n\\c',
      JSON.stringify(JSON.stringify('a "b"\n\\c')),
      '"\\"{{it}}\\""',
    ],
    ['in a query', 'p&ss wörd/1', `?q=${encodeURIComponent('p&ss wörd/1')}&a`, '?q={{it}}&a'],
    ['in a form', "p&ss wörd'1", new URLSearchParams({ q: "p&ss wörd'1" }).toString(), 'q={{it}}'],
    ['in a path', 'p ss wörd/1', encodeURI('/p ss wörd/1'), '/{{it}}'],
    [
      'in a query as browsers escape it',
      'p|s {wörd}"1',
      '?q=p|s%20{w%C3%B6rd}%221&a',
      '?q={{it}}&a',
    ],
    ['in small hex digits', 'p/ss:wörd', '?q=p%2fss%3aw%c3%b6rd', '?q={{it}}'],
    ['in Latin-1', 'p/ss:wörd', '?q=p%2Fss%3Aw%F6rd', '?q={{it}}'],
    ['in a form of lines', 'one two\nthree', '?q=one+two%0D%0Athree', '?q={{it}}'],
    [
      'in an address in an address in a query',
      'p/ss wörd',
      `/in?to=${encodeURIComponent(`/a?to=${encodeURIComponent(`/b?q=${encodeURIComponent('p/ss wörd')}&x`)}`)}`,
      '/in?to=%2Fa%3Fto%3D%252Fb%253Fq%253D{{it}}%2526x',
    ],
    ['in JSON without tags', "<a & 'b'>", '"\\u003ca \\u0026 \\u0027b\\u0027\\u003e"', '"{{it}}"'],
    [
      'with signs that mean something to patterns',
      'a.*+?^$}{()|[]\\',
      'x a.*+?^$}{()|[]\\',
      'x {{it}}',
    ],
    ['beside letters that change their length', 'hunter2!A', 'İ hunter2!A', 'İ {{it}}'],
    ['with half of a pair of units', 'hunter2\ud800', 'x hunter2\ud800', 'x {{it}}'],
  ])('has the name of a value in its place: %s', (_how, value, text, shown) => {
    expect(knowing({ it: value }).text(text)).toBe(shown);
  });

  test.each(['100%', '%', '%%%zz%4', '%e2%82', 'a%41b', '%F0%9F%98%80'])(
    'without a value in it stays as it is, whatever it escapes: %s',
    (text) => {
      expect(knowing({ it: 'hunter2!A' }).text(text)).toBe(text);
      expect(knowing({ it: 'hunter2!A' }).text(`${text} hunter2!A`)).toBe(`${text} {{it}}`);
    },
  );

  test.each([
    ['of less than 4 characters is not looked for', '123', '123', '123'],
    [
      'of less than 8 is looked for as a word',
      '1234',
      '1234, 12345 and "1234"',
      '{{it}}, 12345 and "{{it}}"',
    ],
    [
      'is not a number of the capture',
      '1234',
      '<p nova-act-id="1234">1234',
      '<p nova-act-id="1234">{{it}}',
    ],
    ['of 8 is looked for anywhere', '12345678', 'x123456789', 'x{{it}}9'],
  ])('a value %s', (_what, value, text, shown) => {
    expect(knowing({ it: value }).text(text)).toBe(shown);
  });

  test('keeps the names that stand in it, though one is a value', () => {
    const redactor = knowing({ password: 'password', user: 'somebody' });
    expect(redactor.text('somebody: {{password}}, password')).toBe(
      '{{user}}: {{password}}, {{password}}',
    );
  });

  test('has the longer one where two begin at one place', () => {
    expect(knowing({ a: 'abcdefgh', b: 'abcdefghij' }).text('abcdefghijk abcdefgh')).toBe(
      '{{b}}k {{a}}',
    );
  });

  test('knows the last hundred values of one that changes', () => {
    const redactor = new Redactor();
    for (let code = 0; code < 150; code++) redactor.learn('code', `code-${1000 + code}`);
    expect(redactor.text('code-1149 code-1050 code-1049')).toBe('{{code}} {{code}} code-1049');
  });

  test('of megabytes is gone through at once', () => {
    const redactor = knowing(
      Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`n${at}`, `value-of-${at}-x`])),
    );
    const text = `${'lorem ipsum value '.repeat(200_000)}value-of-7-x`;
    expect(redactor.text(text).endsWith('value {{n7}}')).toBe(true);
  });

  test('is looked for in pages in small letters, with its white space collapsed', () => {
    expect(knowing({ a: 'Ab\n C d', pin: '12', x: 'Hunter2-Hunter2' }).hiddenTexts).toEqual([
      { text: 'ab c d', asWord: true },
      { text: 'hunter2-hunter2', asWord: false },
    ]);
  });
});
