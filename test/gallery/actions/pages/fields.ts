import type { ActionPage } from '../action-page.js';

const value = 'document.querySelector("input,textarea").value';
const one = (type: string, extra = '') =>
  `<input type="${type}" ${extra} oninput="window.inputs=(window.inputs??0)+1">`;

function field(name: string, html: string, text: string, is: unknown, says?: unknown): ActionPage {
  return {
    name,
    html,
    act: (hand) => hand.type('input,textarea', text),
    state: value,
    is,
    ...(says === undefined ? {} : { says }),
  };
}

export const fieldPages: readonly ActionPage[] = [
  field('a text field is replaced', '<input value="old text">', 'new', 'new', { holds: 'new' }),
  field('a field is emptied', '<input value="old text">', '', ''),
  field(
    'other scripts and emoji',
    '<input>',
    'Ωμέγα 日本語 עברית 👩‍👩‍👧',
    'Ωμέγα 日本語 עברית 👩‍👩‍👧',
  ),
  field('a textarea keeps its lines', '<textarea></textarea>', 'one\n\ttwo', 'one\n\ttwo'),
  field('a line break in a one-line field is a space', '<input>', 'one\ntwo', 'one two'),
  field('10,000 characters', '<textarea></textarea>', 'ab cd '.repeat(1666), 'ab cd '.repeat(1666)),
  field('maxlength cuts, and is told', '<input maxlength="4">', 'Boston', 'Bost', {
    holds: 'Bost',
    note: 'cut to 4 characters',
  }),
  field(
    'a long text is cut by maxlength too',
    '<textarea maxlength="150"></textarea>',
    'x'.repeat(300),
    'x'.repeat(150),
    {
      note: 'cut to 150 characters',
    },
  ),
  field(
    'a password is typed and not repeated',
    '<input type="password" value="old">',
    'hunter2',
    'hunter2',
    {
      typed: 7,
    },
  ),
  field('an e-mail address', one('email', 'value="old@e.com"'), 'a@b.co', 'a@b.co'),
  field('a number, its separators left out', one('number', 'value="7"'), '1,234.5', '1234.5'),
  field('a word is no number', one('number', 'value="7"'), 'seven', '7', /takes a number/),
  field('a date', one('date'), '2026-02-22', '2026-02-22'),
  field('a date as people write it', one('date'), 'Feb 22nd 2026', '2026-02-22'),
  field(
    'a date that is none',
    one('date', 'value="2026-01-01"'),
    'someday',
    '2026-01-01',
    /such as 2026-02-22/,
  ),
  field('a time', one('time'), '2:30 pm', '14:30'),
  field('a month', one('month'), 'February 2026', '2026-02'),
  field('a week', one('week'), '2026-W08', '2026-W08'),
  field('a date with a time', one('datetime-local'), '2026-02-22 14:30', '2026-02-22T14:30'),
  field('a colour', one('color'), '#1A2b3C', '#1a2b3c'),
  field('a colour by name is not guessed', one('color'), 'red', '#000000', /#RRGGBB/),
  field('a range', one('range', 'min="0" max="10"'), '7', '7'),
  field(
    'a range beyond its end',
    one('range', 'min="0" max="10" value="3"'),
    '12',
    '3',
    /from 0 to 10/,
  ),
  field('a range with a large minimum', one('range', 'min="200" max="900"'), '450', '450'),
  field('a read-only field', '<input readonly value="kept">', 'x', 'kept', /read-only/),
  field(
    'a field disabled by its fieldset',
    '<fieldset disabled><input value="kept"></fieldset>',
    'x',
    'kept',
    /disabled/,
  ),
  field('a checkbox takes no text', '<input type="checkbox">', 'yes', 'on', /agentClick/),
  {
    name: 'a colour or range input cannot be clicked',
    html: one('color'),
    act: (hand) => hand.click('input'),
    state: value,
    is: '#000000',
    says: /#RRGGBB/,
  },
  {
    name: 'a range says where it goes',
    html: one('range', 'min="0" max="10" value="3"'),
    act: (hand) => hand.click('input'),
    state: value,
    is: '3',
    says: /now 3.*from 0 to 10/,
  },
  {
    name: 'Enter sends the form',
    html: `<form onsubmit="window.sent=[q.value,event.isTrusted];return false"><input id="q"><button>Send</button></form>`,
    act: (hand) => hand.type('#q', 'wolf', true),
    state: 'sent',
    is: ['wolf', true],
    says: { holds: 'wolf', pressed: 'Enter' },
  },
  {
    name: 'Enter that leads to another page',
    html: `<form action="/0/results"><input name="q" id="q"></form>`,
    act: async (hand) => {
      await hand.type('#q', 'wolf', true);
      await hand.settle();
    },
    state: 'location.search',
    is: '?q=wolf',
  },
  {
    name: 'a label’s box is its field’s',
    html: '<label for="q" style="display:block;width:300px">From</label><input id="q">',
    act: (hand) => hand.type('label', 'Boston'),
    state: 'q.value',
    is: 'Boston',
  },
  {
    name: 'a wrapper’s box is that of the one field in it',
    html: '<div id="w" style="padding:20px;width:400px"><span>From</span> <input id="q"></div><input id="other">',
    act: (hand) => hand.type('#w', 'Boston'),
    state: '[q.value, other.value]',
    is: ['Boston', ''],
  },
  {
    name: 'a field under a floating label',
    html: `<div style="position:relative"><input id="q" style="width:300px;height:40px"><label for="q" style="position:absolute;left:0;top:0;width:300px;height:40px">From</label></div>`,
    act: (hand) => hand.type('#q', 'Boston'),
    state: 'q.value',
    is: 'Boston',
  },
  {
    name: 'text that takes no text is said to take none',
    html: '<h1>Heading</h1>',
    act: (hand) => hand.type('h1', 'Boston'),
    state: 'document.querySelector("h1").textContent',
    is: 'Heading',
    says: /takes no text/,
  },
  {
    name: 'a field in a closed shadow root',
    html: `<x-a style="display:inline-block"></x-a><script>const root=document.querySelector('x-a').attachShadow({mode:'closed'});
      root.innerHTML='<input value="old">';window.held=()=>root.querySelector('input').value</script>`,
    act: (hand) => hand.type('x-a', 'Boston'),
    state: 'held()',
    is: 'Boston',
    says: { holds: 'Boston' },
  },
  {
    name: 'plain editable text, and a part of it that is not',
    html: '<div id="e" contenteditable style="width:400px;height:80px">old <b>bold</b> text</div>',
    act: (hand) => hand.type('#e', 'new words'),
    state: 'e.innerText.trim()',
    is: 'new words',
  },
  {
    name: 'a field that keeps Ctrl+A for itself is replaced all the same',
    html: `<input id="q" value="old" onkeydown="if (event.ctrlKey || event.metaKey) event.preventDefault()">`,
    act: (hand) => hand.type('#q', 'new'),
    state: 'q.value',
    is: 'new',
  },
  {
    name: 'a field that is given its text back some time after each key is typed into more slowly',
    html: `<input id="q"><script>
      let state = '';
      q.oninput = () => {
        const wanted = q.value;
        q.value = state;
        setTimeout(() => { state = wanted; q.value = wanted; }, 25);
      };</script>`,
    act: (hand) => hand.type('#q', 'Japan'),
    state: 'q.value',
    is: 'Japan',
    says: { holds: 'Japan' },
  },
  {
    name: 'keys are events with their names',
    html: `<input id="q"><script>window.keys=[];q.addEventListener('keydown',(event)=>keys.push(event.key+event.isTrusted))</script>`,
    act: (hand) => hand.type('#q', 'aB1'),
    state: 'keys.join()',
    is: 'atrue,Btrue,1true',
  },
  {
    name: 'a canvas that listens for keys',
    html: `<canvas tabindex="0" width="300" height="100"></canvas><script>window.typed='';
      document.querySelector('canvas').addEventListener('keypress',(event)=>typed+=event.key)</script>`,
    act: (hand) => hand.type('canvas', 'up'),
    state: 'typed',
    is: 'up',
    says: { unverified: true },
  },
  {
    name: 'a field under a veil is said to be covered',
    html: '<input id="q"><div aria-label="Busy" style="position:fixed;inset:0"></div>',
    act: (hand) => hand.type('#q', 'Boston'),
    state: 'q.value',
    is: '',
    says: /input "q" is covered by div "Busy"/,
  },
  {
    name: 'a neighbour’s field is not typed into',
    html: '<div><div id="a" style="width:200px;height:30px">Not a field</div><input id="q"></div>',
    act: (hand) => hand.type('#a', 'Boston'),
    state: 'q.value',
    is: '',
    says: /takes no text/,
  },
  {
    name: 'a field behind an icon of its own',
    html: `<div style="position:relative;width:300px"><input id="q" style="width:300px;height:40px"><i style="position:absolute;left:0;top:0;width:300px;height:44px" onclick="q.focus()"></i></div>`,
    act: (hand) => hand.type('#q', 'Boston'),
    state: 'q.value',
    is: 'Boston',
  },
  {
    name: 'a custom element that hands its focus on',
    html: `<x-field style="display:block;width:400px;padding:30px"></x-field><script>
      const root = document.querySelector('x-field').attachShadow({ mode: 'open', delegatesFocus: true });
      root.innerHTML = '<label for="i">From</label> <input id="i" value="old">';
      window.held = () => root.querySelector('input').value;</script>`,
    act: (hand) => hand.type('x-field', 'Boston'),
    state: 'held()',
    is: 'Boston',
    says: { field: 'input "From"', holds: 'Boston' },
  },
  {
    name: 'a list box of its own making, chosen from by keys',
    html: `<div id="c" role="combobox" tabindex="0" style="width:200px;height:30px">Red</div><script>
      c.onkeydown = (event) => { if (event.key === 'b') c.textContent = 'Blue' }</script>`,
    act: (hand) => hand.type('#c', 'b'),
    state: 'c.textContent',
    is: 'Blue',
    says: { unverified: true },
  },
  {
    name: 'a chip is made of what was typed, and the field is said to be empty',
    html: `<input id="q" onkeyup="if (this.value.endsWith(',')) { chips.append(this.value); this.value = '' }"><p id="chips"></p>`,
    act: (hand) => hand.type('#q', 'one,'),
    state: 'chips.textContent',
    is: 'one,',
    says: /is empty after typing/,
  },
  {
    name: 'a field whose script keeps the first ten letters is typed into once',
    html: `<input id="q" oninput="window.inputs = (window.inputs ?? 0) + 1; this.value = this.value.slice(0, 10)">`,
    act: (hand) => hand.type('#q', 'abcdefghijklmn'),
    state: '({ value: q.value, inputs })',
    is: { value: 'abcdefghij', inputs: 14 },
    says: { holds: 'abcdefghij' },
  },
];
