import { expect } from 'vitest';
import type { ActionPage } from '../action-page.js';

/** Notes each key that takes something away. */
const takesAway = `<script>window.taken = [];
  addEventListener('keydown', ({ key, target }) => {
    if (/^(?:Delete|Backspace)$/.test(key)) taken.push(key);
  }, true);</script>`;

const tags = (attributes: string) => `${takesAway}
  <div id="box" style="width:400px;height:40px;border:1px solid;display:flex;gap:8px;align-items:center">
    <span id="entries"></span><input id="in" ${attributes} style="border:0">
  </div><script>
  window.entries_ = ['Chile', 'Peru'];
  const field = document.getElementById('in');
  const draw = () => { document.getElementById('entries').innerHTML = entries_.map((e) => '<b>' + e + '</b> <button class="off">x</button>').join(''); };
  draw();
  field.addEventListener('keydown', (event) => {
    if (/^(?:Delete|Backspace)$/.test(event.key) && field.value === '') { entries_.pop(); draw(); }
    if (/^(?:Enter|,)$/.test(event.key) && field.value) { entries_.push(field.value); field.value = ''; draw(); event.preventDefault(); }
  });
  document.getElementById('entries').addEventListener('click', ({ target }) => { if (target.className === 'off') { entries_.length = 0; draw(); } });
  </script>`;

/** Fields that hold values beside their text: nothing of those is taken away by typing. */
export const entryPages: readonly ActionPage[] = [
  {
    name: 'a value is typed in beside two that are there',
    html: tags(''),
    act: (hand) => hand.type('#in', 'Japan', true),
    state: '[entries_, taken]',
    is: [['Chile', 'Peru', 'Japan'], []],
    says: { holds: '', shows: expect.stringContaining('Japan'), pressed: 'Enter' },
  },
  {
    name: 'the same where the field is no wider than its text',
    html: tags('style="width:2px;opacity:0" role="combobox"'),
    act: (hand) => hand.type('#in', 'Japan', true),
    state: '[entries_, taken]',
    is: [['Chile', 'Peru', 'Japan'], []],
  },
  {
    name: 'the same where the field is a text area',
    html: tags('').replace(
      '<input id="in"',
      '<textarea id="in" role="combobox" rows="1" cols="1" aria-haspopup="listbox"></textarea><x',
    ),
    act: (hand) => hand.type('#in', 'Japan', true),
    state: '[entries_, taken]',
    is: [['Chile', 'Peru', 'Japan'], []],
  },
  {
    name: 'a value that a comma completes, told by what the widget shows',
    html: tags(''),
    act: (hand) => hand.type('#in', 'Japan,'),
    state: '[entries_, taken]',
    is: [['Chile', 'Peru', 'Japan'], []],
    says: { holds: '', shows: expect.stringContaining('Japan') },
  },
  {
    name: 'a button that lies in the middle of the box is not what typing presses',
    html: tags('').replace('width:400px', 'width:190px'),
    act: (hand) => hand.type('#box', 'Japan', true),
    state: 'entries_',
    is: ['Chile', 'Peru', 'Japan'],
  },
  {
    name: 'an editable field keeps the people in it',
    html: `${takesAway}<div id="to" contenteditable style="width:400px;border:1px solid"><span contenteditable="false">Ann</span>&#8203;</div>`,
    act: (hand) => hand.type('#to', 'Bob'),
    state: '[to.innerText.replace(/\\u200b/g, ""), taken]',
    is: ['AnnBob', []],
  },
  {
    name: 'an empty password field is sent no Delete',
    html: `${takesAway}<input id="p" type="password">`,
    act: (hand) => hand.type('#p', 'secret'),
    state: '[p.value, taken]',
    is: ['secret', []],
  },
  {
    name: 'a number field that holds what is no number is emptied first',
    html: '<input id="n" type="number">',
    act: async (hand) => {
      await hand.page.focus('#n');
      await hand.page.keyboard.type('1e');
      return hand.type('#n', '42');
    },
    state: 'n.value',
    is: '42',
  },
  {
    name: 'a sheet that hears keys keeps its cells',
    html: `${takesAway}<div id="sheet" role="grid" tabindex="0" style="width:300px;height:100px;border:1px solid"></div><script>
      window.cells = ['a', 'b']; let all = false, typed = '';
      sheet.onkeydown = (event) => {
        if (event.ctrlKey && event.key === 'a') { all = true; event.preventDefault(); }
        else if (/^(?:Delete|Backspace)$/.test(event.key)) cells = all ? [] : cells;
        else if (event.key.length === 1) { typed += event.key; cells[0] = typed; }
      };</script>`,
    act: (hand) => hand.type('#sheet', '42'),
    state: '[cells, taken]',
    is: [['42', 'b'], []],
    says: { unverified: true },
  },
  {
    name: 'what an editor drawn by itself holds is replaced when it answers to "all of it"',
    html: `<div id="ed" role="textbox" tabindex="0" style="width:300px;height:100px;border:1px solid"></div><script>
      window.doc = 'old'; let all = false;
      ed.onkeydown = (event) => {
        if (event.ctrlKey && event.key === 'a') { all = true; event.preventDefault(); }
        else if (event.key === 'Delete' && all) { doc = ''; all = false; }
        else if (event.key.length === 1) doc += event.key;
      };</script>`,
    act: (hand) => hand.type('#ed', 'new'),
    state: 'doc',
    is: 'new',
  },
  {
    name: 'a field that makes chips of what comes before a comma is typed into once',
    html: `<input id="q"><script>window.chips = [];
      q.oninput = () => { const parts = q.value.split(','); q.value = parts.pop().trim(); chips.push(...parts); };</script>`,
    act: (hand) => hand.type('#q', 'one,two'),
    state: '[chips, q.value]',
    is: [['one'], 'two'],
  },
  {
    name: 'a terminal takes its keys from a field that nobody sees, once',
    html: `<div id="tty" style="width:300px;height:100px;border:1px solid"></div>
      <input id="keys" style="opacity:0;width:1px;height:1px"><script>
      tty.onclick = () => keys.focus();
      keys.onkeydown = ({ key }) => { if (key.length === 1) tty.textContent += key; };
      keys.onkeyup = () => { keys.value = keys.value.slice(1, 2); };</script>`,
    act: (hand) => hand.type('#tty', 'ls'),
    state: 'tty.textContent',
    is: 'ls',
  },
];
