import type { ActionPage } from '../action-page.js';

/** A list of choices that is filtered some time after the typing, and a first entry that Enter takes. */
const filtered = (later: string) => `<input id="q" role="combobox"><ul id="list"></ul><script>
  const all = ['Argentina', 'Germany', 'Ghana', 'Norway'];
  const show = (names) => list.replaceChildren(...names.map((name) => Object.assign(document.createElement('li'), { textContent: name })));
  const matching = () => all.filter((name) => name.toLowerCase().includes(q.value.toLowerCase()));
  show(all);
  let timer;
  q.addEventListener('input', () => { ${later} });
  q.addEventListener('keydown', ({ key }) => { if (key === 'Enter') { window.chosen = list.firstChild?.textContent; q.value = chosen ?? ''; } });
  </script>`;

const laters: Record<string, string> = {
  'a timer of 300 ms': 'clearTimeout(timer); timer = setTimeout(() => show(matching()), 300);',
  'two frames': 'requestAnimationFrame(() => requestAnimationFrame(() => show(matching())));',
  'a request of 300 ms':
    'fetch("SELF/slow").then((answer) => answer.text()).then(() => show(matching()));',
  'a timer, a request, and a timer again':
    'clearTimeout(timer); timer = setTimeout(async () => { await (await fetch("SELF/slow")).text(); setTimeout(() => show(matching()), 100); }, 200);',
  'an idle moment': 'requestIdleCallback(() => show(matching()));',
};

/** Enter after typing: not before the page has taken the text in, and told by what it made of it. */
export const enteredPages: readonly ActionPage[] = [
  ...Object.entries(laters).map(
    ([name, later]): ActionPage => ({
      name: `Enter waits for a list that is filtered after ${name}`,
      html: filtered(later),
      act: (hand) => hand.type('#q', 'norw', true),
      state: 'chosen',
      is: 'Norway',
      says: { holds: 'Norway', pressed: 'Enter' },
    }),
  ),
  {
    name: 'a choice that is not what was typed is told as it is',
    html: filtered('show(["Argentina"]);'),
    act: (hand) => hand.type('#q', 'norw', true),
    state: 'chosen',
    is: 'Argentina',
    says: { holds: 'Argentina', pressed: 'Enter' },
  },
  {
    name: 'a message that is sent leaves its field empty',
    html: `<textarea id="m"></textarea><script>m.onkeydown = (event) => { if (event.key === 'Enter') { window.sent = m.value; m.value = ''; event.preventDefault(); } }</script>`,
    act: (hand) => hand.type('#m', 'hello', true),
    state: 'sent',
    is: 'hello',
    says: { holds: '', pressed: 'Enter' },
  },
  {
    name: 'a form that is sent leads to another document',
    html: '<form action="SELF/found"><input id="q" name="q"></form>',
    act: (hand) => hand.type('#q', 'norway', true),
    state: 'location.search',
    is: '?q=norway',
    says: { pressed: 'Enter' },
  },
  {
    name: 'a hidden text is told by its length alone after Enter, too',
    html: '<input id="p" type="password">',
    act: async (hand) => ({ said: Object.keys((await hand.type('#p', 'sesame', true)) as object) }),
    state: 'p.value',
    is: 'sesame',
    says: { said: ['field', 'typed', 'pressed'] },
  },
];
