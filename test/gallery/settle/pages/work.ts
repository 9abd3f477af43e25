import type { SettlePage } from '../settle-page.js';

const get = (address: string) => `await (await fetch(${address})).text()`;
const inWorker = (code: string) =>
  `new Worker('/js?code=' + encodeURIComponent(${JSON.stringify(code)}))`;
const saying = (text: string) => `out.textContent = '${text}';`;
const deriving = (iterations: number) =>
  `const key = await crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']); await crypto.subtle.deriveBits({ name: 'PBKDF2', salt: new Uint8Array(8), iterations: ${iterations}, hash: 'SHA-512' }, key, 256);`;
const film = (address: string) =>
  `const v = document.createElement('video'); v.width = 64; v.height = 48; v.muted = true; v.preload = 'auto'; v.src = '${address}'; main.append(v);`;

/** Many steps between the action and its effect, or one that only the browser knows of. */
export const work: SettlePage[] = [
  {
    name: 'fetches seven pages of one address with pauses, and shows them together',
    script: `onGo(async () => { ${saying('loading')} for (let n = 1; n <= 7; n++) { ${get(`'/slow?ms=60&page=' + n`)}; await sleep(70); } done(); })`,
  },
  {
    name: 'follows cursors through six answers of one address',
    script: `onGo(async () => { ${saying('loading')} let cursor = 'a1'; for (let n = 0; n < 6; n++) { cursor = ${get(`'/slow?ms=90&body=c' + n + '&cursor=' + cursor`)}; await new Promise((r) => setTimeout(r, 60)); } done(); })`,
  },
  {
    name: 'asks one address for five operations in their bodies, one after the other',
    script: `onGo(async () => { ${saying('loading')} for (const operation of ['User', 'Cart', 'Offers', 'Prices', 'Stock']) { await (await fetch('/slow?ms=110', { method: 'POST', body: JSON.stringify({ operation }) })).text(); await sleep(60); } done(); })`,
  },
  {
    name: 'polls a job seven times until it is over',
    script: `onGo(async () => { ${saying('working')} for (let n = 0; n < 7; n++) { await sleep(110); ${get(`'/slow?ms=30&job=1'`)}; } done(); })`,
  },
  {
    name: 'polls a job six times, which is answered slowly',
    script: `onGo(async () => { ${saying('working')} for (let n = 0; n < 6; n++) { await sleep(110); ${get(`'/slow?ms=300&job=1'`)}; } done(); })`,
  },
  {
    name: 'polls a job six times on a thread that is busy in between',
    script: `onGo(async () => { ${saying('working')} for (let n = 0; n < 6; n++) { const rest = sleep(60); burn(460); await rest; ${get(`'/slow?ms=30&job=1'`)}; } done(); })`,
  },
  {
    name: 'tries four times with longer and longer pauses',
    script: `onGo(async () => { ${saying('trying')} for (const ms of [100, 200, 400]) { const r = await fetch('/error'); await r.text(); await sleep(ms); } ${get(`'/slow?ms=100'`)}; done(); })`,
  },
  {
    name: 'goes by eight hops of fetch and timer',
    script: `onGo(async () => { ${saying('hopping')} for (let n = 0; n < 8; n++) { ${get(`'/slow?ms=70&hop=' + n`)}; await sleep(150); } done(); })`,
  },
  {
    name: 'goes by seven hops of XMLHttpRequest and timer',
    script: `onGo(() => { ${saying('hopping')} let n = 0; const hop = () => { const x = new XMLHttpRequest(); x.open('GET', '/slow?ms=80&hop=' + n); x.onload = () => { n += 1; if (n < 7) setTimeout(hop, 180); else done(); }; x.send(); }; hop(); })`,
  },
  {
    name: 'begins a poll of 250 ms that never ends, and changes at once',
    script: `onGo(() => { done(); setInterval(() => fetch('/slow?ms=20&t=' + Date.now()).then((r) => r.text()), 250); })`,
  },
  {
    name: 'begins a poll that never ends and is never the same, and changes after 600 ms',
    script: `onGo(() => { setTimeout(done, 600); setInterval(() => fetch('/slow?ms=20&t=' + Math.random()).then((r) => r.text()), 200); })`,
  },
  {
    name: 'derives a key for a while and says so',
    script: `onGo(async () => { ${saying('deriving')} ${deriving(500_000)} done(); })`,
  },
  {
    name: 'derives a key for a while after a fetch',
    script: `onGo(async () => { ${saying('signing in')} ${get(`'/slow?ms=150'`)}; ${deriving(300_000)} done(); })`,
  },
  {
    name: 'makes a pair of keys',
    script: `onGo(async () => { ${saying('making keys')} await crypto.subtle.generateKey({ name: 'RSA-OAEP', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, true, ['encrypt', 'decrypt']); done(); })`,
  },
  {
    name: 'digests a large file in pieces',
    script: `onGo(async () => { ${saying('reading')} const file = new Blob([new Uint8Array(3e7)]); for (let n = 0; n < 3; n++) await crypto.subtle.digest('SHA-512', await file.arrayBuffer()); done(); })`,
  },
  {
    name: 'decodes a large picture and draws it',
    html: '<canvas width="300" height="100"></canvas>',
    script: `onGo(async () => { ${saying('decoding')} const big = new OffscreenCanvas(4000, 4000); big.getContext('2d').fillRect(0, 0, 4000, 4000); const blob = await big.convertToBlob({ type: 'image/png' }); const bitmap = await createImageBitmap(blob); document.querySelector('canvas').getContext('2d').drawImage(bitmap, 0, 0); done(); })`,
  },
  {
    name: 'decodes an image before it shows it',
    script: `onGo(async () => { ${saying('loading')} const i = new Image(200, 80); i.src = '/img?ms=500'; await i.decode(); main.append(i); done(); })`,
  },
  {
    name: 'has a worker draw after 700 ms, which says nothing',
    html: '<canvas width="200" height="80"></canvas>',
    script: `const w = ${inWorker('let c; onmessage = (e) => { if (e.data.c) { c = e.data.c.getContext("2d"); postMessage("up"); return; } setTimeout(() => { c.fillRect(0, 0, 200, 80); new BroadcastChannel("drawn").postMessage(1); }, 700); }')};
      new BroadcastChannel('drawn').onmessage = () => { globalThis.drawn = true; }; const c = document.querySelector('canvas').transferControlToOffscreen(); w.onmessage = () => { ticks = 1; }; w.postMessage({ c }, [c]); onGo(() => { ${saying('drawing')} w.postMessage({}); })`,
    ready: 'ticks === 1',
    isFinal: 'globalThis.drawn === true',
  },
  {
    name: 'has a worker tell its progress every 250 ms',
    script: `const w = ${inWorker('onmessage = () => { let n = 0; const i = setInterval(() => { n += 1; postMessage(n); if (n === 5) clearInterval(i); }, 250); }; postMessage(0);')};
      w.onmessage = (e) => { if (e.data === 0) ticks = 1; else if (e.data < 5) out.textContent = e.data * 20 + ' %'; else done(); }; onGo(() => { ${saying('0 %')} w.postMessage(1); })`,
    ready: 'ticks === 1',
  },
  {
    name: 'works through twelve idle moments',
    script: `onGo(() => { ${saying('soon')} let n = 0; const slice = () => { const t = performance.now(); while (performance.now() - t < 15); n += 1; if (n < 12) requestIdleCallback(slice); else done(); }; requestIdleCallback(slice); })`,
  },
  {
    name: 'keeps an answer in a cache and reads it again',
    script: `onGo(async () => { ${saying('loading')} const cache = await caches.open('c'); await cache.add('/slow?ms=250&body=kept'); await (await cache.match('/slow?ms=250&body=kept')).text(); done(); })`,
  },
  {
    name: 'animates a chart by SMIL for 900 ms',
    html: '<svg width="300" height="40"><rect width="10" height="40" fill="teal"><animate attributeName="width" to="300" dur="0.9s" begin="indefinite" fill="freeze"/></rect></svg>',
    script: `onGo(() => document.querySelector('animate').beginElement())`,
    isFinal: `document.querySelector('rect').width.animVal.value === 300`,
  },
  {
    name: 'changes at once beside a SMIL spinner that turns for ever',
    html: '<svg width="40" height="40"><rect width="10" height="10"><animateTransform attributeName="transform" type="rotate" from="0" to="360" dur="1s" repeatCount="indefinite"/></rect></svg>',
    script: `onGo(done)`,
  },
  {
    name: 'shows the first picture of a film that takes 600 ms to come',
    script: `onGo(() => { ${film('/film?ms=600')} })`,
    isFinal: `document.querySelector('video').readyState >= 2`,
  },
  {
    name: 'shows a film that never comes, and changes at once',
    script: `onGo(() => { ${film('/hang')} done(); })`,
  },
  {
    name: 'winds a film to another place',
    script: `${film('/film')} v.onloadeddata = () => { ticks = 1; }; onGo(() => { v.onseeked = () => { globalThis.sought = true; }; v.currentTime = 0.15; })`,
    ready: 'ticks === 1',
    isFinal: 'globalThis.sought === true',
  },
  {
    name: 'begins a view transition after a fetch',
    head: '<style>::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation-duration: .6s }</style>',
    script: `onGo(async () => { ${get(`'/slow?ms=250'`)}; const t = document.startViewTransition(done); await t.finished; globalThis.over = true; })`,
    isFinal: 'globalThis.over === true',
  },
  {
    name: 'begins a view transition that fetches before it shows anything',
    script: `onGo(() => document.startViewTransition(async () => { ${get(`'/slow?ms=400'`)}; done(); }).finished.then(() => { globalThis.over = true; }))`,
    isFinal: 'globalThis.over === true',
  },
];
