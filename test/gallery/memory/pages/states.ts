import type { MemoryPair } from '../memory-pair.js';

const page = (body: string) => `<html lang="en"><h1>Settings</h1>${body}`;
const save = { prompt: 'Save the settings', did: [['click', '[data-id="save"]']] } as const;
const button = '<button data-id="save">Save</button>';
const cover = (style: string, inner = '') =>
  `<div style="position:fixed;${style};background:#fffc" data-id="cover">${inner}</div>`;

export const states: MemoryPair[] = [
  {
    name: 'the session has been signed out',
    ...save,
    before: page(`<a href="#o">Sign out</a>${button}`),
    after: page(`<a href="#i">Sign in</a>${button}`),
    must: 'heal',
    does: [],
    why: /signed out.*signed in/,
  },
  {
    name: 'the page is a sign-in page now',
    ...save,
    before: page(button),
    after: `<html lang="en"><h1>Welcome back</h1><input type="password" data-id="pw"><button data-id="save">Save</button>`,
    must: 'heal',
    does: [],
  },
  {
    name: 'somebody is signed in where nobody was',
    ...save,
    before: page(`<a href="#i">Log in</a>${button}`),
    after: page(`<a href="#o">Log out</a>${button}`),
    must: 'heal',
    does: [],
  },
  {
    name: 'a dialog is open',
    ...save,
    before: page(button),
    after: page(
      `${button}<dialog open aria-label="Delete all settings?"><button data-id="yes">Yes</button></dialog>`,
    ),
    must: 'heal',
    does: [],
    why: /dialog “Delete all settings\?” is open/,
  },
  {
    name: 'the dialog that it was in is another one',
    prompt: 'Answer yes',
    before: page(
      '<dialog open aria-label="Keep the draft?"><button data-id="keep">Yes</button></dialog>',
    ),
    after: page(
      '<dialog open aria-label="Delete the draft?"><button data-id="delete">Yes</button></dialog>',
    ),
    did: [['click', '[data-id="keep"]']],
    must: 'heal',
    does: [],
  },
  {
    name: 'a cookie banner lies over the button',
    ...save,
    before: page(button),
    after: page(
      `${button}${cover('inset:0', 'We use cookies <button data-id="accept">Accept</button>')}`,
    ),
    must: 'heal',
    does: [],
    why: /covered/,
  },
  {
    name: 'a cookie banner lies at the foot of the page, beside everything',
    ...save,
    before: page(button),
    after: page(
      `${button}${cover('left:0;right:0;bottom:0', 'We use cookies <button data-id="accept">Accept</button>')}`,
    ),
    must: 'play',
    does: ['save'],
  },
  {
    name: 'the cookie banner that was closed first is not there',
    prompt: 'Accept cookies and save the settings',
    before: page(
      `${button}${cover('left:0;right:0;bottom:0', '<button data-id="accept" onclick="this.parentNode.remove()">Accept</button>')}`,
    ),
    after: page(button),
    did: [
      ['click', '[data-id="accept"]'],
      ['click', '[data-id="save"]'],
    ],
    must: 'heal',
    does: [],
  },
  {
    name: 'a glass that nobody sees lies over the button',
    ...save,
    before: page(button),
    after: page(`${button}${cover('inset:0;opacity:0')}`),
    must: 'heal',
    does: [],
  },
  {
    name: 'the button is disabled',
    ...save,
    before: page(button),
    after: page('<button data-id="save" disabled>Save</button>'),
    must: 'heal',
    does: [],
    why: /is disabled/,
  },
  {
    name: 'the button says that it is disabled',
    ...save,
    before: page(button),
    after: page('<button data-id="save" aria-disabled="true">Save</button>'),
    must: 'heal',
    does: [],
  },
  {
    name: 'the button is not shown',
    ...save,
    before: page(button),
    after: page('<button data-id="save" style="visibility:hidden">Save</button>'),
    must: 'heal',
    does: [],
    why: /not on the page/,
  },
  {
    name: 'a hidden twin of the button stands before it',
    ...save,
    before: page(button),
    after: page(`<div style="display:none"><button data-id="twin">Save</button></div>${button}`),
    must: 'play',
    does: ['save'],
  },
  {
    name: 'the box is ticked already',
    prompt: 'Switch mail on',
    before: page('<label><input type="checkbox" data-id="mail"> Mail</label>'),
    after: page('<label><input type="checkbox" data-id="mail" checked> Mail</label>'),
    did: [['click', 'input']],
    must: 'heal',
    does: [],
    why: /is checked/,
  },
  {
    name: 'the switch is on already',
    prompt: 'Switch mail on',
    before: page('<button role="switch" aria-checked="false" data-id="mail">Mail</button>'),
    after: page('<button role="switch" aria-checked="true" data-id="mail">Mail</button>'),
    did: [['click', 'button']],
    must: 'heal',
    does: [],
  },
  {
    name: 'the menu is open already',
    prompt: 'Open the menu',
    before: page('<button aria-expanded="false" data-id="menu">Menu</button>'),
    after: page('<button aria-expanded="true" data-id="menu">Menu</button>'),
    did: [['click', 'button']],
    must: 'heal',
    does: [],
  },
  {
    name: 'the address leads to an error',
    ...save,
    before: page(button),
    after: `<html lang="en"><h1>Something went wrong</h1>${button}`,
    must: 'heal',
    does: [],
  },
];
