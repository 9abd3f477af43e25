import { inUrl, type SettlePage } from '../settle-page.js';

const head = `<style>
  .toast { position: fixed; right: 20px; bottom: 20px; padding: 12px; background: #222; color: #fff }
  .quiet { opacity: 0; transition: opacity .2s } .quiet.show { opacity: 1 }
  @keyframes come-and-go { 0%, 100% { opacity: 0 } 10%, 90% { opacity: 1 } } .brief { opacity: 0; animation: come-and-go 2s }
</style>`;
const toast = `const toast = (ms, text = 'Saved', parent = document.body) => { const t = Object.assign(document.createElement('div'), { className: 'toast', textContent: text }); t.setAttribute('role', 'status'); parent.append(t); setTimeout(() => t.remove(), ms); return t; };`;
const page = (name: string, script: string, rest: Partial<SettlePage> = {}): SettlePage => ({
  name,
  head,
  script: `${toast}\n${script}`,
  ...rest,
});
const readable = (text: string, where = 'document.body') =>
  `[...${where}.querySelectorAll('*')].some((e) => e.children.length === 0 && e.textContent === '${text}' && e.checkVisibility({ opacityProperty: true }))`;
const saved = { isFinal: readable('Saved') };
const rows = '<ul id="rows"><li>One</li><li>Two</li></ul>';

/** What is said for two seconds has to be read, and what stays has to be where it is. */
export const confirmations: SettlePage[] = [
  ...[1500, 2000].map((ms) =>
    page(`shows a toast for ${ms} ms`, `onGo(() => toast(${ms}))`, saved),
  ),
  page(
    'shows a toast of 1.8 s after a fetch',
    `onGo(() => fetch('/slow?ms=300').then((r) => r.text()).then(() => toast(1800)))`,
    saved,
  ),
  page(
    'shows a toast by a class, fading in and out',
    `onGo(() => { const t = document.getElementById('t'); t.classList.add('show'); setTimeout(() => t.classList.remove('show'), 1800); })`,
    { ...saved, html: '<div id="t" class="toast quiet">Saved</div>' },
  ),
  page(
    'shows a toast that comes and goes by one animation of 2 s',
    `onGo(() => { const t = toast(5000); t.classList.add('brief'); })`,
    saved,
  ),
  page(
    'says "Saved" beside the button for 1.5 s',
    `onGo(() => { out.textContent = 'Saved'; setTimeout(() => { out.textContent = ''; }, 1500); })`,
    saved,
  ),
  page(
    'shows a toast in an open shadow root',
    `const host = document.createElement('x-toasts'); host.attachShadow({ mode: 'open' }); document.body.append(host);
      onGo(() => { const t = toast(1600, 'Saved', host.shadowRoot); t.style.position = 'fixed'; })`,
    { isFinal: readable('Saved', `document.querySelector('x-toasts').shadowRoot`) },
  ),
  page(
    'adds a row and says so in a toast',
    `onGo(() => { document.getElementById('rows').append(Object.assign(document.createElement('li'), { textContent: 'Three' })); toast(1700); })`,
    { html: rows, isFinal: `${readable('Saved')} && ${readable('Three')}` },
  ),
  page(
    'shows a toast beside a clock of 100 ms',
    `setInterval(() => { ticks += 1; document.getElementById('clock').textContent = String(ticks); }, 100); onGo(() => toast(1700))`,
    { ...saved, html: '<p id="clock"></p>', ready: 'ticks > 6' },
  ),
  page(
    'shows a toast in a frame',
    `onGo(() => document.querySelector('iframe').contentWindow.say())`,
    {
      ready: `typeof document.querySelector('iframe').contentWindow.say === 'function'`,
      html: `<iframe width="400" height="200" src="/html?body=${inUrl(`<script>function say() { document.body.append(Object.assign(document.createElement('p'), { textContent: 'Saved' })); setTimeout(() => document.querySelector('p').remove(), 1700); }</script>`)}"></iframe>`,
      isFinal: readable('Saved', `document.querySelector('iframe').contentDocument.body`),
    },
  ),
  page(
    'goes to a page that shows a toast for 1.6 s',
    `onGo(() => { location.href = '/html?body=${inUrl(`<h1>Orders</h1><p id="t">Saved</p><script>setTimeout(() => document.getElementById('t').remove(), 1600)</script>`)}'; })`,
    saved,
  ),
  page(
    'shows a toast for 1 s, and something else after that',
    `onGo(() => { toast(1000); setTimeout(done, 1700); })`,
  ),
  page(
    'shows a toast for 1 s, while a timer of 1.9 s runs for nothing that one sees',
    `onGo(() => { toast(1000); setTimeout(() => { globalThis.stored = true; }, 1900); })`,
    saved,
  ),
  page(
    'shows a toast beside a counter that moves at no rhythm',
    `const beats = [70, 130, 40, 210, 90, 60, 170]; const beat = () => { ticks += 1; document.getElementById('count').textContent = String(ticks); setTimeout(beat, beats[ticks % beats.length]); };
      beat(); onGo(() => toast(1700))`,
    { ...saved, html: '<p id="count"></p>', ready: 'ticks > 6' },
  ),
  page(
    'shows a toast for 1.5 s, while an answer of 2 s is waited for that shows nothing',
    `onGo(() => { fetch('/slow?ms=2000').then((r) => r.text()); toast(1500); })`,
    saved,
  ),
  page(
    'shows a toast for 1.6 s while two requests in a row refresh what stays the same',
    `onGo(async () => { toast(1600); for (const ms of [900, 1100]) { await (await fetch('/slow?ms=' + ms)).text(); main.dataset.at = String(ms); } })`,
    saved,
  ),
  page(
    'shows one toast after the other',
    `onGo(() => { toast(900, 'Saving'); setTimeout(() => { toast(5000, 'Stored'); globalThis.doneAt = performance.timeOrigin + performance.now(); }, 900); })`,
    { isFinal: readable('Stored') },
  ),
  page(
    'removes a row that is grey for a second before',
    `onGo(() => { const row = document.querySelector('#rows li'); row.style.color = '#aaa'; setTimeout(() => { row.remove(); globalThis.doneAt = performance.timeOrigin + performance.now(); }, 1000); })`,
    { html: rows, isFinal: `document.querySelectorAll('#rows li').length === 1` },
  ),
  page(
    'shows a banner for 1.5 s that moves what can be clicked',
    `onGo(() => { const b = Object.assign(document.createElement('p'), { textContent: 'Saved' }); main.prepend(b); setTimeout(() => { b.remove(); globalThis.doneAt = performance.timeOrigin + performance.now(); }, 1500); })`,
    {
      html: '<button id="next">Next</button>',
      isFinal: `main.firstElementChild.id === 'next'`,
    },
  ),
  page(
    'says "Loading" for 1.2 s and shows the content then',
    `onGo(() => { const t = toast(1200, 'Loading'); setTimeout(done, 1200); })`,
  ),
  page(
    'shows a toast and goes to another address at its end',
    `onGo(() => { toast(1500); setTimeout(() => history.pushState({}, '', '/other'), 1500); })`,
    { isFinal: `location.pathname === '/other'` },
  ),
];
