import type { SettlePage } from '../settle-page.js';

const pixel = (address: string) => `new Image().src = '${address}';`;

/** What is sent to be counted, beside what matters; and what looks like it and is content. */
export const reports: SettlePage[] = [
  {
    name: 'loads a pixel that never comes, and changes at once',
    script: `onGo(() => { ${pixel('/hang?pixel')} done(); })`,
  },
  {
    name: 'loads a pixel of 700 ms, and nothing else happens',
    script: `onGo(() => { ${pixel('/img?ms=700')} })`,
    isFinal: `out.textContent === ''`,
  },
  {
    name: 'puts a pixel into the document that never comes, and changes at once',
    script: `onGo(() => { const i = new Image(1, 1); i.src = '/hang?pixel'; i.style.cssText = 'width:1px;height:1px'; document.body.append(i); done(); })`,
  },
  {
    name: 'makes a hidden pixel by createElement, and fetches',
    script: `onGo(() => { const i = document.createElement('img'); i.style.display = 'none'; i.src = '/hang?pixel'; document.body.append(i); fetch('/slow?ms=400').then((r) => r.text()).then(done); })`,
  },
  {
    name: 'shows an image once a listener hears that it has come',
    script: `onGo(() => { const i = new Image(200, 80); i.addEventListener('load', () => { main.append(i); done(); }); i.src = '/img?ms=800'; })`,
  },
  {
    name: 'shows an image once its handler hears that it has come, a word of waiting beside',
    script: `onGo(() => { out.textContent = 'loading'; const i = new Image(200, 80); i.src = '/img?ms=800'; i.onload = () => { main.append(i); done(); }; })`,
  },
  {
    name: 'uncovers a hidden image once it has come',
    script: `onGo(() => { const i = document.createElement('img'); i.style.display = 'none'; i.onload = () => { i.style.display = ''; done(); }; i.src = '/img?ms=700'; main.append(i); })`,
  },
  {
    name: 'sets a background that takes 600 ms to come',
    head: '<style>#hero { width: 200px; height: 80px } #hero.on { background: url(/img?ms=600) }</style>',
    html: '<div id="hero"></div>',
    script: `onGo(() => document.getElementById('hero').classList.add('on'))`,
    isFinal: `performance.getEntriesByType('resource').some((e) => e.name.includes('/img') && e.responseEnd > 0)`,
  },
  ...[
    [
      'by a fetch that outlives it',
      `fetch('/hang?log', { method: 'POST', keepalive: true, body: '1' })`,
    ],
    ['by a fetch without CORS', `fetch('/hang?log', { mode: 'no-cors' })`],
    [
      'by a request object that outlives it',
      `fetch(new Request('/hang?log', { method: 'POST', keepalive: true }))`,
    ],
  ].map(([how, send]) => ({
    name: `reports ${how} and is never answered, and changes at once`,
    script: `onGo(() => { ${send}; done(); })`,
  })),
  {
    name: 'saves by a fetch that outlives it, and shows its answer of 200 ms',
    script: `onGo(() => fetch('/slow?ms=200', { method: 'POST', keepalive: true, body: '1' }).then((r) => r.text()).then(done))`,
  },
  {
    name: 'reports by a fetch that nobody reads, and nothing else happens',
    script: `onGo(() => { fetch('/slow?ms=100', { method: 'POST', body: 'click' }); })`,
    isFinal: `out.textContent === ''`,
  },
  {
    name: 'is answered that there is no content, and nothing else happens',
    script: `onGo(async () => { await (await fetch('/nothing', { method: 'POST' })).text(); })`,
    isFinal: `out.textContent === ''`,
  },
  {
    name: 'is answered that there is no content, and shows that after 300 ms',
    script: `onGo(async () => { await fetch('/nothing', { method: 'DELETE' }); await sleep(300); done(); })`,
  },
  {
    name: 'loads a pixel and content by the same address',
    script: `onGo(() => { ${pixel('/img?ms=300')} const i = new Image(200, 80); i.onload = done; i.src = '/img?ms=900'; main.append(i); })`,
  },
];
