import { bundle } from '../../../test/gallery/settle/pages/bundle.js';
import type { SettlePage } from '../../../test/gallery/settle/settle-page.js';

/** A page of the benchmark: when its final content is there, a corner of it is green. */
export interface StepPage extends SettlePage {
  /** False where the action has no effect that could be missed. */
  hasFlag: boolean;
  /** The click replaces the document. */
  navigates?: boolean;
  /** Typed into a field, where the others are clicked. */
  types?: string;
}

const flag = `<div id="flag" style="position:fixed;right:0;top:0;width:200px;height:200px;z-index:10"></div>`;
const raise = `document.getElementById('flag').style.background = 'rgb(0,160,0)'`;
const finish = `const finish = () => { ${raise}; done(); };`;
const inUrl = (text: string) => encodeURIComponent(text).replaceAll("'", '%27');
const pictured = inUrl(
  `${flag}<img width="200" height="80" src="/img?ms=800" onload="${raise}; globalThis.doneAt = performance.timeOrigin + performance.now()">`,
);

const page = (name: string, script: string, rest: Partial<StepPage> = {}): StepPage => ({
  name,
  html: `${flag}${rest.html ?? ''}`,
  script: `${finish}\n${script}`,
  head: rest.head ?? '',
  hasFlag: rest.hasFlag ?? true,
  navigates: rest.navigates ?? false,
  ...(rest.types === undefined ? {} : { types: rest.types }),
});

const rows = Array.from({ length: 1_000 }, (_, n) => `<li><b>Row ${n}</b> <i>of many</i></li>`);

const field =
  '<input id="field" style="position:fixed;left:0;top:0;width:120px;height:40px;z-index:10">';
const tokens = Array.from({ length: 10 }, (_, n) => [200 + n * 100, `word${n} `]);
const stream = `/stream?say=${inUrl(JSON.stringify([...tokens, [1200, 'END']]))}`;
const debounced = `
  import { Subject, debounceTime } from 'rxjs';
  const typed = new Subject();
  typed.pipe(debounceTime(300)).subscribe(() => fetch('/slow?ms=150').then((r) => r.text()).then(finish));
  document.getElementById('field').addEventListener('input', () => typed.next());
`;

/** The kinds of page that the table in `docs/performance.md` has, in its order. */
export const makeStepPages = async (): Promise<readonly StepPage[]> => [
  page('changes at once', `onGo(finish)`),
  page('changes at once, 3,000 nodes', `onGo(finish)`, { html: `<ul>${rows.join('')}</ul>` }),
  page('nothing', '', { hasFlag: false }),
  page('fetch 300 ms', `onGo(() => fetch('/slow?ms=300').then((r) => r.text()).then(finish))`),
  page(
    'spinner, content after 1.2 s',
    `onGo(() => { out.innerHTML = '<div class="spin"></div>'; fetch('/slow?ms=1200').then((r) => r.text()).then(finish); })`,
    {
      head: `<style>@keyframes turn { to { rotate: 1turn } } .spin { width: 30px; height: 30px; border: 3px dotted; animation: turn 1s linear infinite }</style>`,
    },
  ),
  page(
    'carousel beside, fetch 150 ms',
    `let x = 0; setInterval(() => { x = (x + 5) % 500; document.getElementById('belt').style.transform = 'translateX(-' + x + 'px)'; }, 40); onGo(() => fetch('/slow?ms=150').then((r) => r.text()).then(finish))`,
    {
      html: `<div id="belt" style="height:300px;background:linear-gradient(90deg,red,blue);width:200%"></div>`,
    },
  ),
  page(
    'poll every 200 ms beside, at once',
    `setInterval(() => fetch('/slow?ms=20&t=' + Date.now()).then((r) => r.text()), 200); onGo(finish)`,
  ),
  page('timer 1 s', `onGo(() => setTimeout(finish, 1000))`),
  page(
    'three fetches with gaps',
    `onGo(async () => { for (const n of [1, 2, 3]) { await fetch('/slow?ms=200&n=' + n).then((r) => r.text()); await sleep(120); } finish(); })`,
  ),
  page(
    'parts after 100, 400, 900 ms',
    `onGo(() => { history.pushState({}, '', '/shop'); for (const ms of [100, 400, 900]) fetch('/slow?part=a&ms=' + ms).then((r) => r.text()).then(() => { out.append('part '); if (ms === 900) finish(); }); })`,
  ),
  page('navigation, image 800 ms', `onGo(() => { location.href = '/html?body=${pictured}'; })`, {
    navigates: true,
  }),
  page(
    'a stream of words for 1.2 s',
    `onGo(() => { const es = new EventSource('${stream}'); es.onmessage = (e) => { if (e.data === 'END') { es.close(); finish(); } else out.append(e.data); }; })`,
  ),
  page(
    'a toast for 1.5 s',
    `onGo(() => { const flag = document.getElementById('flag'); flag.textContent = 'Saved'; finish(); setTimeout(() => { flag.textContent = ''; flag.style.background = ''; }, 1500); })`,
  ),
  page(
    'typed autocomplete: 250 ms, fetch 150',
    `let timer; document.getElementById('field').oninput = () => { clearTimeout(timer); timer = setTimeout(() => fetch('/slow?ms=150').then((r) => r.text()).then(finish), 250); };`,
    { html: field, types: 'boston' },
  ),
  page('typed, RxJS debounce 300, fetch 150', await bundle(debounced), {
    html: field,
    types: 'boston',
  }),
];
