import { basicSetup, EditorView } from 'codemirror';

const view = new EditorView({
  doc: 'old text',
  extensions: [basicSetup],
  parent: document.querySelector('#editor') ?? document.body,
});
Object.assign(window, { held: () => view.state.doc.toString() });
