import { describe, expect, test } from 'vitest';
import type { Target } from '../file/cassette-format.js';
import { pageOf } from '../snapshot.case.js';
import { describeElement } from './describe-element.js';
import { elementUnder } from './element-under.js';
import { findAgain } from './find-again.js';

/** What stands at a point of a page, described. */
function targetAt(html: string, x: number, y: number): Target {
  const page = pageOf(html);
  const under = elementUnder(page, { left: x - 5, top: y - 5, right: x + 5, bottom: y + 5 });
  if (!under || under === 'page') throw new Error(`Nothing at ${x},${y}`);
  return describeElement(page, under);
}

/** The nova-act-id of the element found on another page, or what it says instead. */
function again(html: string, target: Target): string {
  const found = findAgain(pageOf(html), target);
  return 'element' in found
    ? (found.element.attribs['mark'] ?? found.element.name)
    : Object.keys(found).join();
}

const shop = `<body box="0,0,1600,813"><h1 box="0,0,400,40">Lamps</h1>
  <ul><li box="0,50,800,40"><span box="0,50,200,40">Desk lamp</span><button box="300,50,80,40">Buy</button></li>
  <li box="0,100,800,40"><span box="0,100,200,40">Floor lamp</span><button box="300,100,80,40">Buy</button></li></ul>
  <form><label for="mail" box="0,200,100,30">E-mail</label><input id="mail" name="mail" type="email" box="120,200,300,30">
  <button type="submit" box="0,240,100,30">Send</button></form></body>`;

describe('a target is found again', () => {
  test.each<[title: string, at: [number, number], page: string]>([
    [
      'where the layout has moved',
      [50, 255],
      `<body box="0,0,1600,813"><button mark="yes" box="900,20,100,30">Send</button><button mark="no" box="0,240,100,30">Clear</button></body>`,
    ],
    [
      'by the text of its row, when rows have changed places',
      [340, 70],
      `<body box="0,0,1600,813"><ul><li box="0,50,800,40"><span box="0,50,200,40">Floor lamp</span><button mark="no" box="300,50,80,40">Buy</button></li>
       <li box="0,100,800,40"><span box="0,100,200,40">Desk lamp</span><button mark="yes" box="300,100,80,40">Buy</button></li></ul></body>`,
    ],
    [
      'as a field by its label, when its id is another',
      [200, 215],
      `<body box="0,0,1600,813"><button mark="no" box="5,5,50,20">E-mail</button><label for="x9" box="0,300,100,30">E-mail</label><input mark="yes" id="x9" box="0,330,300,30"></body>`,
    ],
    [
      'as a field by its id, when its label is another',
      [200, 215],
      `<body box="0,0,1600,813"><label for="mail" box="0,300,100,30">Where do we write to</label><input mark="yes" id="mail" name="mail" type="email" box="0,330,300,30">
       <label for="q" box="0,400,100,30">Search</label><input mark="no" id="q" type="search" box="0,430,300,30"></body>`,
    ],
    [
      'as a link that was a button',
      [50, 255],
      `<body box="0,0,1600,813"><a mark="yes" href="/send" box="0,10,100,30">Send</a><p box="0,50,500,30">Send us a lamp and we mend it</p></body>`,
    ],
    [
      'by its label, when it is hidden behind it',
      [50, 255],
      `<body box="0,0,1600,813"><label mark="yes" box="0,100,80,40">Send</label></body>`,
    ],
    [
      'where the page has wrapped itself into elements of its own',
      [50, 255],
      `<body box="0,0,1600,813"><x-app box="0,0,1600,813"><button mark="yes" box="900,20,100,30">Send</button></x-app></body>`,
    ],
    [
      'with another count in its name',
      [50, 255],
      `<body box="0,0,1600,813"><button mark="yes" box="300,100,80,40">Send (2)</button></body>`,
    ],
  ])('%s', (_title, [x, y], page) => {
    expect(again(page, targetAt(shop, x, y))).toBe('yes');
  });

  test('by the text of its card, whatever cards are made of', () => {
    const cards = (names: string[], wrap: (inner: string) => string) =>
      `<body box="0,0,1600,813">${names.map((name, at) => wrap(`<span box="0,${at * 50},80,40">${name}</span><button mark="${name}" box="90,${at * 50},80,40">Buy</button>`)).join('')}</body>`;
    const lamps = ['Desk lamp', 'Floor lamp', 'Wall lamp'];
    const floor = targetAt(
      cards(lamps, (inner) => `<div box="0,0,1,1">${inner}</div>`),
      130,
      70,
    );
    expect(floor.near).toBe('Floor lamp Buy');
    const others = ['Wall lamp', 'Ceiling lamp', 'Desk lamp', 'Floor lamp'];
    const wrap = (inner: string) =>
      `<section><div><p>In stock</p><div>${inner}</div></div></section>`;
    expect(again(cards(others, wrap), floor)).toBe('Floor lamp');
  });

  test('by its place among those that nothing else tells apart', () => {
    const plain = (marks: string[]) =>
      `<body box="0,0,1600,813">${marks.map((mark, at) => `<button mark="${mark}" box="0,${at * 50},80,40">Buy</button>`).join('')}</body>`;
    const second = targetAt(plain(['', '', '']), 40, 70);
    expect(again(plain(['no', 'yes', 'no']), second)).toBe('yes');
    expect(again(plain(['a', 'b', 'c', 'd']), second)).toBe('ambiguous');
  });
});

