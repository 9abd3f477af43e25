import type { ActionPage } from '../action-page.js';

export const frameworkPages: readonly ActionPage[] = [
  {
    name: 'React: a controlled input',
    html: '<div id="root"></div>BUNDLE',
    bundle: 'react',
    act: (hand) => hand.type('#from', 'Boston'),
    state: 'held()[0]',
    is: 'Boston',
    says: { holds: 'Boston' },
  },
  {
    name: 'React: an input that is drawn anew with every letter',
    html: '<div id="root"></div>BUNDLE',
    bundle: 'react',
    act: (hand) => hand.type('#letters', 'Boston'),
    state: 'held()[1]',
    is: 'BOSTON',
    says: { holds: 'BOSTON' },
  },
  {
    name: 'React: a controlled select and a date input',
    html: '<div id="root"></div>BUNDLE',
    bundle: 'react',
    act: async (hand) => {
      await hand.type('#seats', '2 seats');
      return hand.type('#day', '2026-02-22');
    },
    state: 'held().slice(2)',
    is: ['2', '2026-02-22'],
  },
  {
    name: 'Vue: an input and a select',
    html: '<div id="root"></div>BUNDLE',
    bundle: 'vue',
    act: async (hand) => {
      await hand.type('#from', 'Boston');
      return hand.type('#seats', '2 seats');
    },
    state: 'held()',
    is: ['Boston', '2'],
  },
  {
    name: 'IMask: a telephone number with its mask shown',
    html: '<input id="phone">BUNDLE',
    bundle: 'mask',
    act: (hand) => hand.type('#phone', '5551234567'),
    state: 'phone.value',
    is: '+1 (555) 123-4567',
    says: { holds: '+1 (555) 123-4567', note: 'the page changed what was typed' },
  },
  {
    name: 'IMask: a sum with separators',
    html: '<input id="money" value="7">BUNDLE',
    bundle: 'mask',
    act: (hand) => hand.type('#money', '1234.5'),
    state: 'money.value',
    is: '1,234.5',
  },
  {
    name: 'an autocomplete that listens for keys, and Enter for its first suggestion',
    html: `<input id="q" role="combobox"><ul id="list"></ul><script>
      const all = ['Boston', 'Bonn', 'Wolf'];
      q.addEventListener('keyup', (event) => {
        if (event.key === 'Enter') { q.value = list.firstChild?.textContent ?? q.value; window.chosen = q.value; return; }
        list.replaceChildren(...all.filter((a) => a.toLowerCase().startsWith(q.value.toLowerCase())).map((a) => {
          const li = document.createElement('li'); li.textContent = a; return li; }));
      });</script>`,
    act: (hand) => hand.type('#q', 'bos', true),
    state: 'chosen',
    is: 'Boston',
  },
];
