import type { LibraryCase } from '../library-page.js';

const of = (library: string, cases: Omit<LibraryCase, 'library'>[]): LibraryCase[] =>
  cases.map((one) => ({ library, ...one }));

/** The widgets of the large component libraries. */
export const suiteCases: readonly LibraryCase[] = [
  ...of('react-aria', [
    {
      name: 'a date into an empty field of segments',
      act: (hand) => hand.type('#date .react-aria-DateInput', '02/22/2026'),
      state: 'held.date',
      is: '2026-02-22',
      says: { holds: '2/22/2026' },
    },
    {
      name: 'a date as ISO writes it',
      act: (hand) => hand.type('#date .react-aria-DateInput', '2026-02-22'),
      state: 'held.date',
      is: '2026-02-22',
    },
    {
      name: 'a date in words, with one digit for the day',
      act: (hand) => hand.type('#date .react-aria-DateInput', 'March 5, 2027'),
      state: 'held.date',
      is: '2027-03-05',
    },
    {
      name: 'a date in place of another',
      act: (hand) => hand.type('#filled .react-aria-DateInput', '1/2/2025'),
      state: 'held.filled',
      is: '2025-01-02',
    },
    {
      name: 'the year alone',
      act: (hand) => hand.type('#filled [data-type=year]', '2031'),
      state: 'held.filled',
      is: '2031-11-30',
    },
    {
      name: 'the day alone',
      act: (hand) => hand.type('#filled [data-type=day]', '7'),
      state: 'held.filled',
      is: '2024-11-07',
    },
    {
      name: 'a time with its half of the day',
      act: (hand) => hand.type('#time .react-aria-DateInput', '2:30 PM'),
      state: 'held.time',
      is: '14:30:00',
    },
    {
      name: 'a date into segments in another order',
      act: (hand) => hand.type('#german .react-aria-DateInput', '22.02.2026'),
      state: 'held.german',
      is: '2026-02-22',
    },
    {
      name: 'a date into the field of a picker',
      act: (hand) => hand.type('#picker .react-aria-DateInput', '12/24/2026'),
      state: 'held.picker',
      is: '2026-12-24',
    },
    {
      name: 'a day of the calendar',
      act: async (hand) => {
        await hand.click('#combo button');
        return hand.click('[role=option] >> text=Egypt');
      },
      state: 'held.combo',
      is: 'Egypt',
    },
    {
      name: 'an option, typed and entered',
      act: async (hand) => {
        await hand.type('#combo input', 'Germ');
        return hand.click('[role=option] >> text=Germany');
      },
      state: 'held.combo',
      is: 'Germany',
    },
    {
      name: 'an option of a select',
      act: async (hand) => {
        await hand.click('#select button');
        return hand.click('[role=option] >> text=Denmark');
      },
      state: 'held.select',
      is: 'Denmark',
      says: { hit: 'option "Denmark"' },
    },
    {
      name: 'a number in place of another',
      act: (hand) => hand.type('#number input', '1234', true),
      state: 'held.number',
      is: 1234,
      says: { holds: '1,234' },
    },
    {
      name: 'an entry of a menu',
      act: async (hand) => {
        await hand.click('#menu button');
        return hand.click('text=Paste');
      },
      state: 'held.menu',
      is: 'paste',
    },
    {
      name: 'a dialog is opened and answered',
      act: async (hand) => {
        await hand.click('#dialog button');
        return hand.click('#done');
      },
      state: 'held.dialog',
      is: 'done',
    },
    {
      name: 'a tab',
      act: (hand) => hand.click('[role=tab] >> text=Two'),
      state: 'held.tabs',
      is: 'two',
    },
    {
      name: 'a value on the track of a slider',
      act: (hand) => hand.click('#slider .react-aria-SliderTrack'),
      state: 'held.slider',
      is: 50,
    },
  ]),
  ...of('mui', [
    {
      name: 'an option, typed and entered',
      act: (hand) => hand.type('#one input', 'Germany', true),
      state: 'held.one',
      is: 'Germany',
      says: { holds: 'Germany' },
    },
    {
      name: 'a third value beside two that were there',
      act: (hand) => hand.type('#many', 'Japan', true),
      state: 'held.many',
      is: ['Chile', 'Peru', 'Japan'],
    },
    {
      name: 'a value of one’s own',
      act: (hand) => hand.type('#free', 'blue', true),
      state: 'held.free',
      is: ['red', 'blue'],
    },
    {
      name: 'an option that a service finds',
      act: (hand) => hand.type('label >> text=Remote', 'Norw', true),
      state: 'held.remote',
      is: 'Norway',
    },
    {
      name: 'a date into an empty field',
      act: (hand) => hand.type('#date', '02/22/2026'),
      state: 'held.date',
      is: '2026-02-22',
    },
    {
      name: 'a date in place of another, as ISO writes it',
      act: (hand) => hand.type('#filled', '2025-01-02'),
      state: 'held.filled',
      is: '2025-01-02',
    },
    {
      name: 'a date into the field of a picker',
      act: (hand) => hand.type('#picker', '12/24/2026'),
      state: 'held.picker',
      is: '2026-12-24',
    },
    {
      name: 'a time with its half of the day',
      act: (hand) => hand.type('#time', '2:30 PM'),
      state: 'held.time',
      is: '14:30',
    },
    {
      name: 'an option of a select',
      act: async (hand) => {
        await hand.click('#age [role=combobox]');
        return hand.click('#twenty');
      },
      state: 'held.age',
      is: '20',
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
      name: 'an entry of a menu',
      act: async (hand) => {
        await hand.click('#menu button');
        return hand.click('#copy');
      },
      state: 'held.menu',
      is: 'copy',
    },
    {
      name: 'a tab',
      act: (hand) => hand.click('[role=tab] >> text=Two'),
      state: 'held.tab',
      is: 1,
    },
    {
      name: 'a value on the track of a slider',
      act: (hand) => hand.click('#slider'),
      state: 'held.slider',
      is: 50,
    },
  ]),
  ...of('antd', [
    {
      name: 'an option, typed and entered',
      act: (hand) => hand.type('#one', 'Germany', true),
      state: 'held.one',
      is: 'Germany',
    },
    {
      name: 'a third value beside two that were there',
      act: (hand) => hand.type('#many', 'Japan', true),
      state: 'held.many',
      is: ['Chile', 'Peru', 'Japan'],
    },
    {
      name: 'a value of one’s own',
      act: (hand) => hand.type('#tags', 'blue', true),
      state: 'held.tags',
      is: ['red', 'blue'],
    },
    {
      name: 'an option that a service finds',
      act: (hand) => hand.type('#remote', 'Norw', true),
      state: 'held.remote',
      is: 'Norway',
    },
    {
      name: 'a suggestion, clicked',
      act: async (hand) => {
        await hand.type('#complete input', 'Ger');
        return hand.click('.ant-select-item-option >> text=Germany');
      },
      state: 'held.complete',
      is: 'Germany',
    },
    {
      name: 'a date, typed and entered',
      act: (hand) => hand.type('#date input', '2026-02-22', true),
      state: 'held.date',
      is: '2026-02-22',
    },
    {
      name: 'a time, typed and entered',
      act: (hand) => hand.type('#time input', '14:30:00', true),
      state: 'held.time',
      is: '14:30:00',
    },
    {
      name: 'a number in place of another',
      act: (hand) => hand.type('#number input', '77', true),
      state: 'held.number',
      is: 77,
    },
    {
      name: 'a dialog is opened and answered',
      act: async (hand) => {
        await hand.click('#dialog button');
        return hand.click('#ok');
      },
      state: 'held.dialog',
      is: 'ok',
    },
    {
      name: 'an entry of a menu',
      act: async (hand) => {
        await hand.click('#menu button');
        return hand.click('text=Copy');
      },
      state: 'held.menu',
      is: 'copy',
    },
    {
      name: 'a tab',
      act: (hand) => hand.click('[role=tab] >> text=Two'),
      state: 'held.tab',
      is: 'two',
    },
    {
      name: 'a value on the track of a slider',
      act: (hand) => hand.click('#slider .ant-slider'),
      state: 'held.slider',
      is: 50,
    },
  ]),
  ...of('jquery-ui', [
    {
      name: 'a suggestion of a service, typed and entered',
      act: (hand) => hand.type('#country', 'Norw', true),
      state: '[held.country, country.value]',
      is: ['Norway', 'Norway'],
      says: { holds: 'Norway' },
    },
    {
      name: 'a suggestion, clicked',
      act: async (hand) => {
        await hand.type('#country', 'Ger');
        return hand.click('.ui-menu-item >> text=Germany');
      },
      state: 'held.country',
      is: 'Germany',
    },
    {
      name: 'a date, typed and entered',
      act: (hand) => hand.type('#day', '02/22/2026', true),
      state: 'day.value',
      is: '02/22/2026',
    },
    {
      name: 'a number in place of another',
      act: (hand) => hand.type('#seats', '4'),
      state: '$("#seats").spinner("value")',
      is: 4,
    },
    {
      name: 'a dialog is opened and answered',
      act: async (hand) => {
        await hand.click('#open');
        return hand.click('#yes');
      },
      state: 'held.dialog',
      is: 'yes',
    },
    {
      name: 'an entry of a menu',
      act: (hand) => hand.click('#paste'),
      state: 'held.menu',
      is: 'Paste',
    },
    {
      name: 'a tab',
      act: (hand) => hand.click('#tabs >> text=Two'),
      state: 'held.tab',
      is: 'Second',
    },
    {
      name: 'a value on the track of a slider',
      act: (hand) => hand.click('#slider'),
      state: 'held.slider',
      is: 50,
    },
  ]),
];
