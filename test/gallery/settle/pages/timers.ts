import type { SettlePage } from '../settle-page.js';

/** The effect is scheduled by the page itself. */
export const timers: SettlePage[] = [
  { name: 'sets a timer of 1 s', script: `onGo(() => setTimeout(done, 1000))` },
  {
    name: 'says "loading" and sets a timer of 1.2 s',
    script: `onGo(() => { out.textContent = 'Loading'; setTimeout(done, 1200); })`,
  },
  {
    name: 'sets three timers, one in the other',
    script: `onGo(() => setTimeout(() => { out.textContent = '1'; setTimeout(() => { out.textContent = '2'; setTimeout(done, 300); }, 300); }, 300))`,
  },
  {
    name: 'sleeps three times for 200 ms',
    script: `onGo(async () => { for (let i = 0; i < 3; i++) await sleep(200); done(); })`,
  },
  {
    name: 'counts down by timers and shows nothing until the end',
    script: `onGo(() => { let n = 5; const step = () => { n -= 1; if (n > 0) setTimeout(step, 150); else done(); }; step(); })`,
  },
  {
    name: 'polls itself for ever with sleeps from the action on, and changes after 700 ms',
    script: `onGo(async () => { setTimeout(done, 700); for (;;) await sleep(100); })`,
  },
  {
    name: 'asks for idle moments for ever from the action on, and changes after 700 ms',
    script: `onGo(() => { setTimeout(done, 700); const again = () => requestIdleCallback(again); again(); })`,
  },
  {
    name: 'counts down by timers on a thread that is busy in between',
    script: `onGo(() => { let left = 8; const step = () => { left -= 1; if (left === 0) { done(); return; } setTimeout(step, 100); burn(220); }; step(); })`,
  },
  {
    name: 'counts down by an interval of 100 ms',
    script: `onGo(() => { let n = 6; const i = setInterval(() => { n -= 1; if (n > 0) return; clearInterval(i); done(); }, 100); })`,
  },
  {
    name: 'writes letter by letter',
    html: `<p id="line"></p>`,
    script: `onGo(() => { const text = 'the quick brown fox'; let n = 0; const next = () => { n += 1; document.getElementById('line').textContent = text.slice(0, n); if (n < text.length) setTimeout(next, 40); else done(); }; next(); })`,
  },
  {
    name: 'draws on a canvas for 600 ms of frames',
    html: `<canvas width="300" height="100"></canvas>`,
    script: `const c = document.querySelector('canvas').getContext('2d'); onGo(() => { const t0 = performance.now(); const step = (t) => { const p = Math.min(1, (t - t0) / 600); c.fillRect(0, 0, 300 * p, 100); if (p < 1) requestAnimationFrame(step); else globalThis.doneAt = performance.timeOrigin + performance.now(); }; requestAnimationFrame(step); })`,
    isFinal: `c.getImageData(298, 50, 1, 1).data[3] === 255`,
  },
  {
    name: 'waits for an idle moment',
    script: `onGo(() => { out.textContent = 'soon'; requestIdleCallback(() => requestIdleCallback(done)); })`,
  },
  {
    name: 'posts a task with a delay of 400 ms',
    script: `onGo(() => { out.textContent = 'soon'; scheduler.postTask(done, { delay: 400 }); })`,
  },
  {
    name: 'changes at once and sets a useless timer of 1.5 s',
    script: `onGo(() => { done(); setTimeout(() => {}, 1500); })`,
  },
  {
    name: 'passes code as text to its timer',
    script: `onGo(() => setTimeout('done()', 500))`,
  },
  {
    name: 'fetches for 150 ms beside a carousel moved by an interval',
    html: `<div id="belt" style="height:120px;background:linear-gradient(90deg,red,blue);width:200%"></div>`,
    script: `let x = 0; setInterval(() => { x = (x + 5) % 500; document.getElementById('belt').style.transform = 'translateX(-' + x + 'px)'; ticks += 1; }, 40); onGo(() => fetch('/slow?ms=150').then((r) => r.text()).then(done))`,
    ready: 'ticks >= 20',
  },
  {
    name: 'fetches for 150 ms beside a full-page canvas loop',
    html: `<canvas width="1200" height="600" style="position:absolute;inset:0;z-index:-1"></canvas>`,
    script: `const c = document.querySelector('canvas').getContext('2d'); const loop = () => { ticks += 1; c.fillStyle = 'hsl(' + ticks % 360 + ' 80% 80%)'; c.fillRect(0, 0, 1200, 600); requestAnimationFrame(loop); }; loop(); onGo(() => fetch('/slow?ms=150').then((r) => r.text()).then(done))`,
    ready: 'ticks >= 20',
  },
  {
    name: 'fetches for 150 ms beside a clock of 100 ms',
    html: `<p id="clock"></p>`,
    script: `setInterval(() => { document.getElementById('clock').textContent = String(ticks += 1); }, 100); onGo(() => fetch('/slow?ms=150').then((r) => r.text()).then(done))`,
    ready: 'ticks >= 6',
  },
  {
    name: 'fetches beside a list that renders itself anew every 150 ms',
    html: `<ul id="feed"></ul>`,
    script: `const feed = document.getElementById('feed'); setInterval(() => { ticks += 1; feed.innerHTML = '<li class="row">' + ticks + '</li><li class="row">b</li>'; }, 150); onGo(() => fetch('/slow?ms=200').then((r) => r.text()).then(done))`,
    ready: 'ticks >= 5',
  },
  {
    name: 'adds to a list in which a poll removes and adds rows of another kind',
    html: `<div id="list"></div>`,
    script: `const list = document.getElementById('list'); const row = (c, t) => { const d = document.createElement('div'); d.className = c; d.textContent = t; return d; };
      setInterval(() => { ticks += 1; list.querySelector('.ad')?.remove(); list.prepend(row('ad', 'ad ' + ticks)); }, 150);
      onGo(() => { list.append(row('note', 'adding')); setTimeout(() => { list.append(row('result', 'result')); done(); }, 350); })`,
    ready: 'ticks >= 5',
  },
  {
    name: 'starts a clock that never stops, and fetches',
    html: `<p id="clock"></p>`,
    script: `onGo(() => { setInterval(() => { document.getElementById('clock').textContent = String(Date.now()); }, 70); fetch('/slow?ms=300').then((r) => r.text()).then(done); })`,
  },
];
