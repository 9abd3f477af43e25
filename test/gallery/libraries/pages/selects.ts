import { expect } from 'vitest';
import type { LibraryCase } from '../library-page.js';

const of = (library: string, cases: Omit<LibraryCase, 'library'>[]): LibraryCase[] =>
  cases.map((one) => ({ library, ...one }));

/** Choosing from lists by typing, one or several, known or new. */
export const selectCases: readonly LibraryCase[] = [
  ...of('react-select', [
    {
      name: 'an option, typed and entered',
      act: (hand) => hand.type('#single', 'Germany', true),
      state: 'held.single',
      is: 'Germany',
      says: { holds: '', shows: expect.stringContaining('Germany') },
    },
    {
      name: 'an option, typed and clicked',
      act: async (hand) => {
        await hand.type('#single', 'New');
        return hand.click('[role=option] >> text=New Zealand');
      },
      state: 'held.single',
      is: 'New Zealand',
    },
    {
      name: 'a third value beside two that were there',
      act: (hand) => hand.type('#multi', 'Japan', true),
      state: 'held.multi',
      is: ['Chile', 'Peru', 'Japan'],
    },
    {
      name: 'two more values, one after the other',
      act: async (hand) => {
        await hand.type('#multi', 'Japan', true);
        return hand.type('#multi', 'Kenya', true);
      },
      state: 'held.multi',
      is: ['Chile', 'Peru', 'Japan', 'Kenya'],
    },
    {
      name: 'a value of one’s own',
      act: (hand) => hand.type('#creatable', 'Atlantis', true),
      state: 'held.creatable',
      is: ['Chile', 'Atlantis'],
    },
    {
      name: 'a value is taken away by its button alone',
      act: (hand) => hand.click('[aria-label="Remove Chile"]'),
      state: 'held.multi',
      is: ['Peru'],
    },
    {
      name: 'an option that a service finds',
      act: (hand) => hand.type('#remote', 'Norw', true),
      state: 'held.remote',
      is: 'Norway',
    },
  ]),
  ...of('tom-select', [
    {
      name: 'an option, typed and entered',
      act: (hand) => hand.type('#one', 'Germany', true),
      state: 'held.one',
      is: 'Germany',
    },
    {
      name: 'the last option of the list, typed and entered',
      act: (hand) => hand.type('#one', 'United', true),
      state: 'held.one',
      is: 'United Kingdom',
    },
    {
      name: 'a third value beside two that were there',
      act: (hand) => hand.type('#many .ts-wrapper', 'Japan', true),
      state: 'held.many',
      is: 'Chile,Peru,Japan',
    },
    {
      name: 'a value of one’s own',
      act: (hand) => hand.type('#made .ts-wrapper', 'Atlantis', true),
      state: 'held.made',
      is: 'Chile,Atlantis',
    },
    {
      name: 'an option that a service finds',
      act: (hand) => hand.type('#remote .ts-wrapper', 'Norw', true),
      state: 'held.remote',
      is: 'Norway',
    },
    {
      name: 'an option, typed and clicked',
      act: async (hand) => {
        await hand.type('#one .ts-wrapper', 'Gha');
        return hand.click('#one .option >> nth=0');
      },
      state: 'held.one',
      is: 'Ghana',
    },
  ]),
  ...of('headless-ui', [
    {
      name: 'an option, typed and entered',
      act: (hand) => hand.type('#combo input', 'Germany', true),
      state: 'held.combo',
      is: 'Germany',
      says: { holds: 'Germany' },
    },
    {
      name: 'an option by its beginning',
      act: (hand) => hand.type('#combo input', 'swe', true),
      state: 'held.combo',
      is: 'Sweden',
      says: { holds: 'Sweden' },
    },
    {
      name: 'another option in place of the one chosen',
      act: async (hand) => {
        await hand.type('#combo input', 'Germany', true);
        return hand.type('#combo input', 'Ghana', true);
      },
      state: 'held.combo',
      is: 'Ghana',
    },
    {
      name: 'a second value beside one that was there',
      act: (hand) => hand.type('#several input', 'Japan', true),
      state: 'held.several',
      is: ['Chile', 'Japan'],
    },
    {
      name: 'an entry of a list box, clicked',
      act: async (hand) => {
        await hand.click('#list button');
        return hand.click('#from-Egypt');
      },
      state: 'held.list',
      is: 'Egypt',
      says: { hit: 'option "Egypt"' },
    },
    {
      name: 'an entry of a menu',
      act: async (hand) => {
        await hand.click('#menu button');
        return hand.click('[role=menuitem]');
      },
      state: 'held.menu',
      is: 'save',
    },
    {
      name: 'a dialog is opened and answered',
      act: async (hand) => {
        await hand.click('#dialog button');
        return hand.click('#yes');
      },
      state: 'held.dialog',
      is: 'yes',
    },
    {
      name: 'a switch',
      act: (hand) => hand.click('#switch button'),
      state: 'held.on',
      is: true,
    },
    {
      name: 'a tab',
      act: (hand) => hand.click('text=Two'),
      state: 'held.tab',
      is: 1,
    },
  ]),
  ...of('tagify', [
    {
      name: 'a third tag beside two that were there',
      act: (hand) => hand.type('#tags tags', 'Japan', true),
      state: 'held.tags',
      is: ['Chile', 'Peru', 'Japan'],
    },
    {
      name: 'two tags with a comma between',
      act: (hand) => hand.type('#tags tags', 'Japan, Kenya', true),
      state: 'held.tags',
      is: ['Chile', 'Peru', 'Japan', 'Kenya'],
    },
    {
      name: 'a tag of a closed list',
      act: (hand) => hand.type('#list tags', 'Norw', true),
      state: 'held.list',
      is: ['Chile', 'Norway'],
    },
  ]),
];
