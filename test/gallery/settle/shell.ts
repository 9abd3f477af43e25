import type { SettlePage } from './settle-page.js';

const style = `
  body { margin: 0; font: 16px sans-serif }
  #go { position: fixed; left: 0; top: 0; width: 120px; height: 40px; z-index: 9 }
  main { padding: 60px 20px }
`;

/** What every page's script may use. `done()` is the last visible change. */
const prelude = `
  const go = document.getElementById('go');
  const out = document.getElementById('out');
  const main = document.querySelector('main');
  const done = () => {
    out.textContent = 'done';
    globalThis.doneAt = performance.timeOrigin + performance.now();
  };
  const onGo = (fn) => go.addEventListener('click', fn);
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const burn = (ms) => { const until = performance.now() + ms; while (performance.now() < until); };
  let ticks = 0;
`;

/** The document of one page of the gallery, complete in itself. */
export const documentOf = (page: SettlePage): string => `<!doctype html>
<html><head><meta charset="utf-8"><title>${page.name}</title>${page.head ?? ''}
<style nonce="n">${style}</style></head>
<body><button id="go">Go</button><main>${page.html ?? ''}<p id="out"></p></main>
<script nonce="n">${prelude}
${page.script ?? ''}</script></body></html>`;
