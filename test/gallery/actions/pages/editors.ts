import type { ActionPage } from '../action-page.js';

const shell = '<style>#editor{width:600px;min-height:120px;border:1px solid}</style>';
const names = {
  prosemirror: 'ProseMirror',
  codemirror: 'CodeMirror',
  quill: 'Quill',
  lexical: 'Lexical',
};

/** Each editor holds its own document: what counts is what it says it holds. */
const packaged: readonly ActionPage[] = Object.entries(names).flatMap(
  ([bundle, name]): ActionPage[] => {
    const attributes = bundle === 'lexical' ? 'contenteditable="true"' : '';
    const html = `${shell}<div id="editor" ${attributes}></div>BUNDLE`;
    return [
      {
        name: `${name}: replaces the document`,
        html,
        bundle,
        act: (hand) => hand.type('#editor', 'Dear Ann, café 🙂'),
        state: 'held()',
        is: 'Dear Ann, café 🙂',
        says: { holds: 'Dear Ann, café 🙂' },
      },
      {
        name: `${name}: takes several lines`,
        html,
        bundle,
        act: (hand) => hand.type('#editor', 'one\ntwo\nthree'),
        state: 'held()',
        is: 'one\ntwo\nthree',
      },
      {
        name: `${name}: takes 3,000 characters`,
        html,
        bundle,
        act: (hand) => hand.type('#editor', 'lorem ipsum '.repeat(250).trim()),
        state: 'held().length',
        is: 2999,
      },
    ];
  },
);

const proxied = `<div id="ed" style="position:relative;width:500px;height:200px;border:1px solid"><div id="view"></div>
  <textarea id="t" style="position:absolute;width:1px;height:1em;padding:0;border:0"></textarea></div><script>
  let all = false; window.doc = 'old';
  const draw = () => { view.textContent = doc; };
  draw();
  ed.onmousedown = () => setTimeout(() => t.focus(), 0);
  t.onkeydown = (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') { all = true; event.preventDefault(); }
    else if (event.key === 'Delete' && all) { doc = ''; all = false; draw(); event.preventDefault(); }
  };
  t.oninput = () => { doc += t.value; t.value = ''; draw(); };</script>`;

export const editorPages: readonly ActionPage[] = [
  ...packaged,
  {
    name: 'an editor that draws by itself and hears keys in a field out of sight',
    html: proxied,
    act: (hand) => hand.type('#ed', 'new text'),
    state: 'doc',
    is: 'new text',
    says: { typed: 8, unverified: true },
  },
  {
    name: 'an editor that is a frame in design mode',
    html: '<iframe id="ed" src="SAME" style="width:500px;height:200px"></iframe>',
    frame: '<body>old<script>document.designMode="on"</script>',
    act: async (hand) => {
      await hand.page.frames()[1]?.waitForLoadState('load');
      return hand.type('#ed', 'new text');
    },
    state: 'document.body.innerText.trim()',
    stateInFrame: 1,
    is: 'new text',
  },
];