describe('another thing is not taken for the target', () => {
  test.each<[title: string, at: [number, number], page: string]>([
    ['on an empty page', [50, 255], '<body box="0,0,1600,813"></body>'],
    [
      'when only the role is the same',
      [50, 255],
      '<body box="0,0,1600,813"><button type="submit" box="0,240,100,30">Delete all</button></body>',
    ],
    [
      'when its name is but the beginning of another',
      [50, 255],
      '<body box="0,0,1600,813"><button box="0,240,100,30">Send and delete everything</button></body>',
    ],
    [
      'when a field is asked for and only a button has the name',
      [200, 215],
      '<body box="0,0,1600,813"><button box="0,240,100,30">E-mail</button></body>',
    ],
    [
      'when it is there without a size',
      [50, 255],
      '<body box="0,0,1600,813"><button box="0,240,0,0">Send</button></body>',
    ],
  ])('%s', (_title, [x, y], page) => {
    expect(again(page, targetAt(shop, x, y))).toBe('nearMisses');
  });

  const group = (options: string) =>
    `<body box="0,0,1600,813"><fieldset box="0,0,400,90"><legend box="0,0,90,20">Colour</legend>${options}</fieldset></body>`;
  const radio = (name: string, y: number) =>
    `<label box="0,${y},90,20"><input type="radio" name="colour" box="0,${y},20,20">${name}</label>`;
  const card = (name: string, y: number) =>
    `<section box="0,${y},400,90"><h3 box="0,${y},90,20">${name}</h3><a href="/${name}" box="0,${y + 30},90,20">Reserve</a></section>`;

  test.each<[title: string, at: [number, number], before: string, after: string]>([
    [
      'when another radio button of its group is left',
      [10, 40],
      group(radio('Blue', 30) + radio('Green', 60)),
      group(radio('Green', 30)),
    ],
    [
      'when others of its name stand elsewhere',
      [10, 40],
      `<body box="0,0,1600,813">${card('Kindred', 0)}${card('Dawn', 200)}</body>`,
      `<body box="0,0,1600,813">${card('Dawn', 0)}</body>`,
    ],
    [
      'when a text has the name of a button',
      [50, 255],
      shop,
      '<body box="0,0,1600,813"><p box="0,240,100,30">Send</p></body>',
    ],
    [
      'when a neighbour shares what else it is called',
      [10, 40],
      '<body box="0,0,1600,813"><button aria-label="Delete milk" box="0,30,20,20">×</button></body>',
      '<body box="0,0,1600,813"><button aria-label="Delete bread" box="0,30,20,20">×</button></body>',
    ],
    ['when the row of it is another', [340, 70], shop, shop.replace(/<li box="0,50.*?<\/li>/s, '')],
    [
      'when the words beside it are others',
      [140, 10],
      '<body box="0,0,1600,813"><div box="0,0,400,30">Milk <button box="100,0,80,20">Delete</button></div></body>',
      '<body box="0,0,1600,813"><div box="0,0,400,30">Bread <button box="100,0,80,20">Delete</button></div></body>',
    ],
    [
      'when the dialog it is in asks something else',
      [140, 10],
      '<body box="0,0,1600,813"><dialog aria-label="Keep the draft?" box="0,0,400,30"><button box="100,0,80,20">Yes</button></dialog></body>',
      '<body box="0,0,1600,813"><dialog aria-label="Delete the draft?" box="0,0,400,30"><button box="100,0,80,20">Yes</button></dialog></body>',
    ],
    [
      'when the frame it is in is another',
      [140, 10],
      '<body box="0,0,1600,813"><iframe title="Payment" box="0,0,400,300"><body box="0,0,400,300"><button box="100,0,80,20">Pay</button></body></iframe></body>',
      '<body box="0,0,1600,813"><iframe title="Advertisement" box="0,0,400,300"><body box="0,0,400,300"><button box="100,0,80,20">Pay</button></body></iframe></body>',
    ],
    [
      'when it was on the page, and one is in a frame',
      [140, 10],
      '<body box="0,0,1600,813"><button box="100,0,80,20">Pay</button></body>',
      '<body box="0,0,1600,813"><iframe title="Advertisement" box="0,0,400,300"><body box="0,0,400,300"><button box="100,0,80,20">Pay</button></body></iframe></body>',
    ],
    [
      'when the page has another title, and nothing else to tell',
      [140, 10],
      '<body title="Order 12" box="0,0,1600,813"><button box="100,0,80,20">Confirm</button></body>',
      '<body title="Delete account" box="0,0,1600,813"><button box="100,0,80,20">Confirm</button></body>',
    ],
    [
      'when a field takes another kind of value',
      [140, 10],
      '<body box="0,0,1600,813"><input aria-label="Amount" box="100,0,80,20"></body>',
      '<body box="0,0,1600,813"><input aria-label="Amount" type="email" box="100,0,80,20"></body>',
    ],
  ])('%s', (_title, [x, y], before, after) => {
    expect(again(after, targetAt(before, x, y))).toBe('nearMisses');
  });

  test('and what comes nearest is told', () => {
    const page = pageOf(
      '<body box="0,0,1600,813"><button box="0,0,100,30">Send later</button><a href="/" box="0,50,100,30">Home</a></body>',
    );
    expect(findAgain(page, targetAt(shop, 50, 255))).toMatchObject({
      nearMisses: [{ role: 'button', name: 'Send later' }],
    });
  });
});
