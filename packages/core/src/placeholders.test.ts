import { describe, expect, test } from 'vitest';
import { fillPlaceholders, isPlaceholderName, placeholdersIn } from './placeholders.js';

describe('a name in double braces', () => {
  test.each([
    ['Sign in as {{user}} with {{ password }}.', ['user', 'password']],
    ['{{a}}{{a-b_9}}', ['a', 'a-b_9']],
    ['{{{a}}}', ['a']],
    ['{{9}} {{}} {{ }} {{a b}} {a} {{a} }} {{é}} {{a\n}}', []],
    [`{{${'a'.repeat(64)}}}`, ['a'.repeat(64)]],
    [`{{${'a'.repeat(65)}}}`, []],
  ])('is found where it is one: %s', (text, names) => {
    expect(placeholdersIn(text).map(({ name }) => name)).toEqual(names);
  });

  test('is told with its braces', () => {
    const text = 'as {{ user }}!';
    const [found] = placeholdersIn(text);
    expect(text.slice(found?.start, found?.end)).toBe('{{ user }}');
  });

  test('gives way to its value, and stays where there is none; values are not looked through again', () => {
    const values = new Map([
      ['a', '{{b}} $& $1'],
      ['b', 'B'],
    ]);
    expect(fillPlaceholders('{{a}}, {{ b }}, {{c}}', (name) => values.get(name))).toBe(
      '{{b}} $& $1, B, {{c}}',
    );
  });

  test('may be what a prompt can have', () => {
    expect(['password', '_a', 'A-9'].every(isPlaceholderName)).toBe(true);
    expect(['', '9a', '-a', 'a b', 'a.b', 'é'].some(isPlaceholderName)).toBe(false);
  });
});
