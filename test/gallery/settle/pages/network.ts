import type { SettlePage } from '../settle-page.js';

/** The effect comes by the network. */
export const network: SettlePage[] = [
  {
    name: 'fetches for 300 ms',
    script: `onGo(() => fetch('/slow?ms=300').then((r) => r.text()).then(done))`,
  },
  {
    name: 'sends an XMLHttpRequest of 400 ms',
    script: `onGo(() => { const x = new XMLHttpRequest(); x.open('POST', '/slow?ms=400'); x.onload = done; x.send('a=1'); })`,
  },
  {
    name: 'shows a spinner, then what a fetch of 1.2 s brought',
    head: `<style>@keyframes turn { to { rotate: 1turn } } .spin { width: 30px; height: 30px; border: 3px dotted; animation: turn 1s linear infinite }</style>`,
    script: `onGo(() => { out.innerHTML = '<div class="spin"></div>'; fetch('/slow?ms=1200').then((r) => r.text()).then(done); })`,
  },
  {
    name: 'makes a chain of three fetches with gaps',
    script: `onGo(async () => { for (const n of [1, 2, 3]) { await fetch('/slow?ms=200&n=' + n).then((r) => r.text()); await sleep(120); } done(); })`,
  },
  {
    name: 'waits 250 ms for more keys, then searches for 200 ms',
    html: `<input id="field">`,
    script: `let timer; document.getElementById('field').oninput = () => { clearTimeout(timer);
      timer = setTimeout(() => fetch('/slow?ms=200').then((r) => r.text()).then(done), 250); }`,
    act: async (page) => {
      await page.click('#field');
      await page.keyboard.type('boston');
    },
  },
  {
    name: 'fetches eight rows at a time',
    html: `<ul></ul>`,
    script: `onGo(() => { for (let i = 0; i < 8; i++) fetch('/slow?ms=' + (100 + i * 70) + '&row=' + i).then((r) => r.text()).then(() => {
      document.querySelector('ul').append(Object.assign(document.createElement('li'), { textContent: 'row ' + i })); if (i === 7) done(); }); })`,
  },
  {
    name: 'fetches six rows one after the other',
    html: `<ul></ul>`,
    script: `onGo(async () => { for (let i = 0; i < 6; i++) { await (await fetch('/slow?ms=120&row=' + i)).text();
      document.querySelector('ul').append(document.createElement('li')); } done(); })`,
  },
  {
    name: 'reads an answer that comes in five pieces',
    script: `onGo(async () => { const r = (await fetch('/chunks?n=5&ms=150')).body.getReader(); while (!(await r.read()).done); done(); })`,
  },
  {
    name: 'shows an answer piece by piece as it comes',
    html: `<pre></pre>`,
    script: `onGo(async () => { const r = (await fetch('/chunks?n=6&ms=200')).body.getReader();
      for (;;) { const { done: end } = await r.read(); if (end) break; document.querySelector('pre').append('piece '); } done(); })`,
  },
  {
    name: 'inserts an image of 450 ms after a fetch',
    script: `onGo(async () => { await fetch('/slow?ms=150').then((r) => r.text()); const i = new Image(200, 80); i.id = 'pic'; i.onload = done; i.src = '/img?ms=450'; main.append(i); })`,
  },
  {
    name: 'loads a style sheet that shows the content',
    html: `<p id="styled" hidden>Styled</p>`,
    script: `onGo(() => { const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = '/css?ms=350&code=' + encodeURIComponent('#styled { display: block !important }'); document.head.append(l); })`,
    isFinal: `document.getElementById('styled').offsetHeight > 0`,
  },
  {
    name: 'loads a script (JSONP)',
    script: `globalThis.answer = () => done(); onGo(() => { const s = document.createElement('script'); s.src = '/js?ms=350&code=' + encodeURIComponent('answer()'); document.head.append(s); })`,
  },
  {
    name: 'imports a module that imports another',
    script: `globalThis.show = done; onGo(() => import('/js?ms=200&code=' + encodeURIComponent('import "/js?ms=250&code=show()"')))`,
  },
  {
    name: 'looks at the status of an answer alone',
    script: `onGo(() => fetch('/chunks?n=40&ms=100').then((r) => { if (r.ok) done(); }))`,
  },
  {
    name: 'gets an error, waits 300 ms and tries again',
    script: `onGo(async () => { let r = await fetch('/error'); if (!r.ok) { await sleep(300); r = await fetch('/slow?ms=150'); } await r.text(); done(); })`,
  },
  {
    name: 'has its connection reset and says so',
    script: `onGo(() => fetch('/reset', { method: 'POST' }).catch(() => sleep(150)).then(done))`,
  },
  {
    name: 'fetches behind a time limit of its own',
    script: `onGo(() => { const guard = setTimeout(() => {}, 2000); fetch('/slow?ms=250').then((r) => r.text()).then(() => { clearTimeout(guard); done(); }); })`,
  },
  {
    name: 'is redirected twice while fetching',
    script: `onGo(() => fetch('/to?url=' + encodeURIComponent('/to?url=' + encodeURIComponent('/slow?ms=300'))).then((r) => r.text()).then(done))`,
  },
  {
    name: 'changes at once beside a poll every 200 ms',
    script: `setInterval(() => fetch('/slow?ms=20&t=' + Date.now()).then((r) => r.text()).then(() => { ticks += 1; }), 200); onGo(done)`,
    ready: 'ticks >= 4',
  },
  {
    name: 'fetches beside a poll that hangs for good',
    script: `fetch('/hang?a'); const poll = () => fetch('/hang?b'); poll(); onGo(() => fetch('/slow?ms=150').then((r) => r.text()).then(done))`,
  },
  {
    name: 'starts a job and polls it twice until it is over',
    script: `onGo(async () => { out.textContent = 'working'; let n = 0; do { await sleep(250); await (await fetch('/slow?ms=40&job=1')).text(); n += 1; } while (n < 3); done(); })`,
  },
  {
    name: 'sends a beacon and changes at once',
    script: `onGo(() => { navigator.sendBeacon('/hang'); done(); })`,
  },
  {
    name: 'changes at once beside a socket that ticks every 200 ms',
    script: `const ws = new WebSocket('ws://' + location.host + '/ws?tick=200'); ws.onmessage = () => { ticks += 1; }; onGo(done)`,
    ready: 'ticks >= 3',
  },
  {
    name: 'asks over a socket and is answered after 450 ms, a spinner beside it',
    script: `const ws = new WebSocket('ws://' + location.host + '/ws'); ws.onopen = () => { ticks = 1; }; ws.onmessage = done; onGo(() => { out.textContent = 'wait'; ws.send('ask 450'); })`,
    ready: 'ticks >= 1',
  },
  {
    name: 'fetches for 150 ms beside an event stream',
    script: `new EventSource('/events').onmessage = () => { ticks += 1; }; onGo(() => fetch('/slow?ms=150').then((r) => r.text()).then(done))`,
    ready: 'ticks >= 3',
  },
  {
    name: 'scrolls to an image that has been loading for some time',
    html: `<div style="height:1800px"></div><img width="200" height="80" onload="done()">`,
    script: `addEventListener('load', () => setTimeout(() => { document.images[0].src = '/img?ms=900'; ticks = 1; }, 50))`,
    ready: 'ticks === 1',
    act: async (page) => {
      await page.mouse.move(300, 300);
      await page.mouse.wheel(0, 1700);
    },
  },
  {
    name: 'scrolls to an image that never comes',
    html: `<div style="height:1800px"></div><img width="200" height="80">`,
    script: `addEventListener('load', () => setTimeout(() => { document.images[0].src = '/hang'; ticks = 1; }, 50))`,
    ready: 'ticks === 1',
    act: async (page) => {
      await page.mouse.move(300, 300);
      await page.mouse.wheel(0, 1700);
    },
    isFinal: 'scrollY > 1000',
  },
  {
    name: 'loads an image that was lazy',
    html: `<div style="height:9000px"></div><img loading="lazy" width="200" height="80" src="/img?ms=300" onload="done()">`,
    act: async (page) => {
      await page.mouse.move(300, 300);
      await page.mouse.wheel(0, 9000);
    },
  },
  {
    name: 'shows content from a module worker script and a fetch beside it',
    script: `onGo(() => { const s = document.createElement('script'); s.type = 'module'; s.textContent = "const m = await import('/js?ms=150&code=" + "export%20const%20a%20%3D%201" + "'); const r = await fetch('/slow?ms=200'); await r.text(); document.getElementById('out').textContent = 'done'; globalThis.doneAt = performance.timeOrigin + performance.now();"; document.body.append(s); })`,
  },
];
