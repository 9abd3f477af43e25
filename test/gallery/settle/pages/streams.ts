import type { Script } from '../live-routes.js';
import { inUrl, type SettlePage } from '../settle-page.js';

const words = (count: number, everyMs: number, from = 0): Script =>
  Array.from({ length: count }, (_, n) => [from + n * everyMs, `word${n} `]);
const answer = (count: number, everyMs: number, from = 0): Script => [
  ...words(count, everyMs, from),
  [from + count * everyMs, 'END'],
];
const json = (type: string, text: string) => JSON.stringify({ type, text });

/** Every page: `put(text)` appends a piece; `END` is the last. `bubble()` shows the question at once. */
const html = '<pre id="log" style="white-space:pre-wrap"></pre><p id="wait"></p>';
const common = `
  const log = document.getElementById('log');
  const put = (text) => { if (text === 'END') done(); else log.append(text); };
  const bubble = () => log.append('Q: hello ');
`;
const source = (address: string, more = '') =>
  `const es = new EventSource('${address}'); es.onmessage = (e) => { ${more} put(e.data); if (e.data === 'END') es.close(); };`;
const socket = (query = '') =>
  `const ws = new WebSocket('ws://' + location.host + '/ws?${query}'); ws.onopen = () => { ticks += 1; };`;
const stream = (script: Script, rest = '') => `/stream?say=${inUrl(JSON.stringify(script))}${rest}`;
const saying = (script: Script) => `ws.send('say ' + ${JSON.stringify(JSON.stringify(script))})`;
const channel = `const id = Math.random(); const told = (script, rest = '') => '/tell?id=' + id + '&say=' + encodeURIComponent(JSON.stringify(script)) + rest;`;

const page = (name: string, script: string, rest: Partial<SettlePage> = {}): SettlePage => ({
  name,
  html,
  script: `${common}\n${script}`,
  ...rest,
});
const up = { ready: 'ticks >= 1' };

