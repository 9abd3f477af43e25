import type { MemoryPair } from '../memory-pair.js';

const page = (body: string, lang = 'en') =>
  `<html lang="${lang}"><title>Shop</title><h1>Checkout</h1>${body}`;
const press = { prompt: 'Confirm the order', did: [['click', '[data-id]']] } as const;

export const names: MemoryPair[] = [
  {
    name: 'the button has another style, tag and id',
    ...press,
    before: page('<button id="x1" data-id="ok">Confirm</button>'),
    after: page(
      '<p>Nearly done.<p><div id="r9" role="button" class="css-1" data-id="ok">Confirm</div>',
    ),
    must: 'play',
    does: ['ok'],
  },
  {
    name: 'the button has another name',
    ...press,
    before: page('<button data-id="ok">Confirm</button>'),
    after: page('<button data-id="ok">Place order</button>'),
    must: 'heal',
    does: [],
    why: /button “Confirm”.* not on the page/,
  },
  {
    name: 'the button of that name is one of two now',
    ...press,
    before: page('<button data-id="ok">Confirm</button>'),
    after: page(
      '<p>Newsletter <button data-id="news">Confirm</button></p><p>Order <button data-id="ok">Confirm</button></p>',
    ),
    must: 'heal',
    does: [],
  },
  {
    name: 'the name is the beginning of another one',
    ...press,
    before: page('<button data-id="ok">Confirm</button>'),
    after: page('<button data-id="all">Confirm and subscribe</button>'),
    must: 'heal',
    does: [],
  },
  {
    name: 'the button is a text now',
    ...press,
    before: page('<button data-id="ok">Confirm</button>'),
    after: page('<p data-id="text">Confirm</p>'),
    must: 'heal',
    does: [],
  },
  {
    name: 'the button is a link of that name now, which leads elsewhere',
    ...press,
    before: page('<button data-id="ok">Confirm</button>'),
    after: page('<a href="#terms" data-id="link">Confirm</a>'),
    must: 'heal',
    does: [],
  },
  {
    name: 'the price in the name of the button has changed',
    prompt: 'Pay',
    before: page('<button data-id="pay">Pay $20.00</button>'),
    after: page('<button data-id="pay">Pay $35.00</button>'),
    did: [['click', 'button']],
    must: 'heal',
    does: [],
  },
  {
    name: 'the page is in another language, the button as it was',
    ...press,
    before: page('<button data-id="ok">OK</button>'),
    after: page('<button data-id="ok">OK</button>', 'de'),
    must: 'heal',
    does: [],
    why: /language/,
  },
  {
    name: 'the name is in a picture and in an attribute, in capitals',
    ...press,
    before: page('<button data-id="ok">Confirm</button>'),
    after: page(
      '<button data-id="ok" aria-label="CONFIRM"><svg width="20" height="20"></svg></button>',
    ),
    must: 'play',
    does: ['ok'],
  },
  {
    name: 'the variant of the page has another heading',
    ...press,
    before: page('<button data-id="ok">Confirm</button>'),
    after: '<html lang="en"><h1>Your trial</h1><button data-id="trial">Confirm</button>',
    must: 'heal',
    does: [],
    why: /no heading “Checkout”/,
  },
  {
    name: 'the variant of the page has more on it',
    ...press,
    before: page('<button data-id="ok">Confirm</button>'),
    after: page(
      '<h2>You may like</h2><button data-id="more">More</button><button data-id="ok">Confirm</button>',
    ),
    must: 'play',
    does: ['ok'],
  },
  {
    name: 'a page without headings has another title',
    ...press,
    before: '<html lang="en"><title>Order 12</title><button data-id="ok">Confirm</button>',
    after: '<html lang="en"><title>Delete account</title><button data-id="delete">Confirm</button>',
    must: 'heal',
    does: [],
  },
  {
    name: 'only the count in the title has changed',
    ...press,
    before: '<html lang="en"><title>(2) Mail</title><button data-id="ok">Confirm</button>',
    after: '<html lang="en"><title>(14) Mail</title><button data-id="ok">Confirm</button>',
    must: 'play',
    does: ['ok'],
  },
];
