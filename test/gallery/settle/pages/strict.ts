import type { SettlePage } from '../settle-page.js';

const fetchThenDone = `onGo(() => fetch('/slow?ms=250').then((r) => r.text()).then(done))`;
const timerThenDone = `onGo(() => { out.textContent = 'wait'; setTimeout(done, 500); })`;

/** Pages that forbid, replace or break what others take for granted. */
export const strict: SettlePage[] = [
  {
    name: 'fetches under a strict content security policy',
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'nonce-n'; style-src 'nonce-n'; connect-src 'self'",
    },
    script: fetchThenDone,
  },
  {
    name: 'sets a timer under a strict content security policy',
    headers: {
      'content-security-policy': "default-src 'none'; script-src 'nonce-n'; style-src 'nonce-n'",
    },
    script: timerThenDone,
  },
  {
    name: 'fetches where trusted types are required',
    headers: {
      'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'",
    },
    script: fetchThenDone,
  },
  {
    name: 'fetches in a sandboxed document',
    headers: { 'content-security-policy': 'sandbox allow-scripts' },
    script: timerThenDone,
  },
  {
    name: 'fetches by a fetch of its own',
    head: `<script>const f = window.fetch; window.fetch = async (...a) => { await new Promise((r) => setTimeout(r, 100)); return f(...a); };</script>`,
    script: fetchThenDone,
  },
  {
    name: 'sets timers by a setTimeout of its own',
    head: `<script>const native = window.setTimeout; window.setTimeout = (fn, ms, ...a) => native(() => fn(...a), ms); window.setTimeout.isMine = true;</script>`,
    script: timerThenDone,
  },
  {
    name: 'sets timers while every prototype it can reach is broken',
    head: `<script>
      for (const [owner, names] of [[Array.prototype, ['push', 'map', 'filter', 'forEach', 'splice', 'slice', 'indexOf', 'includes']], [Map.prototype, ['get', 'set', 'has']], [WeakMap.prototype, ['get', 'set', 'has']], [Set.prototype, ['add', 'has']], [Promise.prototype, ['catch', 'finally']], [Function.prototype, ['call', 'apply', 'bind', 'toString']], [String.prototype, ['slice', 'indexOf', 'includes', 'startsWith']], [Performance.prototype, ['now']], [EventTarget.prototype, ['dispatchEvent']], [MutationObserver.prototype, ['observe', 'takeRecords']]])
        for (const name of names) owner[name] = () => { throw new Error('broken ' + name); };
      JSON.stringify = () => { throw new Error('broken'); }; window.MutationObserver = undefined; window.Reflect = undefined; window.Proxy = undefined;
    </script>`,
    script: `onGo(() => { out.textContent = 'wait'; setTimeout(() => { out.textContent = 'done'; }, 500); })`,
  },
  {
    name: 'sets timers while Object.prototype has strange members',
    head: `<script>for (const name of ['apply', 'construct', 'transfer', 'delay', 'done', 'kind', 'key', 'endAt', 'prototype']) Object.prototype[name] = () => { throw new Error('strange'); };</script>`,
    script: timerThenDone,
  },
  {
    name: 'sets timers on a window whose functions are frozen',
    head: `<script>for (const name of ['setTimeout', 'setInterval', 'clearTimeout', 'requestAnimationFrame']) Object.defineProperty(window, name, { value: window[name], writable: false, configurable: false });</script>`,
    script: timerThenDone,
  },
  {
    name: 'works in zones, as frameworks patch the globals',
    head: `<script>{ const native = window.setTimeout; let depth = 0; window.setTimeout = function (fn, ms, ...a) { return native.call(this, function () { depth += 1; try { return fn.apply(this, arguments); } finally { depth -= 1; } }, ms, ...a); };
      const then = Promise.prototype.then; Promise.prototype.then = function (a, b) { return then.call(this, a, b); }; }</script>`,
    script: `onGo(() => { fetch('/slow?ms=150').then((r) => r.text()).then(() => setTimeout(done, 200)); })`,
  },
  {
    name: 'is installed in a worker of its own that answers its fetches',
    script: `navigator.serviceWorker.register('/js?scope&code=' + encodeURIComponent('onactivate = (e) => e.waitUntil(clients.claim()); onfetch = (e) => { if (e.request.url.includes("asked")) e.respondWith(new Promise((r) => setTimeout(() => r(new Response("ok")), 300))); }'), { scope: '/' }).then(() => navigator.serviceWorker.ready).then(() => { if (navigator.serviceWorker.controller) ticks = 1; else navigator.serviceWorker.oncontrollerchange = () => { ticks = 1; }; });
      onGo(() => fetch('/asked').then((r) => r.text()).then(done))`,
    ready: 'ticks === 1',
  },
];
