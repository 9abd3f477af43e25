import { inUrl, type SettlePage } from '../settle-page.js';

const nextPage = inUrl(`/html?ms=200&body=${inUrl('<p id="out">done</p>')}`);

/** The ways of well-known libraries, written out. */
export const idioms: SettlePage[] = [
  {
    name: 'fetches a part, swaps it in a later task and settles its classes in another',
    html: `<div id="target"></div>`,
    script: `onGo(async () => { go.classList.add('request'); await (await fetch('/html?ms=200&body=x')).text(); setTimeout(() => { document.getElementById('target').innerHTML = '<b>new</b>'; setTimeout(() => { done(); go.classList.remove('request'); }, 20); }, 0); })`,
  },
  {
    name: 'types into a field whose search waits by a timer that sets itself anew',
    html: `<input id="field">`,
    script: `const debounce = (fn, ms) => { let last, timer; const expired = () => { const now = Date.now(); if (now - last >= ms) { timer = undefined; fn(); } else timer = setTimeout(expired, ms - (now - last)); }; return () => { last = Date.now(); timer ??= setTimeout(expired, ms); }; };
      document.getElementById('field').oninput = debounce(() => fetch('/slow?ms=150').then((r) => r.text()).then(done), 300)`,
    act: async (page) => {
      await page.click('#field');
      await page.keyboard.type('boston', { delay: 30 });
    },
  },
  {
    name: 'loads an image as a blob and shows it once it is decoded',
    script: `onGo(async () => { const blob = await (await fetch('/img?ms=200')).blob(); const i = new Image(); i.onload = () => { main.append(i); done(); }; i.src = URL.createObjectURL(blob); })`,
  },
  {
    name: 'computes a key for a while, with nothing to be seen',
    script: `onGo(async () => { const key = await crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']); await crypto.subtle.deriveBits({ name: 'PBKDF2', salt: new Uint8Array(8), iterations: 100000, hash: 'SHA-512' }, key, 256); done(); })`,
  },
  {
    name: 'reads a large file from memory',
    script: `onGo(() => { const reader = new FileReader(); reader.onload = done; reader.readAsDataURL(new Blob([new Uint8Array(2e7)])); })`,
  },
  {
    name: 'asks another frame over a broadcast channel',
    script: `const f = document.createElement('iframe'); f.srcdoc = '<scr' + 'ipt>const c = new BroadcastChannel("c"); c.onmessage = () => setTimeout(() => c.postMessage("back"), 300)</scr' + 'ipt>'; f.onload = () => { ticks = 1; }; main.append(f);
      const c = new BroadcastChannel('c'); c.onmessage = (e) => { if (e.data === 'back') done(); }; onGo(() => { out.textContent = 'asking'; c.postMessage('q'); })`,
    ready: 'ticks === 1',
  },
  {
    name: 'scrolls to the end of a list that fetches more',
    html: `<ul id="list"></ul><div id="end" style="height:10px"></div>`,
    script: `const list = document.getElementById('list'); const add = () => { for (let i = 0; i < 20; i++) list.insertAdjacentHTML('beforeend', '<li style="height:60px">row</li>'); }; add();
      let pages = 0; new IntersectionObserver(async ([e]) => { if (!e.isIntersecting || pages > 0) return; pages += 1; await (await fetch('/slow?ms=300')).text(); add(); done(); }).observe(document.getElementById('end'))`,
    act: async (page) => {
      await page.mouse.move(300, 300);
      await page.mouse.wheel(0, 1500);
    },
  },
  {
    name: 'searches through the same client, at the same address, that a poll uses',
    script: `const api = (body) => new Promise((resolve) => { const x = new XMLHttpRequest(); x.open('POST', '/slow?ms=' + body.ms); x.onloadend = () => resolve(x.response); x.send(JSON.stringify(body)); });
      setInterval(() => api({ op: 'poll', ms: 20 }).then(() => { ticks += 1; }), 200); onGo(() => api({ op: 'search', ms: 350 }).then(done))`,
    ready: 'ticks > 3',
  },
  {
    name: 'chooses an option, which sends the form',
    html: `<form method="post" action="/to?url=${nextPage}"><select onchange="this.form.submit()"><option>a</option><option>b</option></select></form>`,
    act: async (page) => {
      await page.selectOption('select', 'b');
    },
  },
  {
    name: 'opens an accordion two frames later',
    html: `<div id="fold" style="height:0;overflow:hidden;transition:height .35s ease"><p style="height:200px">x</p></div>`,
    script: `const fold = document.getElementById('fold'); onGo(() => requestAnimationFrame(() => requestAnimationFrame(() => { fold.style.height = '200px'; })))`,
    isFinal: `fold.offsetHeight === 200`,
  },
  {
    name: 'animates by an interval of 13 ms',
    html: `<div id="bar" style="width:0;height:20px;background:red"></div>`,
    script: `onGo(() => { const t0 = Date.now(); const i = setInterval(() => { const k = Math.min(1, (Date.now() - t0) / 400); document.getElementById('bar').style.width = 300 * k + 'px'; if (k === 1) { clearInterval(i); done(); } }, 13); })`,
  },
  {
    name: 'counts up for 900 ms of frames',
    html: `<b id="count">0</b>`,
    script: `onGo(() => { const t0 = performance.now(); const step = (t) => { const k = Math.min(1, (t - t0) / 900); document.getElementById('count').textContent = Math.round(1000 * k); if (k < 1) requestAnimationFrame(step); else done(); }; requestAnimationFrame(step); })`,
  },
  {
    name: 'fades out, fetches, changes the route and fades in',
    script: `onGo(async () => { document.body.style.transition = 'opacity .3s'; document.body.style.opacity = 0; await Promise.all([fetch('/html?ms=250&body=x').then((r) => r.text()), new Promise((r) => document.body.addEventListener('transitionend', r, { once: true }))]); history.pushState({}, '', '/next'); done(); document.body.style.opacity = 1; })`,
    isFinal: `out.textContent === 'done' && getComputedStyle(document.body).opacity === '1'`,
  },
];
