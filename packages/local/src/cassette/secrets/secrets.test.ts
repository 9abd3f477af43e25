import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { fillText, matchTask } from './fill-secrets.js';
import { SecretBook } from './secret-book.js';

describe('hiding secrets', () => {
  test.each<[title: string, secrets: string[], text: string, clean: string]>([
    [
      'a password in a sentence',
      ['hunter2!'],
      'Log in with hunter2!, then go',
      'Log in with {{secret:1}}, then go',
    ],
    ['a short one as a whole word only', ['cat'], 'cat, concatenate', '{{secret:1}}, concatenate'],
    ['a tiny one only where it is the whole text', ['7'], 'room 7', 'room 7'],
    ['a tiny one that is the whole text', ['7'], '7', '{{secret:1}}'],
    ['one that contains another', ['pass-word', 'pass-word-2'], 'pass-word-2', '{{secret:2}}'],
    [
      'as JSON writes it',
      ['say "friend"'],
      String.raw`{"a":"say \"friend\""}`,
      '{"a":"{{secret:1}}"}',
    ],
    [
      'as a URL writes it',
      ['a b&c d e'],
      'https://a.test/?q=a%20b%26c%20d%20e',
      'https://a.test/?q={{secret:1}}',
    ],
    ['with regular expression signs', ['a.c'], 'abc a.c', 'abc {{secret:1}}'],
    [
      'never inside of a placeholder',
      ['secret', 'another-one'],
      'secret another-one',
      '{{secret:1}} {{secret:2}}',
    ],
    [
      'the user and password of a URL',
      [],
      'at https://me:pw@a.test/x',
      'at https://{{secret:1}}@a.test/x',
    ],
    [
      'what signs a URL',
      [],
      'https://a.test/f?X-Amz-Signature=abc&w=1&token=xyz#access_token=q',
      'https://a.test/f?X-Amz-Signature={{secret:1}}&w=1&token={{secret:2}}#access_token={{secret:3}}',
    ],
    [
      'an access key id by its looks',
      [],
      'https://a.test/?who=AKIAIOSFODNN7EXAMPLE',
      'https://a.test/?who={{secret:1}}',
    ],
    [
      'nothing in an ordinary URL',
      [],
      'https://a.test/?code=BOS&page=2&key=a',
      'https://a.test/?code=BOS&page=2&key=a',
    ],
  ])('hides %s', (_title, secrets, text, clean) => {
    expect(new SecretBook(secrets).hide(text)).toBe(clean);
  });

  test('gives one secret one placeholder', () => {
    const book = new SecretBook();
    expect(book.add('swordfish')).toBe(book.add('swordfish'));
    expect(book.hide('https://a.test/?sig=swordfish and swordfish')).toBe(
      'https://a.test/?sig={{secret:1}} and {{secret:1}}',
    );
  });

  test('shows no secret when it is looked at', () => {
    const book = new SecretBook(['swordfish']);
    expect(inspect(book, { depth: 9, showHidden: true }) + JSON.stringify(book)).not.toContain(
      'swordfish',
    );
  });
});

describe('matching a task with hidden secrets', () => {
  test.each<
    [title: string, recorded: string, task: string, secrets: [string, string][] | undefined]
  >([
    ['itself', 'Buy a lamp', 'Buy a lamp', []],
    ['whatever the white space', 'Buy  a\nlamp', ' Buy a lamp ', []],
    ['not another', 'Buy a lamp', 'Buy a lamp now', undefined],
    ['with signs of regular expressions', 'Is 2+2 (really) 4?', 'Is 2+2 (really) 4?', []],
    [
      'with its secret',
      'Log in as me / {{secret:1}}',
      'Log in as me / pa$$ word',
      [['{{secret:1}}', 'pa$$ word']],
    ],
    [
      'with two',
      'From {{secret:2}} to {{secret:1}}.',
      'From Rome to Oslo.',
      [
        ['{{secret:2}}', 'Rome'],
        ['{{secret:1}}', 'Oslo'],
      ],
    ],
    [
      'with the same twice',
      '{{secret:1}}1 and {{secret:1}}1',
      'a1 and a1',
      [['{{secret:1}}', 'a']],
    ],
    ['not with two that should be the same', '{{secret:1}} and {{secret:1}}', 'a and b', undefined],
    ['not with nothing in its place', 'PIN {{secret:1}}.', 'PIN .', undefined],
  ])('%s', (_title, recorded, task, secrets) => {
    expect(matchTask(recorded, task)).toEqual(secrets && new Map(secrets));
  });

  test('is done at once, however many secrets there are', () => {
    const recorded = Array.from({ length: 30 }, (_each, at) => `{{secret:${at + 1}}}`).join(' ');
    expect(matchTask(`${recorded}.`, 'word '.repeat(2000))).toBeUndefined();
    expect(matchTask(recorded, 'word '.repeat(2000))?.get('{{secret:2}}')).toBe('word');
  });

  test('fills what is known and tells what is not', () => {
    const missing: string[] = [];
    const filled = fillText(
      '{{secret:1}} {{secret:2}}',
      new Map([['{{secret:1}}', '$&']]),
      (name) => missing.push(name),
    );
    expect([filled, missing]).toEqual(['$& {{secret:2}}', ['{{secret:2}}']]);
  });
});
