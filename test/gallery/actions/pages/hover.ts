import type { ActionPage } from '../action-page.js';

export const hoverPages: readonly ActionPage[] = [
  {
    name: 'a menu of style sheets opens under the pointer, and its entry is clicked',
    html: `<style>ul{display:none}nav:hover ul{display:block}</style><nav style="width:200px"><b>Menu</b><ul><li onclick="window.hit=true">Entry</ul></nav>`,
    act: async (hand) => {
      await hand.hover('nav b');
      return hand.click('li');
    },
    state: 'hit',
    is: true,
  },
  {
    name: 'a menu of scripts opens under the pointer',
    html: `<button onmouseenter="m.hidden=false" aria-label="More">…</button><div id="m" hidden>Open</div>`,
    act: (hand) => hand.hover('button'),
    state: 'm.hidden',
    is: false,
    says: { hit: 'button "More"' },
  },
  {
    name: 'nothing is pressed by hovering',
    html: `<button onclick="window.hit=true">Delete</button>`,
    act: (hand) => hand.hover('button'),
    state: 'window.hit ?? false',
    is: false,
  },
];
