import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

const hardBreak = schema.nodes.hard_break;
const insertBreak = chainCommands(exitCode, (state, dispatch) => {
  if (!hardBreak) return false;
  dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView());
  return true;
});
const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('old text')])]);
const view = new EditorView(document.querySelector('#editor'), {
  state: EditorState.create({
    doc,
    plugins: [keymap({ 'Shift-Enter': insertBreak }), keymap(baseKeymap)],
  }),
});
Object.assign(window, {
  held: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n', '\n'),
});