/** Answers that come over connections that stay open, and the tickers beside them. */
export const streams: SettlePage[] = [
  page(
    'opens an event stream of 2 s of words',
    `onGo(() => { bubble(); ${source(stream(answer(20, 100)))} })`,
  ),
  page(
    'opens an event stream whose first word comes after 1.5 s',
    `onGo(() => { bubble(); ${source(stream(answer(5, 60, 1500)))} })`,
  ),
  page(
    'opens an event stream that stays open after its one message of 800 ms',
    `onGo(() => { bubble(); ${source(stream([[800, 'END']], '&hold')).replace("if (e.data === 'END') es.close();", '')} })`,
  ),
  page(
    'opens an event stream of words that come 250 ms apart',
    `onGo(() => { bubble(); ${source(stream(answer(7, 250, 200)))} })`,
  ),
  page(
    'reads events by fetch, the first after 1.5 s',
    `onGo(async () => { bubble(); const r = await fetch('${stream(answer(8, 100, 1500))}'); const reader = r.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) { const { value, done: end } = await reader.read(); if (end) break; for (const line of value.split('\\n')) if (line.startsWith('data: ')) put(line.slice(6)); } })`,
  ),
  page(
    'reads a body by fetch in pieces 400 ms apart, the first after 1.2 s',
    `onGo(async () => { bubble(); const r = await fetch('${stream(answer(3, 400, 1200), '&plain')}'); for await (const piece of r.body.pipeThrough(new TextDecoderStream())) put(piece); })`,
  ),
  page(
    'reads a body by XMLHttpRequest as it comes, the first piece after 1.2 s',
    `onGo(() => { bubble(); const x = new XMLHttpRequest(); x.open('POST', '${stream(answer(6, 150, 1200), '&plain')}'); let n = 0;
      x.onprogress = () => { log.append(x.response.slice(n)); n = x.response.length; }; x.onload = done; x.send(); })`,
  ),
  ...[800, 1500].map((ms) =>
    page(
      `asks over a socket and is answered after ${ms} ms`,
      `${socket()} ws.onmessage = (e) => put(e.data); onGo(() => { bubble(); ${saying([[ms, 'END']])}; })`,
      up,
    ),
  ),
  page(
    'asks over a socket with nothing to be seen, and is answered after 1.5 s',
    `${socket()} ws.onmessage = (e) => put(e.data); onGo(() => ${saying([[1500, 'END']])})`,
    up,
  ),
  page(
    'asks over a socket, which acknowledges at once and answers 900 ms later',
    `${socket()} ws.onmessage = (e) => { const m = JSON.parse(e.data); if (m.type === 'data') done(); };
      onGo(() => { bubble(); ${saying([
        [5, json('ack', '')],
        [905, json('data', '')],
      ])}; })`,
    up,
  ),
  page(
    'asks over a socket and gets 2 s of words',
    `${socket()} ws.onmessage = (e) => put(e.data); onGo(() => { bubble(); ${saying(answer(20, 100, 80))}; })`,
    up,
  ),
  page(
    'asks over a socket and gets words with pauses of 600 ms, three dots jumping beside',
    `${socket()} ws.onmessage = (e) => { if (e.data === 'END') document.getElementById('wait').className = ''; put(e.data); };
      onGo(() => { document.getElementById('wait').className = 'dots'; ${saying(answer(4, 600, 300))}; })`,
    {
      ...up,
      head: '<style>@keyframes jump { to { translate: 0 -4px } } .dots { height: 20px; width: 60px; background: teal; animation: jump .4s infinite alternate }</style>',
    },
  ),
  page(
    'gets patches over a socket as LiveView sends them: a reply, and more of it later',
    `${socket(`tick=500&text=${inUrl('[null,"#","phoenix","phx_reply",{"response":{},"status":"ok"}]')}`)}
      ws.onmessage = (e) => { const [, , , kind, body] = JSON.parse(e.data); if (kind === 'phx_reply') { ticks += 1; if (body.response.diff) log.innerHTML = '<b>Loading</b>'; } if (kind === 'diff') { log.removeAttribute('aria-busy'); done(); } };
      onGo(() => { log.setAttribute('aria-busy', 'true'); ${saying([
        [120, '["4","7","lv:a","phx_reply",{"response":{"diff":{"0":"Loading"}},"status":"ok"}]'],
        [820, '["4",null,"lv:a","diff",{"1":"Rows"}]'],
      ])}; })`,
    { ready: 'ticks >= 3' },
  ),
  page(
    'gets patches over a socket as binary frames, beside short beats',
    `${socket('bytes&tick=300&text=.')} ws.binaryType = 'arraybuffer'; ws.onmessage = (e) => { const text = new TextDecoder().decode(e.data); if (text.length === 1) ticks += 1; else { log.textContent = text; if (text.startsWith('second')) done(); } };
      onGo(() => ${saying([
        [700, 'first patch of the page, some bytes long'],
        [900, 'second patch of the page, some bytes long'],
      ])})`,
    { ready: 'ticks >= 3' },
  ),
  page(
    'appends what a stream brings as HTML, as Turbo does, after a form was sent by fetch',
    `${channel} const es = new EventSource('/channel?id=' + id); es.onopen = () => { ticks = 1; }; es.onmessage = (e) => { log.innerHTML += e.data; if (e.data.includes('last')) done(); };
      onGo(async () => { go.disabled = true; await fetch(told([[500, '<p>row</p>'], [700, '<p>last</p>']]), { method: 'POST' }); })`,
    up,
  ),
  page(
    'sends by fetch, which is but acknowledged, and is answered over an event stream 900 ms later',
    `${channel} const es = new EventSource('/channel?id=' + id); es.onopen = () => { ticks = 1; }; es.onmessage = (e) => put(e.data);
      onGo(() => { bubble(); fetch(told([[900, 'END']], '&ms=60&status=202'), { method: 'POST' }); })`,
    up,
  ),
  page(
    'sends by fetch and gets words over an event stream that ticks each second',
    `${channel} const es = new EventSource('/channel?id=' + id + '&tick=400&text=' + encodeURIComponent('{"type":"price","value":#}')); es.onmessage = (e) => { if (e.data[0] === '{') { ticks += 1; document.getElementById('wait').textContent = e.data; } else put(e.data); };
      onGo(() => { bubble(); fetch(told([[700, 'a '], [850, 'b '], [1000, 'c '], [1200, 'END']], '&ms=40'), { method: 'POST' }).then((r) => r.text()); })`,
    { ready: 'ticks >= 3' },
  ),
  page(
    'sends by fetch and is answered by a request that was held since before',
    `${channel} const poll = async () => { for (;;) put(await (await fetch('/poll?id=' + id)).text()); }; poll(); setTimeout(() => { ticks = 1; }, 800);
      onGo(() => { bubble(); fetch(told([[700, 'END']], '&ms=30'), { method: 'POST' }).then((r) => r.text()); })`,
    up,
  ),
  page(
    'asks over a socket that has been opened by the action itself',
    `onGo(() => { bubble(); ${socket()} ws.onopen = () => ${saying([[700, 'END']])}; ws.onmessage = (e) => put(e.data); })`,
  ),
  page(
    'asks over a socket on which prices tick, each another text',
    `${socket(`tick=250&text=${inUrl('{"type":"price","value":#}')}`)} ws.onmessage = (e) => { if (e.data[0] === '{') { ticks += 1; document.getElementById('wait').textContent = e.data; } else put(e.data); };
      onGo(() => { bubble(); ${saying([[1200, 'END']])}; })`,
    { ready: 'ticks >= 4' },
  ),
  page(
    'changes at once beside prices that tick on a socket for ever',
    `${socket(`tick=250&text=${inUrl('{"type":"price","value":#}')}`)} ws.onmessage = (e) => { ticks += 1; document.getElementById('wait').textContent = e.data; }; onGo(done)`,
    { ready: 'ticks >= 4' },
  ),
  page(
    'changes at once beside an event stream of prices each second',
    `new EventSource('/channel?id=p&tick=1000&text=' + encodeURIComponent('{"p":#}')).onmessage = (e) => { ticks += 1; document.getElementById('wait').textContent = e.data; }; onGo(done)`,
    { ready: 'ticks >= 2' },
  ),
  page(
    'asks over a socket after two messages that were never answered',
    `${socket()} ws.onmessage = (e) => put(e.data); document.getElementById('wait').textContent = 'here'; document.getElementById('wait').onclick = () => ws.send('seen'); onGo(() => { bubble(); ${saying([[1300, 'END']])}; })`,
    {
      ...up,
      before: [(page) => page.click('#wait'), (page) => page.click('#wait')],
    },
  ),
  page(
    'begins a feed that never ends, and changes after 700 ms',
    `onGo(() => { ${source(stream(words(100, 150), '&hold'))} setTimeout(done, 700); })`,
  ),
  page(
    'asks a second time over a socket, when the first answer was quick and the second takes 1.2 s',
    `${socket()} let n = 0; ws.onmessage = (e) => { n += 1; if (n === 1) log.append('first'); else done(); };
      onGo(() => { ${saying([[50, 'a']])}; setTimeout(() => ${saying([[1200, 'b']])}, 300); })`,
    up,
  ),
  page(
    'asks twice at once over a socket, and is answered after 50 ms and after 1.2 s',
    `${socket()} let n = 0; ws.onmessage = (e) => { n += 1; if (n === 1) log.append('first'); else done(); };
      onGo(() => { ${saying([[50, 'a']])}; ${saying([[1200, 'b']])}; })`,
    up,
  ),
];
