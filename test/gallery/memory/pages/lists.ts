import type { MemoryPair } from '../memory-pair.js';

const row = (name: string, id = name, price = '$20', button = 'Buy') =>
  `<li><h3>${name}</h3><span>${price}</span> <button data-id="${id}">${button}</button></li>`;
const shop = (...rows: string[]) => `<html lang="en"><h1>Lamps</h1><ul>${rows.join('')}</ul>`;
const card = (name: string) =>
  `<div class="card"><b>${name}</b><div><button data-id="${name}">Buy</button></div></div>`;
const cards = (...names: string[]) => `<html lang="en"><h1>Lamps</h1>${names.map(card).join('')}`;
const table = (...rows: [string, string][]) =>
  `<html lang="en"><h1>Orders</h1><table><tr><th>Order<th>Day<th></tr>${rows
    .map(
      ([order, day]) =>
        `<tr><td>${order}<td>${day}<td><a href="#" data-id="${order}">Cancel</a></tr>`,
    )
    .join('')}</table>`;

const buyDesk = { prompt: 'Buy the desk lamp', did: [['click', '[data-id="Desk lamp"]']] } as const;

export const lists: MemoryPair[] = [
  {
    name: 'the list is as it was',
    ...buyDesk,
    before: shop(row('Desk lamp'), row('Floor lamp')),
    must: 'play',
    does: ['Desk lamp'],
  },
  {
    name: 'the list is in another order',
    ...buyDesk,
    before: shop(row('Desk lamp'), row('Floor lamp'), row('Wall lamp')),
    after: shop(row('Wall lamp'), row('Floor lamp'), row('Desk lamp')),
    must: 'play',
    does: ['Desk lamp'],
  },
  {
    name: 'the list has more in it, above and below',
    ...buyDesk,
    before: shop(row('Desk lamp'), row('Floor lamp')),
    after: shop(row('Lava lamp'), row('Desk lamp'), row('Floor lamp'), row('Night lamp')),
    must: 'play',
    does: ['Desk lamp'],
  },
  {
    name: 'the thing is not in the list any more',
    ...buyDesk,
    before: shop(row('Desk lamp'), row('Floor lamp')),
    after: shop(row('Floor lamp'), row('Wall lamp')),
    must: 'heal',
    does: [],
    why: /stands beside other things/,
  },
  {
    name: 'one other thing is left, with the only button',
    ...buyDesk,
    before: shop(row('Desk lamp'), row('Floor lamp')),
    after: shop(row('Floor lamp')),
    must: 'heal',
    does: [],
  },
  {
    name: 'the only thing of the list is another one',
    prompt: 'Delete milk from the list',
    before:
      '<html lang="en"><h1>Shopping</h1><ul><li>Milk <button data-id="milk">Delete</button></ul>',
    after:
      '<html lang="en"><h1>Shopping</h1><ul><li>Bread <button data-id="bread">Delete</button></ul>',
    did: [['click', 'button']],
    must: 'heal',
    does: [],
  },
  {
    name: 'the only thing, in a box that no tag tells, is another one',
    prompt: 'Delete milk from the list',
    before:
      '<html lang="en"><h1>Shopping</h1><div><div>Milk <button data-id="milk">Delete</button></div></div>',
    after:
      '<html lang="en"><h1>Shopping</h1><div><div>Bread <button data-id="bread">Delete</button></div></div>',
    did: [['click', 'button']],
    must: 'heal',
    does: [],
  },
  {
    name: 'cards that no tag tells have changed places',
    ...buyDesk,
    before: cards('Desk lamp', 'Floor lamp', 'Wall lamp'),
    after: cards('Floor lamp', 'Wall lamp', 'Desk lamp'),
    must: 'play',
    does: ['Desk lamp'],
  },
  {
    name: 'the thing is there twice',
    ...buyDesk,
    before: shop(row('Desk lamp'), row('Floor lamp')),
    after: shop(row('Desk lamp'), row('Floor lamp'), row('Desk lamp', 'Desk lamp again')),
    must: 'heal',
    does: [],
    why: /2 times/,
  },
  {
    name: 'the same labels twice, and nothing beside them',
    prompt: 'Press the second Go',
    before:
      '<html lang="en"><h1>Go</h1><button data-id="1">Go</button><button data-id="2">Go</button>',
    did: [['click', '[data-id="2"]']],
    must: 'ask',
    does: [],
  },
  {
    name: 'the price beside a button has gone up',
    ...buyDesk,
    before: shop(row('Desk lamp'), row('Floor lamp')),
    after: shop(row('Desk lamp', 'Desk lamp', '$2000'), row('Floor lamp')),
    must: 'heal',
    does: [],
  },
  {
    name: 'the price beside a link has changed',
    prompt: 'Open the desk lamp',
    before: shop(
      '<li><a href="#d" data-id="desk">Desk lamp</a> $20</li>',
      '<li><a href="#f" data-id="floor">Floor lamp</a> $30</li>',
    ),
    after: shop(
      '<li><a href="#f" data-id="floor">Floor lamp</a> $32</li>',
      '<li><a href="#d" data-id="desk">Desk lamp</a> $18</li>',
    ),
    did: [['click', '[data-id="desk"]']],
    must: 'play',
    does: ['desk'],
  },
  {
    name: 'how many are left has changed',
    ...buyDesk,
    before: shop(row('Desk lamp', 'Desk lamp', '12 left'), row('Floor lamp')),
    after: shop(row('Floor lamp'), row('Desk lamp', 'Desk lamp', '7 left')),
    must: 'play',
    does: ['Desk lamp'],
  },
  {
    name: 'the number of the order is another one',
    prompt: 'Cancel order 1041',
    before: table(['1041', 'May 5'], ['1042', 'May 6']),
    after: table(['1042', 'May 6'], ['1043', 'May 7']),
    did: [['click', '[data-id="1041"]']],
    must: 'heal',
    does: [],
  },
  {
    name: 'the order has moved down',
    prompt: 'Cancel order 1041',
    before: table(['1041', 'May 5'], ['1042', 'May 6']),
    after: table(['1043', 'May 7'], ['1042', 'May 6'], ['1041', 'May 5']),
    did: [['click', '[data-id="1041"]']],
    must: 'play',
    does: ['1041'],
  },
  {
    name: 'the same order is for another day',
    prompt: 'Cancel order 1041',
    before: table(['1041', 'May 5'], ['1042', 'May 6']),
    after: table(['1041', 'June 9'], ['1042', 'May 6']),
    did: [['click', '[data-id="1041"]']],
    must: 'heal',
    does: [],
  },
  {
    name: 'the prompt says “cheapest”, and the agent chose',
    prompt: 'Buy the cheapest lamp',
    before: shop(row('Desk lamp', 'desk', '$20'), row('Floor lamp', 'floor', '$90')),
    after: shop(row('Desk lamp', 'desk', '$20'), row('Floor lamp', 'floor', '$9')),
    did: [['click', '[data-id="desk"]']],
    must: 'ask',
    does: [],
    why: /chosen among others/,
  },
  {
    name: 'the prompt says “first”, and the first is another one',
    prompt: 'Open the first article',
    before:
      '<html lang="en"><h1>News</h1><ul><li><a href="#a" data-id="a">Rain in Rome</a><li><a href="#b" data-id="b">Snow in Oslo</a></ul>',
    after:
      '<html lang="en"><h1>News</h1><ul><li><a href="#b" data-id="b">Snow in Oslo</a><li><a href="#a" data-id="a">Rain in Rome</a></ul>',
    did: [['click', '[data-id="a"]']],
    must: 'ask',
    does: [],
  },
  {
    name: 'a virtual list does not hold the row any more',
    ...buyDesk,
    before: shop(row('Desk lamp'), row('Floor lamp')),
    after: `<html lang="en"><h1>Lamps</h1><div style="height:200px;overflow:auto"><div style="height:9000px"><ul>${row('Lamp 1')}${row('Lamp 2')}</ul></div></div>`,
    must: 'heal',
    does: [],
  },
  {
    name: 'the row is far down, in a box of its own that scrolls',
    ...buyDesk,
    before: shop(row('Desk lamp'), row('Floor lamp')),
    after: `<html lang="en"><h1>Lamps</h1><div style="height:200px;overflow:auto"><div style="height:3000px"></div><ul>${row('Floor lamp')}${row('Desk lamp')}</ul></div>`,
    must: 'play',
    does: ['Desk lamp'],
  },
  {
    name: 'the prompt says “cheapest”, and a word of the row besides',
    prompt: 'Buy the cheapest lamp',
    before: shop(row('Lamp', 'desk', '$20'), row('Lamp', 'floor', '$90')),
    after: shop(row('Lamp', 'desk', '$20'), row('Lamp', 'floor', '$9')),
    did: [['click', '[data-id="desk"]']],
    must: 'ask',
    does: [],
  },
  {
    name: 'links that only their place tells are chosen anew',
    prompt: 'Open the newest message',
    before:
      '<html lang="en"><h1>Mail</h1><div><a href="#1" data-id="1">Hello</a><a href="#2" data-id="2">Invoice</a><a href="#3" data-id="3">Ads</a></div>',
    after:
      '<html lang="en"><h1>Mail</h1><div><a href="#4" data-id="4">New</a><a href="#1" data-id="1">Hello</a><a href="#2" data-id="2">Invoice</a></div>',
    did: [['click', '[data-id="1"]']],
    must: 'ask',
    does: [],
  },
];
