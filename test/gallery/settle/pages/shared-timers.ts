import type { Page } from 'playwright';
import type { SettlePage } from '../settle-page.js';
import { bundle } from './bundle.js';

/** `idle()` sets a timer that does nothing; `search()` is given the text to show. */
const answer = `
  const told = () => { globalThis.doneAt = performance.timeOrigin + performance.now(); };
  const show = (text) => { document.getElementById('out').textContent = text; told(); };
  globalThis.own = (fn, ms) => setTimeout(() => fn(), ms);
`;
const html = '<button id="idle">Nothing</button> <input id="field">';
const isFinal = `document.querySelector('main').textContent.includes('FINAL')`;
const clickIdle = (page: Page) => page.click('#idle');
const type = async (page: Page) => {
  await page.click('#field');
  await page.keyboard.type('abc');
};
/** Two idle clicks, and then typing: one wrapper for the timers of both. */
const afterIdle = { html, isFinal, before: [clickIdle, clickIdle], act: type };
const onBoth = (idle: string, search: string) => `${answer}
  document.getElementById('idle').addEventListener('click', () => { ${idle} });
  document.getElementById('field').addEventListener('input', () => { ${search} });
`;
const typed = async (
  name: string,
  imports: string,
  idle: string,
  search: string,
  rest: Partial<SettlePage> = {},
): Promise<SettlePage> => ({
  name: `${name}, after two idle clicks of the same wrapper`,
  script: await bundle(`${imports}\n${onBoth(idle, search)}`),
  ...afterIdle,
  ...rest,
});
const get = `fetch('/slow?ms=150').then((r) => r.text()).then(() => show('FINAL'))`;

const rx = (ms: number) => [
  typed(
    `debounces input by ${ms} ms of RxJS`,
    `import { Subject, debounceTime, timer } from 'rxjs'; const s = new Subject(); s.pipe(debounceTime(${ms})).subscribe(() => show('FINAL'));`,
    `timer(${ms}).subscribe(() => {});`,
    `s.next(1);`,
  ),
  typed(
    `delays by ${ms} ms of RxJS and fetches then`,
    `import { delay, of, timer } from 'rxjs';`,
    `of(1).pipe(delay(${ms})).subscribe(() => {});`,
    `timer(${ms}).subscribe(() => { if (document.getElementById('field').value === 'abc') ${get}; });`,
  ),
];

/** Libraries through which all timers of a page go, and pages whose own wrapper does the same. */
export const sharedTimerPages = (): Promise<SettlePage[]> =>
  Promise.all([
    ...[300, 450, 500, 800].flatMap(rx),
    typed(
      'debounces by lodash',
      `import { debounce } from 'lodash-es'; const none = debounce(() => {}, 400); const look = debounce(() => { ${get} }, 400);`,
      `none();`,
      `look();`,
    ),
    typed(
      'waits by a wrapper of its own',
      '',
      `own(() => {}, 600);`,
      `own(() => show('FINAL'), 600);`,
    ),
    typed(
      'waits by a promise of its own, three in a row',
      `const sleep = (ms) => new Promise((r) => own(r, ms));`,
      `sleep(400);`,
      `(async () => { await sleep(400); await sleep(400); await sleep(400); show('FINAL'); })();`,
    ),
    typed(
      'waits by a wrapper that all its timers go through, beside a ticker of the same',
      `setTimeout(function tick() { document.title = performance.now(); own(tick, 500); }, 500);`,
      `own(() => {}, 500);`,
      `own(() => show('FINAL'), 500);`,
    ),
    typed(
      'waits under zone.js',
      `import 'zone.js';`,
      `setTimeout(() => {}, 500);`,
      `setTimeout(() => show('FINAL'), 500);`,
    ),
    typed(
      'fetches after a delay under zone.js',
      `import 'zone.js';`,
      `setTimeout(() => {}, 350);`,
      `setTimeout(() => { ${get} }, 350);`,
    ),
    jqueryUi(),
    typed(
      'waits 600 ms after each key that is typed slowly',
      '',
      'own(() => {}, 600);',
      `const { length } = document.getElementById('field').value; own(() => { if (length === 3) show('FINAL'); }, 600);`,
      {
        act: async (page) => {
          await page.click('#field');
          for (const key of 'abc') {
            if (key !== 'a') await page.waitForTimeout(700);
            await page.keyboard.press(key);
          }
        },
      },
    ),
    angular(),
  ]);

/** jQuery UI takes jQuery from the page's globals. */
const jqueryUi = async (): Promise<SettlePage> => {
  const page = await typed(
    'asks the autocomplete of jQuery UI',
    `import 'jquery-ui/dist/jquery-ui.js';
     $('#field').autocomplete({ minLength: 3, source: (q, done) => setTimeout(() => { done(['FINAL ' + q.term]); told(); }, 200) });
     const none = $.widget('x.none', { idle() { this._delay(() => {}, 300); } }); $('#idle').none();`,
    `$('#idle').none('idle');`,
    '',
    { isFinal: `document.body.textContent.includes('FINAL')` },
  );
  const jquery = await bundle(`import $ from 'jquery'; globalThis.jQuery = globalThis.$ = $;`);
  return { ...page, script: `${jquery}\n${page.script}` };
};

/** A real page of Angular with zone.js: a search that is debounced and answered by the server. */
const angular = async (): Promise<SettlePage> => ({
  name: 'types into a debounced search of Angular with zone.js, after two idle clicks',
  script: await bundle(`
    import 'zone.js';
    import '@angular/compiler';
    import { Component, NgZone, provideZoneChangeDetection, signal } from '@angular/core';
    import { bootstrapApplication } from '@angular/platform-browser';
    import { Subject, debounceTime, switchMap } from 'rxjs';
    ${answer}
    class App {
      text = signal('');
      asked = new Subject();
      constructor() {
        this.asked.pipe(debounceTime(450), switchMap(() => fetch('/slow?ms=200').then((r) => r.text())))
          .subscribe(() => { this.text.set('FINAL'); told(); });
      }
      idle() { setTimeout(() => {}, 450); }
    }
    const Made = Component({
      selector: 'main',
      template: '<button id="idle" (click)="idle()">Nothing</button><input id="field" (input)="asked.next(1)"><p>{{ text() }}</p>',
    })(App) ?? App;
    bootstrapApplication(Made, { providers: [provideZoneChangeDetection()] });
  `),
  ready: `document.querySelector('#field') !== null`,
  isFinal,
  before: [clickIdle, clickIdle],
  act: type,
});
