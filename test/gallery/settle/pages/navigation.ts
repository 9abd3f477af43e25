import { inUrl, type SettlePage } from '../settle-page.js';

const next = inUrl('<h1>Next</h1><p id="out">done</p>');
const late = inUrl(
  `<h1>Next</h1><p id="out"></p><script>onload = () => setTimeout(() => fetch('/slow?ms=200').then((r) => r.text()).then(() => { document.getElementById('out').textContent = 'done'; }), 150)</script>`,
);
const pictured = inUrl(
  `<h1>Next</h1><img width="200" height="80" src="/img?ms=800" onload="document.getElementById('out').textContent = 'done'"><p id="out"></p>`,
);

/** The effect is another document, or another route. */
export const navigation: SettlePage[] = [
  {
    name: 'goes to another page',
    script: `onGo(() => { location.href = '/html?ms=300&body=${next}'; })`,
  },
  {
    name: 'follows a link to a page that fetches after its load',
    html: `<a id="link" href="/html?ms=100&body=${late}">Next</a>`,
    act: (page) => page.locator('#link').dispatchEvent('click'),
  },
  {
    name: 'goes to a page with an image of 800 ms',
    script: `onGo(() => { location.href = '/html?body=${pictured}'; })`,
  },
  {
    name: 'goes to a page of another site',
    script: `onGo(() => { location.href = location.origin.replace('127.0.0.1', 'localhost') + '/html?ms=150&body=${late}'; })`,
  },
  {
    name: 'sends a form and is redirected',
    html: `<form method="post" action="/to?url=${inUrl(`/html?ms=250&body=${next}`)}"><input name="a" value="1"></form>`,
    script: `onGo(() => document.querySelector('form').requestSubmit())`,
  },
  {
    name: 'thinks for 200 ms and then goes to another page',
    script: `onGo(() => { out.textContent = 'leaving'; setTimeout(() => { location.href = '/html?ms=200&body=${next}'; }, 200); })`,
  },
  {
    name: 'is sent on by the page it goes to',
    script: `onGo(() => { location.href = '/html?body=${inUrl(`<script>location.replace('/html?ms=200&body=${next}')</script>`)}'; })`,
  },
  {
    name: 'changes the route and renders it after 250 ms',
    script: `onGo(() => { history.pushState({}, '', '/a'); setTimeout(done, 250); })`,
  },
  {
    name: 'changes the hash and renders on its event',
    script: `addEventListener('hashchange', () => setTimeout(done, 100)); onGo(() => { location.hash = 'a'; })`,
  },
  {
    name: 'intercepts its navigation and renders after a fetch',
    script: `navigation.addEventListener('navigate', (e) => { if (e.canIntercept) e.intercept({ handler: async () => { await fetch('/slow?ms=300').then((r) => r.text()); done(); } }); }); onGo(() => { location.href = '/other'; })`,
  },
  {
    name: 'loads itself again',
    script: `if (sessionStorage.again) setTimeout(done, 200); onGo(() => { sessionStorage.again = '1'; location.reload(); })`,
  },
  {
    name: 'follows a link that has no content',
    script: `onGo(() => { location.href = '/nothing'; setTimeout(done, 300); })`,
  },
  {
    name: 'downloads a file and says so',
    script: `onGo(() => { location.href = '/download'; setTimeout(done, 250); })`,
  },
  {
    name: 'goes back to the page before',
    script: `if (location.hash !== '#b') history.replaceState({}, '', '#a'), history.pushState({}, '', '#b'); addEventListener('popstate', () => setTimeout(done, 250)); onGo(() => history.back())`,
  },
];
