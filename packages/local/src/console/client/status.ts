import { element } from './element.js';

const marks: Record<string, string> = {
  RUNNING: '●',
  PENDING_CLIENT_ACTION: '●',
  PENDING_HUMAN_ACTION: '●',
  SUCCEEDED: '✓',
  FAILED: '✕',
  TIMED_OUT: '⏱',
};

/** A status told by its mark and its word, not by colour alone. */
export function status(text: string): HTMLElement {
  const kind = text.startsWith('PENDING') ? 'running' : text.toLowerCase().replace('_', '-');
  const mark = element('span', { 'aria-hidden': 'true' }, marks[text] ?? '·');
  return element(
    'span',
    { class: `status ${kind}` },
    mark,
    ` ${text.toLowerCase().replaceAll('_', ' ')}`,
  );
}
