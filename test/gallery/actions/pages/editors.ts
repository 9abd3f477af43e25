import type { ActionPage } from '../action-page.js';

const shell = '<style>#editor{width:600px;min-height:120px;border:1px solid}</style>';
const names = {
  prosemirror: 'ProseMirror',
  codemirror: 'CodeMirror',
  quill: 'Quill',
  lexical: 'Lexical',
};

/** Each editor holds its own document: what counts is what it says it holds. */
export const editorPages: readonly ActionPage[] = Object.entries(names).flatMap(
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
