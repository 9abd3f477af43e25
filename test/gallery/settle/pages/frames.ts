import type { Frame, Page } from 'playwright';
import { inUrl, type SettlePage } from '../settle-page.js';

const inner = (script: string) =>
  inUrl(
    `<body style="margin:0"><button id="go" style="width:120px;height:40px">Go</button><p id="out"></p><script>const go = document.getElementById('go'), out = document.getElementById('out'); ${script}</script>`,
  );
const fetches = inner(
  `fetch('/slow?ms=350').then((r) => r.text()).then(() => { out.textContent = 'done'; })`,
);
const onClick = inner(
  `go.onclick = () => fetch('/slow?ms=300').then((r) => r.text()).then(() => { out.textContent = 'done'; })`,
);
const onClickTimer = inner(
  `go.onclick = () => { out.textContent = 'wait'; setTimeout(() => { out.textContent = 'done'; }, 500); }`,
);
/** `localhost` is another site than `127.0.0.1`: its frames live in another process. */
const foreign = `location.origin.replace('127.0.0.1', 'localhost')`;

const saysDoneInside = async (page: Page): Promise<boolean> => {
  const frame = page.frames()[1];
  return (await frame?.evaluate(() => document.getElementById('out')?.textContent)) === 'done';
};
const clickInside = async (page: Page): Promise<void> => {
  const frame = page.frames()[1] as Frame;
  const box = await (await frame.frameElement()).boundingBox();
  if (!box) throw new Error('The frame is not shown.');
  await page.mouse.click(box.x + 40, box.y + 20);
};
const isReady = `ticks === 1`;
const frameOf = (origin: string, body: string) =>
  `const f = document.createElement('iframe'); f.width = 400; f.height = 200; f.onload = () => { ticks = 1; }; f.src = ${origin} + '/html?body=${body}'; main.append(f);`;

/** The effect is in a frame, a shadow root, or another window. */
export const frames: SettlePage[] = [
  {
    name: 'adds a frame that fetches',
    script: `onGo(() => { ${frameOf('location.origin', fetches)} })`,
    isFinal: saysDoneInside,
  },
  {
    name: 'adds a frame of another site that fetches',
    script: `onGo(() => { ${frameOf(foreign, fetches)} })`,
    isFinal: saysDoneInside,
  },
  {
    name: 'clicks in a frame, which fetches',
    script: frameOf('location.origin', onClick),
    ready: isReady,
    act: clickInside,
    isFinal: saysDoneInside,
  },
  {
    name: 'clicks in a frame of another site, which fetches',
    script: frameOf(foreign, onClick),
    ready: isReady,
    act: clickInside,
    isFinal: saysDoneInside,
  },
  {
    name: 'clicks in a frame of another site, which sets a timer',
    script: frameOf(foreign, onClickTimer),
    ready: isReady,
    act: clickInside,
    isFinal: saysDoneInside,
  },
  {
    name: 'moves a frame to another site, which fetches',
    script: `${frameOf('location.origin', inner(''))} onGo(() => { f.src = ${foreign} + '/html?body=${fetches}'; })`,
    ready: isReady,
    isFinal: saysDoneInside,
  },
  {
    name: 'sends a message to a frame of another site, which answers after 300 ms',
    script: `${frameOf(foreign, inner(`onmessage = (e) => setTimeout(() => e.source.postMessage('back', '*'), 300)`))} onmessage = done; onGo(() => f.contentWindow.postMessage('there', '*'))`,
    ready: isReady,
  },
  {
    name: 'adds a frame from text, with a timer',
    script: `onGo(() => { const f = document.createElement('iframe'); f.srcdoc = '<p id="out"></p><scr' + 'ipt>setTimeout(() => { document.getElementById("out").textContent = "done"; }, 400)</scr' + 'ipt>'; main.append(f); })`,
    isFinal: saysDoneInside,
  },
  {
    name: 'renders into a shadow root after a fetch, part by part',
    html: `<x-card></x-card>`,
    script: `customElements.define('x-card', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }); } });
      onGo(async () => { const root = document.querySelector('x-card').shadowRoot; root.innerHTML = '<p>wait</p>'; for (let i = 0; i < 3; i++) { await sleep(150); root.append('part'); } root.append('end'); })`,
    isFinal: `document.querySelector('x-card').shadowRoot.textContent.endsWith('end')`,
  },
  {
    name: 'renders into a closed shadow root, by frames that come late',
    html: `<x-closed></x-closed>`,
    script: `let root; customElements.define('x-closed', class extends HTMLElement { connectedCallback() { root = this.attachShadow({ mode: 'closed' }); } });
      onGo(async () => { root.innerHTML = '<p>wait</p>'; for (let i = 0; i < 4; i++) { await new Promise((r) => { const a = root.firstChild.animate([], 80); a.onfinish = r; }); root.append('part'); } root.append('end'); globalThis.ended = true; })`,
    isFinal: `globalThis.ended === true`,
  },
  {
    name: 'renders into a declarative shadow root',
    html: `<div id="host"><template shadowrootmode="open"><p>static</p></template></div>`,
    script: `onGo(async () => { const root = document.getElementById('host').shadowRoot; await fetch('/slow?ms=200').then((r) => r.text()); root.querySelector('p').textContent = 'done'; })`,
    isFinal: `document.getElementById('host').shadowRoot.querySelector('p').textContent === 'done'`,
  },
  {
    name: 'opens a window',
    script: `onGo(() => window.open('/html?body=new'))`,
    isFinal: async (page) => page.context().pages().length === 2,
  },
];
