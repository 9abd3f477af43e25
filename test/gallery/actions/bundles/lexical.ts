import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';

const editor = createEditor({
  namespace: 'gallery',
  onError: (error) => {
    throw error;
  },
});
editor.setRootElement(document.querySelector<HTMLElement>('#editor'));
registerRichText(editor);
editor.update(() => {
  $getRoot()
    .clear()
    .append($createParagraphNode().append($createTextNode('old text')));
});
Object.assign(window, {
  held: () => editor.getEditorState().read(() => $getRoot().getTextContent()),
});
