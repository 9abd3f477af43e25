import type { MemoryPair } from '../memory-pair.js';

const page = (body: string) => `<html lang="en"><h1>Basket</h1>${body}`;
const button = (then: string) =>
  `<button data-id="order" onclick="${then}">Order</button><p id="say"></p>`;
const say = (text: string) => `document.getElementById('say').textContent='${text}'`;
const order = { prompt: 'Order', did: [['click', '[data-id=order]']] } as const;

const SEARCH = page(
  `<form onsubmit="document.getElementById('say').innerHTML='The best '+this.q.value;return false"><input name="q" placeholder="Search" data-id="q"></form><p id="say"></p>`,
);

export const ends: MemoryPair[] = [
  {
    name: 'the page says at the end what it said',
    ...order,
    before: page(button(say('Thank you for your order'))),
    must: 'play',
    does: ['order'],
  },
  {
    name: 'the page says at the end that it failed',
    ...order,
    before: page(button(say('Thank you for your order'))),
    after: page(button(say('Your card was declined'))),
    must: 'heal',
    does: ['order'],
    why: /the end: the page does not say “Thank you for your order”/,
  },
  {
    name: 'nothing comes of it any more',
    ...order,
    before: page(button(say('Thank you for your order'))),
    after: page(button('0')),
    must: 'heal',
    does: ['order'],
  },
  {
    name: 'the way ends on another page',
    ...order,
    before: page('<a href="SELF/done" data-id="order">Order</a>'),
    after: page('<a href="SELF/sorry" data-id="order">Order</a>'),
    parts: { done: '<html lang="en"><h1>Done</h1>', sorry: '<html lang="en"><h1>Done</h1>' },
    must: 'heal',
    does: ['order'],
    why: /the end: the page is .*sorry/,
  },
  {
    name: 'a page in between asks for more',
    prompt: 'Order, then confirm',
    before: page('<a href="SELF/sure" data-id="order">Order</a>'),
    parts: { sure: '<html lang="en"><h1>Sure?</h1><button data-id="confirm">Confirm</button>' },
    partsAfter: {
      sure: '<html lang="en"><h1>Your address</h1><button data-id="confirm">Confirm</button>',
    },
    did: [
      ['click', '[data-id=order]'],
      ['click', '[data-id=confirm]'],
    ],
    must: 'heal',
    does: ['order'],
    why: /step 2, the button “Confirm”/,
  },
  {
    name: 'the way is played, and the model asked for the answer alone',
    prompt: 'Order and say the number',
    before: page('<a href="SELF/done" data-id="order">Order</a>'),
    parts: { done: '<html lang="en"><h1>Done</h1><p>Number 17' },
    did: [['click', '[data-id=order]']],
    answered: '17',
    must: 'ask',
    does: ['order'],
  },
  {
    name: 'the page has scrolled as it did',
    prompt: 'Scroll down and order',
    before: page(`<div style="height:900px">long</div>${button(say('Thank you'))}`),
    did: [
      ['scroll', 'down'],
      ['click', '[data-id=order]'],
    ],
    must: 'play',
    does: ['order'],
  },
  {
    name: 'with another value another thing is found',
    prompt: 'Search for {{what}}',
    variables: { what: 'lamp' },
    variablesNow: { what: 'chair' },
    before: SEARCH,
    did: [['enter', 'input', 'lamp']],
    must: 'play',
    does: ['q=chair'],
  },
  {
    name: 'with another value nothing is found, nor said',
    prompt: 'Search for {{what}}',
    variables: { what: 'lamp' },
    variablesNow: { what: 'chair' },
    before: SEARCH,
    after: SEARCH.replace('innerHTML', 'title'),
    did: [['enter', 'input', 'lamp']],
    must: 'heal',
    does: ['q=chair'],
    why: /nothing came up/,
  },
];
