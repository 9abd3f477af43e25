import { expect } from 'vitest';
import { type ActionPage, counter } from '../action-page.js';

export const clickPages: readonly ActionPage[] = [
  {
    name: 'a button hit once, with trusted events in order',
    html: `<button>Go</button><script>window.log = [];
      for (const type of ['pointerdown','mousedown','pointerup','mouseup','click'])
        document.querySelector('button').addEventListener(type, (event) => log.push(type + event.isTrusted));</script>`,
    act: (hand) => hand.click('button'),
    state: 'log.join()',
    is: 'pointerdowntrue,mousedowntrue,pointeruptrue,mouseuptrue,clicktrue',
    says: { hit: 'button "Go"' },
  },
  {
    name: 'a double click is one dblclick and two clicks',
    html: `<p onclick="window.a=(window.a??0)+1" ondblclick="window.b=(window.b??0)+1">word</p>`,
    act: (hand) => hand.click('p', 'left-double'),
    state: '[a, b]',
    is: [2, 1],
  },
  {
    name: 'a right click opens the page’s own menu',
    html: `<p oncontextmenu="event.preventDefault();menu.hidden=false">text</p><div id="menu" hidden>Menu</div>`,
    act: (hand) => hand.click('p', 'right'),
    state: 'menu.hidden',
    is: false,
  },
  {
    name: 'a shape inside SVG',
    html: `<svg width="300" height="200"><rect width="300" height="200" fill="#eee"/><circle ${counter} aria-label="Sun" cx="150" cy="100" r="40"/></svg>`,
    act: (hand) => hand.click('circle'),
    state: 'hits',
    is: 1,
  },
  {
    name: 'a place on a canvas',
    html: `<canvas width="300" height="200" aria-label="Map" onclick="window.at=[event.offsetX,event.offsetY]"></canvas>`,
    act: (hand) => hand.click('canvas'),
    state: 'at',
    is: [150, 100],
    says: { hit: 'canvas "Map"' },
  },
  {
    name: 'an area of an image map',
    html: `<img usemap="#m" width="200" height="100" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"><map name="m"><area shape="rect" coords="0,0,200,100" href="#there" alt="There"></map>`,
    act: (hand) => hand.click('img'),
    state: 'location.hash',
    is: '#there',
    says: { hit: 'link "There"' },
  },
  {
    name: 'what a pseudo-element draws',
    html: `<style>#x::before{content:'';display:block;width:100px;height:50px;background:teal}</style><div id="x" ${counter}></div>`,
    act: (hand) => hand.click('#x'),
    state: 'hits',
    is: 1,
  },
  {
    name: 'a button in an open shadow root',
    html: `<x-a></x-a><script>document.querySelector('x-a').attachShadow({mode:'open'}).innerHTML='<button onclick="window.hits=1">In</button>'</script>`,
    act: (hand) => hand.click('x-a'),
    state: 'hits',
    is: 1,
    says: { hit: 'button "In"' },
  },
  {
    name: 'a button in a closed shadow root inside of another',
    html: `<x-a style="display:inline-block"></x-a><script>
      const outer = document.querySelector('x-a').attachShadow({mode:'closed'});
      outer.innerHTML = '<div></div>';
      outer.firstChild.attachShadow({mode:'closed'}).innerHTML='<button onclick="window.hits=1">Deep</button>'</script>`,
    act: (hand) => hand.click('x-a'),
    state: 'hits',
    is: 1,
    says: { hit: 'button "Deep"' },
  },
  {
    name: 'a veil over the page is named, and nothing is clicked',
    html: `<button ${counter}>Save</button><div id="veil" aria-label="Busy" style="position:fixed;inset:0;background:#0003" ${counter}></div>`,
    act: (hand) => hand.click('button'),
    state: 'window.hits ?? 0',
    is: 0,
    says: /button "Save" is covered by div "Busy"/,
  },
  {
    name: 'a target half under a banner is clicked where it is free',
    html: `<button ${counter} style="position:absolute;left:20px;top:20px;width:200px;height:80px">Save</button>
      <div style="position:fixed;left:0;top:0;width:600px;height:75px;background:gold">We use cookies</div>`,
    act: (hand) => hand.click('button'),
    state: 'hits',
    is: 1,
    says: { hit: 'button "Save"' },
  },
  {
    name: 'a card whose whole face is a link',
    html: `<style>.card{position:relative;width:300px}a::after{content:'';position:absolute;inset:0}</style>
      <div class="card"><h2>Title</h2><a href="#open">More</a></div>`,
    act: (hand) => hand.click('.card'),
    state: 'location.hash',
    is: '#open',
    says: { hit: 'link "More"' },
  },
  {
    name: 'a label ticks its box, a box is ticked and unticked',
    html: '<label><input type="checkbox" id="a"> Terms</label><p><input type="checkbox" id="b" checked>',
    act: async (hand) => {
      await hand.click('label');
      return hand.click('#b');
    },
    state: '[a.checked, b.checked]',
    is: [true, false],
  },
  {
    name: 'a disabled button is not said to have been clicked',
    html: `<button disabled>Pay</button>`,
    act: (hand) => hand.click('button'),
    state: 'document.title',
    is: '',
    says: /The button is disabled/,
  },
  {
    name: 'a button that moves away as the pointer comes is not said to have been hit',
    html: `<button id="b" style="position:absolute;left:100px;top:100px" onmouseover="this.style.left='500px'" ${counter}>Catch me</button><h1>Page</h1>`,
    act: (hand) => hand.click('#b'),
    state: 'window.hits ?? 0',
    is: 0,
    says: { hit: 'html' },
  },
  {
    name: 'a link that opens a tab brings it to the front and says so',
    html: `<a href="/0/tab" target="_blank">Open</a>`,
    act: async (hand) => {
      await hand.click('a');
      await hand.settle();
    },
    state: 'document.querySelector("h1").textContent',
    is: 'tab',
  },
  {
    name: 'an alert does not hang the click',
    html: `<button onclick="alert('Saved');window.after=true">Save</button>`,
    act: (hand) => hand.click('button'),
    state: 'after',
    is: true,
    says: { notes: ['The page showed an alert: "Saved". It was closed.'] },
  },
  {
    name: 'a prompt is dismissed and told',
    html: `<button onclick="window.answer=prompt('Name?','me')">Ask</button>`,
    act: (hand) => hand.click('button'),
    state: 'answer',
    is: null,
    says: /^The page asked \(prompt\): "Name\?"\. It was answered Cancel\.$/,
  },
  {
    name: 'a page that asks whether to leave is left',
    html: `<script>addEventListener('beforeunload', (event) => event.preventDefault())</script><a href="/0/left">Leave</a>`,
    act: async (hand) => {
      await hand.click('a');
      await hand.settle();
    },
    state: 'document.querySelector("h1")?.textContent',
    is: 'left',
  },
  {
    name: 'a modal dialog element: what is behind it is covered, what is in it is clicked',
    html: `<button id="behind" ${counter}>Behind</button><dialog><button id="in" onclick="window.inside=true">In</button></dialog><script>document.querySelector('dialog').showModal()</script>`,
    act: async (hand) => hand.click('#in'),
    state: '[window.inside, window.hits]',
    is: [true, undefined],
  },
  {
    name: 'the focus can be taken out of a field by the click',
    html: `<input id="a" autofocus><button>Elsewhere</button>`,
    act: async ({ actuator, page }) => {
      const box = await page.locator('#a').boundingBox();
      if (!box) throw new Error('no box');
      const { x, y, width, height } = box;
      const edges = { left: x, top: y, right: x + width, bottom: y + height };
      const { signal } = new AbortController();
      return actuator.click(edges, { clickType: 'left', blurField: true }, signal);
    },
    state: 'document.activeElement.localName',
    is: 'body',
  },
  {
    name: 'a link over two lines, whose box has its centre beside it',
    html: `<p style="width:420px;font:20px monospace">${'word '.repeat(7)}<a href="#there">the long link</a> and more</p>`,
    act: (hand) => hand.click('a'),
    state: 'location.hash',
    is: '#there',
    says: { hit: 'link "the long link"' },
  },
  {
    name: 'a drawn tick over the box that it stands for',
    html: `<div style="position:relative;width:30px;height:30px" onclick="window.hits=(window.hits??0)+1"><input type="checkbox" style="position:absolute;inset:0;opacity:0;margin:0;width:30px;height:30px"><span style="position:absolute;inset:0;background:teal"></span></div>`,
    act: (hand) => hand.click('input'),
    state: 'hits',
    is: 1,
  },
  {
    name: 'a target that the page takes away as it is pressed',
    html: `<button onmousedown="this.remove();window.pressed=true">Go</button>`,
    act: (hand) => hand.click('button'),
    state: 'pressed',
    is: true,
    says: {
      hit: 'button "Go"',
      note: expect.stringContaining('took it away as it was pressed'),
    },
  },
  {
    name: 'a list drawn anew under the pointer: what was clicked is what is said',
    html: `<ul><li onmouseenter="this.textContent='Second'" onclick="window.hit=this.textContent">First</ul>`,
    act: (hand) => hand.click('li'),
    state: 'hit',
    is: 'Second',
    says: { hit: 'li "Second"' },
  },
  {
    name: 'a button that names itself anew as it is clicked is told by the name it was clicked by',
    html: `<button id="b" onclick="window.hit=this.textContent;this.textContent='Following'">Follow</button>`,
    act: (hand) => hand.click('#b'),
    state: 'hit',
    is: 'Follow',
    says: { hit: 'button "Follow"' },
  },
  {
    name: 'the same for one without words, by its label',
    html: `<button id="b" aria-label="Follow" onclick="window.hit=this.ariaLabel;this.ariaLabel='Following'">+</button>`,
    act: (hand) => hand.click('#b'),
    state: 'hit',
    is: 'Follow',
    says: { hit: 'button "Follow"' },
  },
  {
    name: 'an option that goes away as it is pressed is what was hit, not the form behind it',
    html: `<form style="width:400px;height:200px;background:#eee"><ul id="list" role="listbox" style="width:200px"><li role="option" id="o">Boston</li></ul></form><script>
      o.onmousedown = () => { window.chosen = o.textContent; list.remove(); };</script>`,
    act: (hand) => hand.click('#o'),
    state: 'chosen',
    is: 'Boston',
    says: { hit: 'option "Boston"', note: 'the page took it away as it was pressed' },
  },
  {
    name: 'the same for one that is taken away with its pointer event, by its label',
    html: `<p id="l">City of origin</p><div style="width:400px;height:200px"><div id="o" role="option" aria-labelledby="l" style="width:100px;height:30px">x</div></div><script>
      o.onpointerdown = () => { window.chosen = 1; o.remove(); };</script>`,
    act: (hand) => hand.click('#o'),
    state: 'chosen',
    is: 1,
    says: { hit: 'option "City of origin"' },
  },
  {
    name: 'one that moves away under the press is what was hit, and what was met then is told',
    html: `<form id="f" style="width:400px;height:200px"><button type="button" id="b" onmousedown="b.style.marginLeft='200px'">Save</button></form>`,
    act: (hand) => hand.click('#b'),
    state: 'b.style.marginLeft',
    is: '200px',
    says: { hit: 'button "Save"', note: expect.stringContaining('released over') },
  },
  {
    name: 'a button whose parts move under the press is clicked',
    html: `<button id="b" ${counter} style="width:200px;text-align:left"><b id="icon" style="display:inline-block;width:190px">*</b><i>Save</i></button><script>
      b.onmousedown = () => { icon.style.width = '5px'; document.querySelector('i').style.cssText = 'display:inline-block;width:180px'; };</script>`,
    act: async (hand) => {
      const said = (await hand.click('#b')) as object;
      return { ...said, keys: Object.keys(said) };
    },
    state: 'hits',
    is: 1,
    says: { hit: 'button "*Save"', keys: ['hit'] },
  },
];
