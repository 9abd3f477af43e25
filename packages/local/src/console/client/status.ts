import { element } from './element.js';

const marks: Record<string, string> = {
  RUNNING: '●',
  PENDING_CLIENT_ACTION: '●',
  PENDING_HUMAN_ACTION: '●',
  SUCCEEDED: '✓',
  FAILED: '✕',
  TIMED_OUT: '⏱',
};

/** What each means, for people. */
const words: Record<string, string> = {
  RUNNING: 'running',
  PENDING_CLIENT_ACTION: 'waiting for the program',
  PENDING_HUMAN_ACTION: 'waiting for a person',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timed out',
  DELETING: 'being deleted',
};

export const statusWords = (text: string): string => words[text] ?? text.toLowerCase();

/** A status told by its mark and its word, not by colour alone. */
export function status(text: string): HTMLElement {
  const kind = text.startsWith('PENDING') ? 'running' : text.toLowerCase().replace('_', '-');
  const mark = element('span', { 'aria-hidden': 'true' }, marks[text] ?? '·');
  return element('span', { class: `status ${kind}` }, mark, ` ${statusWords(text)}`);
}
