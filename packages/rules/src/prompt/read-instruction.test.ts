import { describe, expect, it } from 'vitest';
import { readInstruction } from './read-instruction.js';

const kinds = (prompt: string) => readInstruction(prompt).map((one) => one.intent.kind);
const first = (prompt: string) => readInstruction(prompt)[0]?.intent;

describe('what an instruction asks for, in order', () => {
  it.each([
    [
      'Click A, type "b" into C and press enter. Then scroll down and wait 2 seconds',
      ['click', 'set', 'scroll', 'wait'],
    ],
    [
      'Find flights from Boston to Wolf on Feb 22nd, then return the cheapest',
      ['request', 'answer'],
    ],
    [
      '1. Open the Planets page\n2. Click Mars\n3. Return the number of moons',
      ['click', 'click', 'answer'],
    ],
    ['Search for tea and tell me the price of the first result', ['search', 'answer']],
    ['fill in the form with name Ada and age 36, then submit it', ['fill', 'submit']],
    ['Choose Express and place the order', ['set', 'do']],
    ['Please go to example.com, and then click on Next.', ['go-to-url', 'click']],
    ['tick Newsletter and Terms', ['tick', 'tick']],
    ['Return the name and list price of the book', ['answer']],
    ['How many moons does Mars have?', ['answer']],
    ['Wait until the results appear', ['wait-for']],
    ['Scroll down to the reviews', ['scroll-to']],
    ['Scroll to the bottom', ['scroll']],
    ['go back', ['go-back']],
  ])('%s', (prompt, expected) => {
    expect(kinds(prompt)).toEqual(expected);
  });

  it('keeps quotes in one piece, with their commas, stops and "and"s', () => {
    expect(first('Type "Hello, world. And then click Save" into Notes')).toMatchObject({
      kind: 'set',
      readings: [{ value: 'Hello, world. And then click Save', field: 'Notes' }, {}],
    });
    expect(kinds("Click 'Search and rescue' and wait 1 second")).toEqual(['click', 'wait']);
  });

  it('keeps dates and addresses in one piece', () => {
    expect(first('Find flights from Boston to Wolf on Feb 22, 2027')).toMatchObject({
      params: [
        { preposition: 'from', value: 'Boston' },
        { preposition: 'to', value: 'Wolf' },
        { preposition: 'on', value: 'Feb 22, 2027' },
      ],
    });
    expect(first('Go to https://example.org/a,b?c=d. Then click Next')).toEqual({
      kind: 'go-to-url',
      url: 'https://example.org/a,b?c=d',
    });
  });

  it('folds Enter into the typing before it', () => {
    expect(readInstruction('type tea into Search, then press the Enter key')).toHaveLength(1);
    expect(first('type tea into Search, then press the Enter key')).toMatchObject({
      kind: 'set',
      pressEnter: true,
    });
  });

  it('gives every way to part a value from its field, for the page to choose', () => {
    expect(first('Type 5 in stock in the note field')).toMatchObject({
      readings: [
        { value: '5 in stock', field: 'note' },
        { value: '5', field: 'stock in the note' },
        { value: '5 in stock in the note field' },
      ],
    });
  });

  it('makes "if …" a condition of what follows it only', () => {
    const planned = readInstruction('If a cookie banner appears, accept it, then click Next');
    expect(planned.map((one) => one.condition)).toEqual(['cookie banner', undefined]);
  });

  it('reads named buttons of the mouse', () => {
    expect(first('Double-click the row')).toMatchObject({ kind: 'click', button: 'left-double' });
    expect(first('right click on the file')).toMatchObject({ kind: 'click', button: 'right' });
    expect(first('hover over the menu')).toMatchObject({ kind: 'hover', target: 'menu' });
  });

  it("does not take a private-use character of the user's own for a quote", () => {
    expect(first('Click \ue000 Save')).toMatchObject({ kind: 'click', target: 'Save' });
  });
});
