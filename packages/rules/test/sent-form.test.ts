import { describe, expect, test } from 'vitest';
import { rulesModel } from '../src/index.js';
import type { ModelCallResult, ModelObservation } from '../src/model.js';
import { capture, stepOn, today } from './snippet.js';

/** What the model does on one page after the other, without thinking aloud and observing. */
function acting(
  prompt: string,
  pages: readonly (string | ModelObservation)[],
  results: ModelCallResult[] = [],
) {
  const model = rulesModel({ now: () => today });
  const memory = {};
  return pages.map((page) => {
    const observation = typeof page === 'string' ? capture(page) : page;
    const calls = model.step(stepOn(observation, prompt, { memory, callResults: results }));
    const call = calls.find(
      (one) => !['think', 'waitForPageToSettle', 'takeObservation'].includes(one.name),
    );
    const [value] = Array.isArray(call?.input) ? call.input : [''];
    return ['return', 'throw'].includes(call?.name ?? '')
      ? `${call?.name}: ${value ?? ''}`
      : call?.name;
  });
}

const form = (fields: string, rest = '') =>
  `<form>${fields}<button>Register</button></form>${rest}`;
const name = (value: string) =>
  `<label for="n">Name</label><input id="n" value="${value}" required>`;
const email = (value: string, more = 'required') =>
  `<label for="e">Email</label><input id="e" type="email" value="${value}" ${more}>`;

describe('a form that is there still after it was sent off', () => {
  test('with a required field empty is a failure that names the field', () => {
    const page = form(name('Ada') + email(''));
    expect(acting('Click Register', [page, page])).toEqual([
      'agentClick',
      'throw: The form is still there after it was sent off: “Email” is required and empty.',
    ]);
    expect(acting('Submit the form', [page, page])[1]).toContain('“Email” is required and empty');
  });

  test.each([
    ['an address that is none', email('ada', ''), '“Email” is no e-mail address'],
    [
      'a box not ticked',
      '<label><input type="checkbox" required>Terms</label>',
      '“Terms” is required and not ticked',
    ],
    [
      'nothing chosen',
      '<label for="c">Cabin</label><select id="c" required><option value="" selected>Choose</option><option value="a">A</option></select>',
      '“Cabin” is required and empty',
    ],
    [
      'a number too large',
      '<label for="q">Seats</label><input id="q" type="number" max="9" value="12">',
      '“Seats” is more than 9',
    ],
    [
      'a text area empty',
      '<label for="t">Bio</label><textarea id="t" required></textarea>',
      '“Bio” is required and empty',
    ],
    ['a field that says so', email('', 'aria-required="true"'), '“Email” is required and empty'],
  ])('with %s likewise', (_what, field, said) => {
    const page = form(name('Ada') + field);
    expect(acting('Click Register', [page, page])[1]).toContain(said);
  });

  test('that marks a field as not valid is a failure with what the page says', () => {
    const before = form(name('Ada') + email('a@b', ''));
    const after = form(
      name('Ada') + email('a@b', 'aria-invalid="true"'),
      '<p>Please use your work address</p>',
    );
    expect(acting('Click Register', [before, after])[1]).toBe(
      'throw: The form is still there after it was sent off: “Email” is marked as not valid. The page says: Please use your work address',
    );
  });

  test.each([
    ['everything is filled', form(name('Ada') + email('a@b')), form(name('Ada') + email('a@b'))],
    [
      'it was emptied because it was taken',
      form(name('Ada') + email('a@b')),
      form(name('') + email('')),
    ],
    [
      'the page says that something came of it',
      form(name('Ada') + email('')),
      form(name('Ada') + email(''), '<p>Welcome, Ada</p>'),
    ],
    ['it is gone', form(name('Ada') + email('')), '<h1>Welcome</h1>'],
    ['another form came', form(name('Ada') + email('')), form(name(''))],
    [
      'its password is kept from the capture',
      form('<label>Password<input type="password" required></label>'),
      form('<label>Password<input type="password" required></label>'),
    ],
    [
      'the empty field may not be filled',
      form(email('', 'required disabled')),
      form(email('', 'required disabled')),
    ],
  ])('is no failure where %s', (_what, before, after) => {
    expect(acting('Click Register', [before, after])).toEqual(['agentClick', 'return: ']);
  });

  test('is no failure after a button that only opens or adds something', () => {
    const page = `<form>${email('')}<button>Add a row</button><button>Register</button></form>`;
    expect(acting('Click Add a row', [page, page])).toEqual(['agentClick', 'return: ']);
  });

  test('is no failure where what it complains of is asked for', () => {
    const page = form(email(''), '<p>Error: an address is needed</p>');
    expect(acting('Click Register and return the error', [page, page])[1]).toMatch(/^return/);
  });

  test('after Enter in one of its fields likewise', () => {
    const page = form(name('Ada') + email(''));
    expect(acting('Type Ada into Name and press enter', [page, page])).toEqual([
      'agentType',
      expect.stringContaining('“Email” is required and empty'),
    ]);
  });
});

describe('what the browser refuses', () => {
  const refused = [{ text: 'AgentRedirectError: Nothing here can be scrolled down.' }];

  test('is not asked for again and again: a page that cannot be scrolled', () => {
    expect(acting('Scroll down', ['<p>Short</p>', '<p>Short</p>'], refused)).toEqual([
      'agentScroll',
      'throw: “Scroll down” cannot be done. The browser said: Nothing here can be scrolled down.',
    ]);
  });

  test('is no end of a page that has not been reached', () => {
    const long = { ...capture('<p>Long</p>') };
    long.browserDimensions = { ...long.browserDimensions, scrollHeight: 5_000 };
    expect(acting('Scroll to the bottom', [long, long], refused)[1]).toMatch(
      /^throw: The page cannot be/,
    );
  });
});
