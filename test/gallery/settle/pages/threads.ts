import type { SettlePage } from '../settle-page.js';

/** The effect comes from another thread, or from storage. */
export const threads: SettlePage[] = [
  {
    name: 'asks a worker that answers after 400 ms',
    script: `const w = new Worker('/js?code=' + encodeURIComponent('onmessage = () => setTimeout(() => postMessage(1), 400); postMessage("up")'));
      w.onmessage = (e) => { if (e.data === 'up') ticks = 1; else done(); }; onGo(() => { out.textContent = 'asking'; w.postMessage(1); })`,
    ready: 'ticks === 1',
  },
  {
    name: 'starts a worker that fetches for 300 ms',
    script: `onGo(() => { out.textContent = 'asking'; const w = new Worker('/js?code=' + encodeURIComponent('fetch("/slow?ms=300").then((r) => r.text()).then(() => postMessage(1))')); w.onmessage = done; })`,
  },
  {
    name: 'asks a shared worker',
    script: `const w = new SharedWorker('/js?code=' + encodeURIComponent('onconnect = (e) => { const p = e.ports[0]; p.onmessage = () => setTimeout(() => p.postMessage(1), 350); }'));
      w.port.onmessage = done; onGo(() => { out.textContent = 'asking'; w.port.postMessage(1); })`,
  },
  {
    name: 'asks a worker over a port of its own',
    script: `const w = new Worker('/js?code=' + encodeURIComponent('onmessage = (e) => { const p = e.ports[0]; p.onmessage = () => setTimeout(() => p.postMessage(1), 350); p.postMessage("up"); }'));
      const { port1, port2 } = new MessageChannel(); w.postMessage('port', [port2]); port1.onmessage = (e) => { if (e.data === 'up') ticks = 1; else done(); };
      onGo(() => { out.textContent = 'asking'; port1.postMessage(1); })`,
    ready: 'ticks === 1',
  },
  {
    name: 'sends to a worker that never answers, and changes at once',
    script: `const w = new Worker('/js?code=' + encodeURIComponent('onmessage = () => {}')); onGo(() => { w.postMessage(1); done(); })`,
  },
  {
    name: 'changes after 500 ms beside a talk with a worker that goes on for ever',
    script: `const w = new Worker('/js?code=' + encodeURIComponent('onmessage = () => setTimeout(() => postMessage(1), 30)')); w.onmessage = () => { ticks += 1; w.postMessage(1); }; w.postMessage(1);
      onGo(() => setTimeout(done, 500))`,
    ready: 'ticks >= 10',
  },
  {
    name: 'begins a talk with a worker that goes on for ever, and changes after 500 ms',
    script: `const w = new Worker('/js?code=' + encodeURIComponent('onmessage = () => setTimeout(() => postMessage(1), 30)')); w.onmessage = () => w.postMessage(1);
      onGo(() => { w.postMessage(1); setTimeout(done, 500); })`,
  },
  {
    name: 'writes to a database and reads it again',
    script: `onGo(() => { out.textContent = 'saving'; const o = indexedDB.open('db', 1); o.onupgradeneeded = () => o.result.createObjectStore('s'); o.onsuccess = () => { const t = o.result.transaction('s', 'readwrite'); for (let i = 0; i < 400; i++) t.objectStore('s').put({ i }, i); t.oncomplete = () => { o.result.transaction('s').objectStore('s').count().onsuccess = done; }; }; })`,
  },
  {
    name: 'draws on a canvas in a worker after 350 ms',
    html: `<canvas width="200" height="80"></canvas>`,
    script: `const w = new Worker('/js?code=' + encodeURIComponent('let c; onmessage = (e) => { if (e.data.c) { c = e.data.c.getContext("2d"); postMessage("up"); return; } setTimeout(() => { c.fillRect(0, 0, 200, 80); postMessage(1); }, 350); }'));
      const c = document.querySelector('canvas').transferControlToOffscreen(); w.onmessage = (e) => { if (e.data === 'up') ticks = 1; else globalThis.drawn = true; }; w.postMessage({ c }, [c]); onGo(() => { out.textContent = 'drawing'; w.postMessage({}); })`,
    ready: 'ticks === 1',
    isFinal: 'globalThis.drawn === true',
  },
];
