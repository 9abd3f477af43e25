import type { SettlePage } from '../settle-page.js';

/** The effect is an animation, or comes beside one. */
export const motion: SettlePage[] = [
  {
    name: 'ends an animation of 600 ms, and then shows the content',
    head: `<style>@keyframes grow { from { width: 0 } to { width: 300px } } .bar { height: 10px; background: teal; animation: grow .6s linear forwards }</style>`,
    script: `onGo(() => { const b = document.createElement('div'); b.className = 'bar'; b.onanimationend = done; main.append(b); })`,
  },
  {
    name: 'slides a panel in for 400 ms',
    head: `<style>#panel { position: fixed; right: 0; top: 0; width: 300px; height: 300px; background: teal; transform: translateX(100%); transition: transform .4s } #panel.in { transform: none }</style>`,
    html: `<aside id="panel">Panel</aside>`,
    script: `const panel = document.getElementById('panel'); panel.ontransitionend = () => { globalThis.doneAt = performance.timeOrigin + performance.now(); }; onGo(() => panel.classList.add('in'))`,
    isFinal: `Math.abs(panel.getBoundingClientRect().right - document.documentElement.clientWidth) < 1`,
  },
  {
    name: 'draws the strip of a carousel along for 600 ms, out of view itself, its parts in view',
    head: `<style>#frame { width: 300px; height: 80px; overflow: hidden } #strip { display: flex; height: 80px; transform: translateX(-600px); transition: transform .6s } #strip div { flex: 0 0 300px }</style>`,
    html: `<div id="frame"><div id="strip"><div>One</div><div>Two</div><div>Three</div><div>Four</div></div></div>`,
    script: `const strip = document.getElementById('strip'); strip.ontransitionend = () => { globalThis.doneAt = performance.timeOrigin + performance.now(); }; onGo(() => { strip.style.transform = 'translateX(-900px)'; })`,
    isFinal: `Math.abs(strip.getBoundingClientRect().left + 900 - document.getElementById('frame').getBoundingClientRect().left) < 1`,
  },
  {
    name: 'slides a panel in by script for 400 ms, which says nothing of its end',
    head: `<style>#panel { position: fixed; right: 0; top: 0; width: 300px; height: 300px; background: teal; transform: translateX(100%) }</style>`,
    html: `<aside id="panel">Panel</aside>`,
    script: `onGo(() => { document.getElementById('panel').animate({ transform: 'none' }, { duration: 400, fill: 'forwards' }); })`,
    isFinal: `Math.abs(panel.getBoundingClientRect().right - document.documentElement.clientWidth) < 1`,
  },
  {
    name: 'animates by script for 500 ms and goes on from there',
    html: `<div id="box" style="width:50px;height:50px;background:teal"></div>`,
    script: `onGo(async () => { await document.getElementById('box').animate([{ opacity: 0 }, { opacity: 1 }], 500).finished; done(); })`,
  },
  {
    name: 'shows the content at once, an endless animation beside it',
    head: `<style>@keyframes turn { to { rotate: 1turn } } .spin { width: 60px; height: 60px; background: teal; animation: turn 1s linear infinite }</style>`,
    script: `onGo(() => { main.append(Object.assign(document.createElement('div'), { className: 'spin' })); done(); })`,
  },
  {
    name: 'shows a skeleton, then lazy parts after 100, 400 and 900 ms',
    head: `<style>@keyframes shine { to { background-position: 200% } } .skeleton { height: 20px; background: linear-gradient(90deg,#eee,#ccc,#eee) 0/200%; animation: shine 1s infinite }</style>`,
    html: `<section id="a"></section><section id="b"></section><section id="c"></section>`,
    script: `onGo(() => { history.pushState({}, '', '/shop'); for (const [id, ms] of [['a', 100], ['b', 400], ['c', 900]]) { const s = document.getElementById(id); s.innerHTML = '<div class="skeleton"></div>'; fetch('/slow?part=' + id + '&ms=' + ms).then((r) => r.text()).then(() => { s.textContent = id; if (id === 'c') done(); }); } })`,
  },
  {
    name: 'opens a menu on hover after a transition of 250 ms',
    head: `<style>#menu ul { opacity: 0; transition: opacity .25s } #menu:hover ul { opacity: 1 }</style>`,
    html: `<nav id="menu" style="width:200px">Menu<ul><li>One</li></ul></nav>`,
    act: (page) => page.hover('#menu'),
    isFinal: `getComputedStyle(document.querySelector('#menu ul')).opacity === '1'`,
  },
  {
    name: 'changes by a view transition',
    script: `onGo(() => document.startViewTransition(done))`,
  },
  {
    name: 'fades toasts in one after the other',
    head: `<style>@keyframes fade { from { opacity: 0 } } .toast { animation: fade .2s }</style>`,
    script: `onGo(() => { let n = 0; const next = () => { n += 1; const t = Object.assign(document.createElement('p'), { className: 'toast', textContent: 'toast ' + n }); t.onanimationend = () => { if (n < 3) next(); else done(); }; main.append(t); }; next(); })`,
  },
  {
    name: 'fetches beside a marquee whose animation starts again and again',
    head: `<style>@keyframes run { from { transform: translateX(400px) } } .run { animation: run .3s linear }</style>`,
    html: `<div id="m" class="run">marquee</div>`,
    script: `const m = document.getElementById('m'); m.onanimationend = () => { ticks += 1; m.classList.remove('run'); void m.offsetWidth; m.classList.add('run'); }; onGo(() => fetch('/slow?ms=200').then((r) => r.text()).then(done))`,
    ready: 'ticks >= 3',
  },
  {
    name: 'says that it is busy while something unseen goes on',
    script: `onGo(async () => { out.textContent = 'Please wait'; main.setAttribute('aria-busy', 'true');
      const key = await crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']);
      await crypto.subtle.deriveBits({ name: 'PBKDF2', salt: new Uint8Array(8), iterations: 200000, hash: 'SHA-512' }, key, 256);
      main.removeAttribute('aria-busy'); done(); })`,
  },
];
