import { inUrl, type SettlePage } from '../settle-page.js';

const page = (name: string, script: string, rest: Partial<SettlePage> = {}): SettlePage => ({
  name,
  script,
  ...rest,
});
const sendsOn = `Redirecting<meta http-equiv=refresh content="1;url=/html?body=<p id=out>done">`;
const pieces = inUrl(JSON.stringify([50, 950, 1850].map((afterMs) => [afterMs, 'part '])));

/** Neighbours of the other kinds, found by pages that were written without knowing how rest is judged. */
export const neighbours: SettlePage[] = [
  page(
    'yields to the scheduler for a second, and shows what it made then',
    `onGo(async () => { main.append('head'); const until = performance.now() + 1000; while (performance.now() < until) { burn(8); await scheduler.yield(); } done(); });`,
  ),
  page(
    'posts ten tasks of low priority, one after the other',
    `onGo(async () => { main.append('head'); for (let n = 0; n < 10; n++) await scheduler.postTask(() => burn(60), { priority: 'background' }); done(); });`,
  ),
  page(
    'works in slices of 40 ms, each set before the work of the one before',
    `onGo(() => { main.append('head'); let n = 0; const slice = () => { if (++n < 20) setTimeout(slice, 0); burn(40); if (n === 20) done(); }; setTimeout(slice, 0); });`,
  ),
  page(
    'works in slices of 130 ms by timers without a delay',
    `onGo(() => { main.append('head'); let n = 0; const slice = () => { burn(130); if (++n < 8) setTimeout(slice, 0); else done(); }; setTimeout(slice, 0); });`,
  ),
  page(
    'goes through 300 tasks over a message channel, and sets a timer then',
    `const { port1, port2 } = new MessageChannel(); onGo(() => { let n = 0; port1.onmessage = () => { burn(1); if (++n < 300) port2.postMessage(0); else { main.append('head'); setTimeout(done, 700); } }; port2.postMessage(0); });`,
  ),
  page(
    'moves the bar of a progress element to its end in 2.2 s',
    `onGo(() => { const bar = document.querySelector('progress'); const timer = setInterval(() => { bar.value += 5; if (bar.value < 100) return; clearInterval(timer); done(); }, 110); });`,
    { html: '<progress value=0 max=100></progress>' },
  ),
  page(
    'goes to a page that sends its reader on after a second',
    `onGo(() => { location.href = '/html?body=${inUrl(sendsOn)}'; });`,
  ),
  page(
    'changes the hash, which is looked at every 250 ms, and fetches then',
    `let seen = location.hash; setInterval(() => { if (location.hash === seen) return; seen = location.hash; fetch('/slow?ms=200').then(done); }, 250); onGo(() => { location.hash = 'x'; });`,
  ),
  page(
    'reads a body in pieces 900 ms apart, and shows them together',
    `onGo(async () => { await (await fetch('/stream?plain&say=${pieces}')).text(); done(); });`,
  ),
  page(
    'writes a large file into a file system of its own and reads it again',
    `onGo(async () => { const root = await navigator.storage.getDirectory(); const file = await root.getFileHandle('a', { create: true }); const stream = await file.createWritable(); for (let n = 0; n < 6; n++) await stream.write(new Uint8Array(1e7)); await stream.close(); await (await file.getFile()).arrayBuffer(); done(); });`,
  ),
  page(
    'renders two minutes of sound',
    `onGo(async () => { const context = new OfflineAudioContext(2, 44100 * 120, 44100); const tone = context.createOscillator(); tone.connect(context.createBiquadFilter()).connect(context.destination); tone.start(); await context.startRendering(); done(); });`,
  ),
  page(
    'asks a worker a third time, which answers after 800 ms, after two questions that it left open',
    `const worker = new Worker('/js?code=' + encodeURIComponent('onmessage = ({ data }) => { if (data) setTimeout(() => postMessage(1), data); }')); worker.onmessage = done; let n = 0; onGo(() => { n++; worker.postMessage(n === 3 ? 800 : 0); });`,
    { before: [(on) => on.mouse.click(40, 20), (on) => on.mouse.click(40, 20)] },
  ),
  page(
    'tries twice more after 600 ms by the same function, with nothing to be seen',
    `onGo(() => { let n = 0; const attempt = () => { if (++n === 3) done(); else setTimeout(attempt, 600); }; attempt(); });`,
  ),
  page(
    'asks for its content without a hurry, which comes after 800 ms',
    `onGo(() => fetch('/slow?ms=800', { priority: 'low' }).then((answer) => answer.text()).then(done));`,
  ),
];
