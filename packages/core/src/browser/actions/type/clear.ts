import { callOn, evaluateIn } from '../../frames/evaluate.js';
import { inPage } from '../../frames/in-page.js';
import type { Hand } from '../hand.js';
import { selectAll } from './field-in-page.js';
import { fieldState } from './held-in-page.js';
import { modifierKey } from './modifier-key.js';
import type { TextField } from './text-field.js';

/**
 * Takes away what the field holds. One that holds nothing is sent no key: to a field with values beside
 * it, Delete and Backspace mean the last of those.
 */
export async function clear(hand: Hand, { node, facts }: TextField): Promise<void> {
  const { devices, sessions, signal } = hand;
  const before = await callOn(node, fieldState);
  const mayHoldUnseen = facts.standsIn && !before.holdsText;
  if (!before.holdsText && !mayHoldUnseen) return;
  signal.throwIfAborted();
  if (mayHoldUnseen) await evaluateIn(node, noteNextKey);
  // A small letter: a capital one would be the key with Shift.
  await devices.press(`${await modifierKey(sessions.main)}+a`);
  // The text of an editor that hears keys elsewhere: it has some where the page answers to "all of it".
  if (mayHoldUnseen && !(await callOn(node, selectedAll))) return;
  signal.throwIfAborted();
  await devices.press('Delete');
  const isPlain = facts.kind === 'text' || facts.kind === 'number';
  if (!isPlain || mayHoldUnseen) return;
  const after = await callOn(node, fieldState);
  if (!after.holdsText || after.text !== before.text) return;
  // The page keeps the key for itself.
  await callOn(node, selectAll);
  signal.throwIfAborted();
  await devices.press('Delete');
}

interface KeyStore {
  novaActKey?: KeyboardEvent;
}

/** Self-contained: runs in the page, in our own world. */
const noteNextKey = inPage(function noteNextKey(): void {
  const store = globalThis as typeof globalThis & KeyStore;
  delete store.novaActKey;
  const note = (event: KeyboardEvent) => {
    if (event.key === 'Control' || event.key === 'Meta') return;
    store.novaActKey = event;
    removeEventListener('keydown', note, { capture: true });
  };
  addEventListener('keydown', note, { capture: true });
});

/** Self-contained: whether the page itself took the key for "select all", or something is selected now. */
const selectedAll = inPage(function selectedAll(this: Element): boolean {
  const store = globalThis as typeof globalThis & KeyStore;
  const { selectionStart, selectionEnd } = this as HTMLTextAreaElement;
  return store.novaActKey?.defaultPrevented === true || selectionStart !== selectionEnd;
});
