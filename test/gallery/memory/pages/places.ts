import type { MemoryPair } from '../memory-pair.js';

const page = (body: string) => `<html lang="en"><h1>Trip</h1>${body}`;
const form =
  '<p>From <input placeholder="From" data-id="from"> <button data-id="search">Search</button></p>';
const frame = (name: string, src: string) =>
  `<iframe title="${name}" src="SELF/${src}" width="400" height="200"></iframe>`;
const shadow = (host: string, inner: string) =>
  `<${host}></${host}><script>{const h=document.currentScript.previousElementSibling;h.attachShadow({mode:'open'}).innerHTML=${JSON.stringify(inner)}}</script>`;
const search = { prompt: 'Search', did: [['click', '[data-id="search"]']] } as const;
const pay = '<button data-id="pay">Pay</button>';

export const places: MemoryPair[] = [
  {
    name: 'the form has moved to the other end of the page',
    ...search,
    before: page(form),
    after: page(`<div style="height:2500px">A long story</div>${form}`),
    must: 'play',
    does: ['search'],
  },
  {
    name: 'the window is narrow, and the form in one column',
    ...search,
    before: page(form),
    after: page(form.replace('<p>', '<p style="display:grid;width:200px">')),
    widthAfter: 1000,
    must: 'play',
    does: ['search'],
  },
  {
    name: 'the narrow page has it behind a menu',
    ...search,
    before: page(form),
    after: page(`<button data-id="menu">Menu</button><div style="display:none">${form}</div>`),
    widthAfter: 1000,
    must: 'heal',
    does: [],
  },
  {
    name: 'the button of that name belongs to another form',
    ...search,
    before: page(form),
    after: page(
      '<p>Site <input placeholder="Site" data-id="site"> <button data-id="site search">Search</button></p>',
    ),
    must: 'heal',
    does: [],
  },
  {
    name: 'it is in a frame as it was',
    prompt: 'Pay',
    before: page(frame('Payment', 'pay')),
    parts: { pay },
    did: [['click', 'iframe >>> button']],
    must: 'play',
    does: ['pay'],
  },
  {
    name: 'the frame has moved, and another stands before it',
    prompt: 'Pay',
    before: page(frame('Payment', 'pay')),
    after: page(`${frame('Advertisement', 'ad')}<p>and</p>${frame('Payment', 'pay')}`),
    parts: { pay, ad: '<button data-id="ad">Pay</button>' },
    did: [['click', 'iframe >>> button']],
    must: 'play',
    does: ['pay'],
  },
  {
    name: 'only a frame of another name is left',
    prompt: 'Pay',
    before: page(frame('Payment', 'pay')),
    after: page(frame('Advertisement', 'ad')),
    parts: { pay, ad: '<button data-id="ad">Pay</button>' },
    did: [['click', 'iframe >>> button']],
    must: 'heal',
    does: [],
    why: /frame/,
  },
  {
    name: 'the frame is there twice',
    prompt: 'Pay',
    before: page(frame('Payment', 'pay')),
    after: page(frame('Payment', 'pay') + frame('Payment', 'pay')),
    parts: { pay },
    did: [['click', 'iframe >>> button']],
    must: 'heal',
    does: [],
  },
  {
    name: 'what was in a frame is in the page',
    prompt: 'Pay',
    before: page(frame('Payment', 'pay')),
    after: page(pay),
    parts: { pay },
    did: [['click', 'iframe >>> button']],
    must: 'heal',
    does: [],
  },
  {
    name: 'it is in a frame of another site',
    prompt: 'Pay',
    before: page('<iframe title="Payment" src="OTHER/pay" width="400" height="200"></iframe>'),
    parts: {
      pay: `${pay}<script>addEventListener('click',()=>document.body.append('paid'))</script>`,
    },
    did: [['click', 'iframe >>> button']],
    must: 'play',
    does: [],
  },
  {
    name: 'it is in a shadow root as it was',
    prompt: 'Pay',
    before: page(shadow('x-pay', '<button data-id="pay">Pay</button>')),
    did: [['click', 'x-pay button']],
    must: 'play',
    does: ['pay'],
  },
  {
    name: 'it is in the shadow root of another element',
    prompt: 'Pay',
    before: page(shadow('x-pay', '<button data-id="pay">Pay</button>')),
    after: page(shadow('x-ad', '<button data-id="ad">Pay</button>')),
    did: [['click', 'x-pay button']],
    must: 'heal',
    does: [],
  },
  {
    name: 'the heading above has stayed, the part with the field is another',
    prompt: 'Type Oslo as the name of the traveller',
    before: page('<label>Name of traveller <input data-id="traveller"></label>'),
    after: page('<label>Name of card holder <input data-id="holder"></label>'),
    did: [['type', 'input', 'Oslo']],
    must: 'heal',
    does: [],
  },
];
