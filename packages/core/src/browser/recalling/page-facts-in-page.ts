import { inPage, withParts } from '../frames/in-page.js';
import type { PageFacts } from '../recall.js';
import { type Kit, kitInPage } from './kit-in-page.js';

/** Self-contained: runs in the page. */
export const pageFactsWith = inPage(function pageFactsWith(kitOf: () => Kit): PageFacts {
  const MAX_TEXTS = 400;
  const MAX_CONTROLS = 300;
  const kit = kitOf();
  const squeeze = (text: string | null | undefined) =>
    (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 100);
  const deep = (selector: string): Element[] => {
    const found: Element[] = [];
    const search = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) search(element.shadowRoot);
        if (element.matches(selector)) found.push(element);
      }
    };
    search(document);
    return found.filter(kit.visible);
  };
  const textOf = (element: Element) => squeeze(kit.textOf(element));
  const firsts = deep('h1,[role=heading][aria-level="1"]').map(textOf).filter(Boolean);
  const dialogs = deep('dialog[open],[role=dialog],[role=alertdialog]').map(
    (dialog) => kit.name(dialog).slice(0, 60) || 'dialog',
  );
  const OUT =
    /^(?:log ?out|sign ?out|log off|abmelden|ausloggen|(?:se )?déconnexion|se déconnecter|cerrar sesión|esci|disconnetti|uitloggen|sair|logga ut|wyloguj.{0,8})$/i;
  const IN =
    /^(?:log ?in|sign ?in|sign in or register|anmelden|einloggen|(?:se )?connexion|se connecter|iniciar sesión|accedi|inloggen|entrar|logga in|zaloguj.{0,8})$/i;
  const controls = [...deep('a[href],button,input[type=submit],input[type=password]')].slice(
    0,
    MAX_CONTROLS,
  );
  const names = controls.map((each) => (each.matches('[type=password]') ? '' : kit.name(each)));
  const isIn = names.some((each) => OUT.test(each));
  const isOut =
    names.some((each) => IN.test(each)) || controls.some((each) => each.matches('[type=password]'));
  return {
    beganAtMs: performance.timeOrigin,
    url: location.href,
    title: squeeze(document.title),
    language: (document.documentElement.lang.split('-')[0] ?? '').toLowerCase(),
    headings: [...new Set(firsts)].slice(0, 5),
    dialogs,
    account: isIn ? 'in' : isOut ? 'out' : 'unknown',
    texts: document.body ? kit.textsIn(document.body, document.head).slice(0, MAX_TEXTS) : [],
  };
});

/** What tells the page that is open from others. */
export const pageFactsInPage = withParts<() => PageFacts>(pageFactsWith, [kitInPage]);
