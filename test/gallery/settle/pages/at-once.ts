import type { SettlePage } from '../settle-page.js';

/** The effect is there when the action returns, or within its own frame. */
export const atOnce: SettlePage[] = [
  { name: 'changes the document at once', script: `onGo(done)` },
  { name: 'does nothing', isFinal: `out.textContent === ''` },
  {
    name: 'shows a panel by a class alone',
    head: `<style>#panel { display: none } #panel.open { display: block }</style>`,
    html: `<div id="panel">Panel</div>`,
    script: `onGo(() => document.getElementById('panel').classList.add('open'))`,
    isFinal: `document.getElementById('panel').offsetHeight > 0`,
  },
  {
    name: 'ticks a box, and style sheets do the rest',
    head: `<style>#more { display: none } #box:checked ~ #more { display: block }</style>`,
    html: `<input type="checkbox" id="box"><div id="more">More</div>`,
    act: (page) => page.click('#box'),
    isFinal: `document.getElementById('more').offsetHeight > 0`,
  },
  {
    name: 'opens a details element',
    html: `<details><summary>Sum</summary><p id="inner">Inner</p></details>`,
    act: (page) => page.click('summary'),
    isFinal: `document.getElementById('inner').checkVisibility()`,
  },
  {
    name: 'opens a modal dialog element',
    html: `<dialog><p>Sure?</p></dialog>`,
    script: `onGo(() => document.querySelector('dialog').showModal())`,
    isFinal: `document.querySelector('dialog').open`,
  },
  {
    name: 'opens a popover',
    html: `<button id="pop" popovertarget="it">Pop</button><div id="it" popover>Popped</div>`,
    act: (page) => page.click('#pop'),
    isFinal: `document.getElementById('it').matches(':popover-open')`,
  },
  {
    name: 'focuses a field',
    html: `<input id="field">`,
    act: (page) => page.click('#field'),
    isFinal: `document.activeElement.id === 'field'`,
  },
  {
    name: 'types, and the page mirrors what is typed',
    html: `<input id="field">`,
    script: `document.getElementById('field').oninput = (e) => { if (e.target.value === 'abc') done(); }`,
    act: async (page) => {
      await page.click('#field');
      await page.keyboard.type('abc');
    },
  },
  {
    name: 'scrolls, and a row far down is filled when it comes into view',
    html: `<div style="height:2000px"></div><p id="far"></p><div style="height:2000px"></div>`,
    script: `new IntersectionObserver(([e]) => { if (e.isIntersecting) { e.target.textContent = 'seen'; done(); } })
      .observe(document.getElementById('far'))`,
    act: async (page) => {
      await page.mouse.move(300, 300);
      await page.mouse.wheel(0, 1700);
    },
  },
  {
    name: 'scrolls smoothly to a section',
    html: `<div style="height:2500px"></div><h2 id="there">There</h2><div style="height:2000px"></div>`,
    script: `onGo(() => document.getElementById('there').scrollIntoView({ behavior: 'smooth' }))`,
    isFinal: `Math.abs(document.getElementById('there').getBoundingClientRect().top) < 2`,
  },
  {
    name: 'runs a long task in the click itself',
    script: `onGo(() => { const t = performance.now(); while (performance.now() - t < 300); done(); })`,
  },
  {
    name: 'runs a long task of 350 ms after the click',
    script: `onGo(() => setTimeout(() => { const t = performance.now(); while (performance.now() - t < 350); done(); }, 0))`,
  },
  {
    name: 'renders in slices over a message channel, as schedulers do',
    script: `const { port1, port2 } = new MessageChannel(); let left = 0;
      port1.onmessage = () => { const t = performance.now(); while (performance.now() - t < 8);
        left -= 1; if (left > 0) port2.postMessage(0); else done(); };
      onGo(() => { left = 15; port2.postMessage(0); })`,
  },
  {
    name: 'writes the document anew',
    script: `onGo(() => { document.open(); document.write('<body><p id="out">done</p></body>'); document.close(); })`,
  },
];
