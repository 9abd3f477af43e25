import type { LibraryCase } from '../library-page.js';

const of = (library: string, cases: Omit<LibraryCase, 'library'>[]): LibraryCase[] =>
  cases.map((one) => ({ library, ...one }));

/** Pages that a server, a stream of values or a map has a part in. */
export const pageCases: readonly LibraryCase[] = [
  ...of('rxjs', [
    {
      name: 'a suggestion of a debounced search, typed and entered',
      act: (hand) => hand.type('#q', 'Norw', true),
      state: 'held.country',
      is: 'Norway',
      says: { holds: 'Norway' },
    },
    {
      name: 'two searches, one after the other',
      act: async (hand) => {
        await hand.type('#q', 'Norw', true);
        return hand.type('#q', 'Gha', true);
      },
      state: 'held.country',
      is: 'Ghana',
    },
    {
      name: 'a suggestion that goes away as it is pressed',
      act: async (hand) => {
        await hand.type('#q', 'Germ');
        return hand.click('#list li');
      },
      state: '[held.country, list.children.length]',
      is: ['Germany', 0],
      says: { hit: 'li "Germany"' },
    },
  ]),
  ...of('angular', [
    {
      name: 'a suggestion of a debounced search, typed and entered',
      act: (hand) => hand.type('#q', 'Norw', true),
      state: 'held.country',
      is: 'Norway',
    },
    {
      name: 'a suggestion that goes away as it is pressed',
      act: async (hand) => {
        await hand.type('#q', 'Germ');
        return hand.click('#to-Germany');
      },
      state: 'held.country',
      is: 'Germany',
    },
    {
      name: 'a dialog is opened and answered',
      act: async (hand) => {
        await hand.click('#open');
        return hand.click('#yes');
      },
      state: '[held.dialog, document.querySelector("[role=dialog]")]',
      is: ['yes', null],
    },
  ]),
  ...of('htmx', [
    {
      name: 'a search as one types',
      act: (hand) => hand.type('#q', 'gha'),
      state: 'found.textContent',
      is: 'Ghana',
    },
    {
      name: 'more is loaded by a button',
      act: (hand) => hand.click('#load button'),
      state: 'document.querySelector("#load p").textContent',
      is: 'One more',
    },
    {
      name: 'a row is edited and saved',
      act: async (hand) => {
        await hand.click('#edit');
        await hand.type('#name', 'Bea');
        return hand.click('#save');
      },
      state: 'contact.textContent.trim()',
      is: 'Bea',
    },
    {
      name: 'a tab',
      act: (hand) => hand.click('#second'),
      state: 'panel.textContent',
      is: 'Second',
    },
  ]),
  ...of('turbo', [
    {
      name: 'a visit',
      act: (hand) => hand.click('#about'),
      state: 'document.querySelector("h1").textContent',
      is: 'About us',
    },
    {
      name: 'a visit and back',
      act: async (hand) => {
        await hand.click('#about');
        return hand.click('#back');
      },
      state: 'document.querySelector("#turn").textContent',
      is: 'Turn',
    },
    {
      name: 'a frame is turned',
      act: (hand) => hand.click('#turn'),
      state: 'part.textContent.trim()',
      is: 'New part',
    },
    {
      name: 'a form is entered, and answers in a frame',
      act: (hand) => hand.type('#q', 'Ghana', true),
      state: 'results.textContent.trim()',
      is: 'Found Ghana',
    },
    {
      name: 'a frame that loads when it is seen',
      act: (hand) => hand.click('summary'),
      state: 'inside.textContent.trim()',
      is: 'Inside',
    },
  ]),
  ...of('leaflet', [
    {
      name: 'a map zooms in by its button',
      act: (hand) => hand.click('.leaflet-control-zoom-in'),
      state: 'held.zoom',
      is: 11,
    },
    {
      name: 'a map zooms out under the wheel, and the page stays',
      act: (hand) => hand.scroll('down', '#map'),
      state: '[held.zoom < 10, scrollY]',
      is: [true, 0],
      says: { scrolled: null, changed: true },
    },
    {
      name: 'a map zooms in under the wheel',
      act: (hand) => hand.scroll('up', '#map'),
      state: 'held.zoom > 10',
      is: true,
      says: { scrolled: null },
    },
    {
      name: 'a marker opens its popup',
      act: (hand) => hand.click('#pin'),
      state: 'held.popup',
      is: 'London',
    },
    {
      name: 'a double click zooms in',
      act: (hand) => hand.click('#map', 'left-double'),
      state: 'held.zoom',
      is: 11,
    },
  ]),
];
