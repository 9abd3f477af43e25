import type { SettlePage } from '../settle-page.js';
import { bundle } from './bundle.js';

const prelude = `
  import { createRoot } from 'react-dom/client';
  import { Suspense, use, useDeferredValue, useEffect, useState, useTransition } from 'react';
  const get = (url) => fetch(url).then((r) => r.text());
  const mount = (element) => createRoot(document.querySelector('main')).render(element);
  const told = () => { globalThis.doneAt = performance.timeOrigin + performance.now(); };
`;

const isFinal = `document.querySelector('main').textContent.includes('FINAL')`;
const ready = `document.querySelector('#b') !== null`;
const clickB = { ready, isFinal, act: (page) => page.click('#b') } satisfies Partial<SettlePage>;
const react = async (name: string, code: string): Promise<SettlePage> => ({
  name,
  script: await bundle(`${prelude}${code}`),
  ...clickB,
});

/** Real frameworks, with their own schedulers. */
export const frameworkPages = (): Promise<SettlePage[]> =>
  Promise.all([
    react(
      'sets a state of React',
      `function App() { const [text, set] = useState(''); return <><button id="b" onClick={() => { set('FINAL'); told(); }}>b</button><p>{text}</p></>; } mount(<App />);`,
    ),
    react(
      'mounts a component of React that fetches in an effect',
      `function Part() { const [data, set] = useState(); useEffect(() => { get('/slow?ms=350').then((t) => { set(t); told(); }); }, []); return <p>{data ? 'FINAL' : 'wait'}</p>; }
       function App() { const [open, set] = useState(false); return <><button id="b" onClick={() => set(true)}>b</button>{open ? <Part /> : null}</>; } mount(<App />);`,
    ),
    react(
      'starts a transition of React to a part that suspends',
      `let data; function Part() { const text = use(data); useEffect(told, []); return <p>{text ? 'FINAL' : ''}</p>; }
       function App() { const [open, set] = useState(false); const [pending, start] = useTransition(); return <><button id="b" onClick={() => { data = get('/slow?ms=500'); start(() => set(true)); }}>b</button><i>{pending ? 'wait' : ''}</i><Suspense fallback="wait">{open ? <Part /> : null}</Suspense></>; } mount(<App />);`,
    ),
    react(
      'defers a slow list of React',
      `function Row({ text }) { const t = performance.now(); while (performance.now() - t < 5); return <li>{text}</li>; }
       function App() { const [open, set] = useState(0); const later = useDeferredValue(open); useEffect(() => { if (later) told(); }, [later]); return <><button id="b" onClick={() => set(1)}>b</button><ul>{later ? Array.from({ length: 60 }, (_, i) => <Row key={i} text={i === 59 ? 'FINAL' : i} />) : null}</ul></>; } mount(<App />);`,
    ),
    react(
      'goes through effects of React that set timers',
      `function App() { const [n, set] = useState(0); useEffect(() => { if (n > 0 && n < 4) { const t = setTimeout(() => set(n + 1), 150); return () => clearTimeout(t); } if (n === 4) told(); }, [n]); return <><button id="b" onClick={() => set(1)}>b</button><p>{n === 4 ? 'FINAL' : n}</p></>; } mount(<App />);`,
    ),
    react(
      'shows a row of React at once and what the server made of it later',
      `function App() { const [rows, set] = useState(['a']); return <><button id="b" onClick={async () => { set(['a', 'saving']); await fetch('/slow?ms=450', { method: 'POST', body: '{}' }); set(['a', 'FINAL']); told(); }}>b</button>{rows.map((row) => <p key={row}>{row}</p>)}</>; } mount(<App />);`,
    ),
    (async (): Promise<SettlePage> => ({
      name: 'types into a field that a watcher of Vue searches for',
      script: await bundle(
        `import { createApp, h, ref, watch } from 'vue'; createApp({ setup() { const query = ref(''); const result = ref(''); let timer; watch(query, () => { clearTimeout(timer); timer = setTimeout(async () => { await fetch('/slow?ms=200'); result.value = 'FINAL'; }, 300); }); return () => [h('input', { id: 'b', value: query.value, onInput: (e) => { query.value = e.target.value; } }), h('p', result.value)]; } }).mount('main');`,
      ),
      ...clickB,
      act: async (page) => {
        await page.click('#b');
        await page.keyboard.type('hello', { delay: 5 });
      },
    }))(),
  ]);
