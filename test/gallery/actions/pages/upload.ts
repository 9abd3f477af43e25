import type { ActionPage } from '../action-page.js';
import { uploads } from '../uploads.js';

const names = (selector = 'input') =>
  `[...document.querySelector('${selector}').files].map((file) => file.name)`;

export const uploadPages: readonly ActionPage[] = [
  {
    name: 'a file input takes the path of an allowed file',
    html: `<input type="file" onchange="window.changed=true">`,
    act: async (hand) => hand.type('input', await uploads.path('one.txt')),
    state: `[changed, ...${names()}]`,
    is: [true, 'one.txt'],
    says: { uploaded: ['one.txt'] },
  },
  {
    name: 'several files, one a line',
    html: `<input type="file" multiple>`,
    act: async (hand) =>
      hand.type('input', `${await uploads.path('one.txt')}\n${await uploads.path('two.txt')}`),
    state: names(),
    is: ['one.txt', 'two.txt'],
  },
  {
    name: 'a file that is not allowed is not uploaded',
    html: `<input type="file">`,
    act: (hand) => hand.type('input', '/etc/hostname'),
    state: names(),
    is: [],
    says: /not a file that this session may upload/,
  },
  {
    name: 'a file input is not clicked',
    html: `<input type="file">`,
    act: (hand) => hand.click('input'),
    state: names(),
    is: [],
    says: /file input/,
  },
  {
    name: 'a button that opens a chooser, then agentType into its box',
    html: `<input type="file" hidden id="f"><button onclick="f.click()">Upload…</button>`,
    act: async (hand) => {
      const clicking = hand.click('button').then(() => hand.settle());
      const redirect = await clicking.catch((error: unknown) => String(error));
      if (!String(redirect).includes('file chooser')) throw new Error(`no redirect: ${redirect}`);
      return hand.type('button', await uploads.path('one.txt'));
    },
    state: names('#f'),
    is: ['one.txt'],
    says: { uploaded: ['one.txt'] },
  },
  {
    name: 'a chooser that opens a while after the click is told when the page settles',
    html: `<button onclick="setTimeout(() => { const input = document.createElement('input'); input.type = 'file';
      input.onchange = () => { window.got = input.files[0].name }; input.click(); }, 200)">Upload…</button>`,
    act: async (hand) => {
      await hand.click('button');
      const redirect = await hand.settle().catch((error: unknown) => String(error));
      if (!String(redirect).includes('file chooser')) throw new Error(`no redirect: ${redirect}`);
      return hand.type('button', await uploads.path('two.txt'));
    },
    state: 'got',
    is: 'two.txt',
  },
  {
    name: 'a label dressed as a button, its input out of sight',
    html: `<label style="display:inline-block;padding:20px">Choose<input id="f" type="file" style="position:absolute;opacity:0;width:1px"></label>`,
    act: async (hand) => hand.type('label', await uploads.path('one.txt')),
    state: names('#f'),
    is: ['one.txt'],
  },
];
