/** Pages that are not played, each with the reason why. */
const dragged = [
  'drag-box',
  'drag-circle',
  'drag-cube',
  'drag-items',
  'drag-items-grid',
  'drag-shapes',
  'drag-shapes-2',
  'drag-single-shape',
  'drag-sort-numbers',
  'draw-circle',
  'draw-line',
  'highlight-text',
  'highlight-text-2',
  'resize-textarea',
  'text-editor',
];

export const needsDrag: ReadonlySet<string> = new Set(dragged);

export const leftOut: Readonly<Record<string, string>> = {
  'chase-circle': 'the pointer has to follow something that moves, without a pause',
  'moving-items': 'more has to be hit while it moves than there are steps in ten seconds',
  'hover-shape': 'its page gives no reward: it only ends by running out of time',
};
