import type { ActionPage } from '../action-page.js';

const log = `onchange="window.changes=(window.changes??0)+1"`;

const several = `<select multiple ${log}><option selected>Red<option>Blue<option>Green<option>Grey, dark</select>`;
const chosen =
  '[[...document.querySelector("select").selectedOptions].map((o) => o.label), window.changes ?? 0]';

export const selectPages: readonly ActionPage[] = [
  {
    name: 'a select is chosen from by label',
    html: `<select ${log}><option value="r">Red<option value="b">Blue</select>`,
    act: (hand) => hand.type('select', 'Blue'),
    state: '[document.querySelector("select").value, changes]',
    is: ['b', 1],
    says: { chosen: ['Blue'] },
  },
  {
    name: 'by value, and by the only label that begins so',
    html: `<select id="a"><option value="r">Red<option value="b">Blue</select><select id="b"><option>New York<option>New Orleans<option>Boston</select>`,
    act: async (hand) => {
      await hand.type('#a', 'b');
      return hand.type('#b', 'bos');
    },
    state: '[a.value, b.value]',
    is: ['b', 'Boston'],
  },
  {
    name: 'a beginning that two options share is not guessed',
    html: `<select><option>Choose<option>New York<option>New Orleans</select>`,
    act: (hand) => hand.type('select', 'new'),
    state: 'document.querySelector("select").value',
    is: 'Choose',
    says: /no option "new".*\[\{"label":"Choose",.*"label":"New York",.*"label":"New Orleans"/,
  },
  {
    name: 'a disabled option is said to be one',
    html: `<select><option>Red<option disabled>Blue</select>`,
    act: (hand) => hand.type('select', 'Blue'),
    state: 'document.querySelector("select").value',
    is: 'Red',
    says: /"Blue" is disabled.*\[\{"label":"Red","value":"Red"\}\]/,
  },
  {
    name: 'options in groups, in a shadow root',
    html: `<x-a></x-a><script>const root=document.querySelector('x-a').attachShadow({mode:'open'});
      root.innerHTML='<select><optgroup label="Warm"><option>Red</optgroup><optgroup label="Cold"><option>Blue</optgroup></select>';
      window.held=()=>root.querySelector('select').value</script>`,
    act: (hand) => hand.type('x-a', 'Blue'),
    state: 'held()',
    is: 'Blue',
  },
  {
    name: 'several options of a multiple select, by lines',
    html: `<select multiple ${log}><option>Red<option>Blue<option>Green</select>`,
    act: (hand) => hand.type('select', 'Red\nGreen'),
    state: '[[...document.querySelector("select").selectedOptions].map((o) => o.value), changes]',
    is: [['Red', 'Green'], 1],
  },
  {
    name: 'a second option is added to the one that is chosen',
    html: several,
    act: (hand) => hand.type('select', 'Green'),
    state: chosen,
    is: [['Red', 'Green'], 1],
    says: { chosen: ['Red', 'Green'] },
  },
  {
    name: 'an option that is chosen already stays, and nothing changes',
    html: several,
    act: (hand) => hand.type('select', 'Red'),
    state: chosen,
    is: [['Red'], 0],
  },
  {
    name: 'several between commas are the whole choice',
    html: several,
    act: (hand) => hand.type('select', 'Blue, Green'),
    state: chosen,
    is: [['Blue', 'Green'], 1],
  },
  {
    name: 'a comma may be part of an option',
    html: several,
    act: (hand) => hand.type('select', 'Grey, dark'),
    state: chosen,
    is: [['Red', 'Grey, dark'], 1],
  },
  {
    name: 'a list in JSON is the whole choice, of one option too',
    html: several,
    act: (hand) => hand.type('select', '["Blue"]'),
    state: chosen,
    is: [['Blue'], 1],
  },
  {
    name: 'an empty text chooses none',
    html: several,
    act: (hand) => hand.type('select', ''),
    state: chosen,
    is: [[], 1],
  },
  {
    name: 'of several, one that is not there is named, and nothing is chosen',
    html: several,
    act: (hand) => hand.type('select', 'Blue, Pink'),
    state: chosen,
    is: [['Red'], 0],
    says: /no option "Pink"/,
  },
  {
    name: 'an option of a list box is clicked like anything else',
    html: `<select size="3"><option>Red<option id="b">Blue<option>Green</select>`,
    act: (hand) => hand.click('#b'),
    state: 'document.querySelector("select").value',
    is: 'Blue',
  },
  {
    name: 'a select inside of a form label is known for one',
    html: `<label>Colour <select><option>Red<option>Blue</select></label>`,
    act: (hand) => hand.click('select'),
    state: 'document.querySelector("select").value',
    is: 'Red',
    says: /\{"label":"Red","value":"Red"\},\{"label":"Blue"/,
  },
  {
    name: 'a disabled select takes no choice',
    html: `<select disabled><option>Red<option>Blue</select>`,
    act: (hand) => hand.type('select', 'Blue'),
    state: 'document.querySelector("select").value',
    is: 'Red',
    says: /disabled/,
  },
];
