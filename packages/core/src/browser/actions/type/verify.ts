import { AgentRedirectError } from '../../../errors/index.js';
import type { JsonValue } from '../../../wire/json.js';
import { describe } from '../../frames/describe.js';
import { callOn, type RemoteRef } from '../../frames/evaluate.js';
import type { Hand } from '../hand.js';
import { cellsText } from './cells-in-page.js';
import { compareHeld, isAmong } from './compare-held.js';
import { fieldState, isProxy, later, widgetText } from './held-in-page.js';
import type { TextField } from './text-field.js';

/** What scripts need, by the page's own clock, to take in a change they do not take in at once. */
export const AFTERTHOUGHT_MS = 50;

/** What an action says that it did. */
export type Said = { readonly [key: string]: JsonValue };

/** What typing came to: the field it ended in, and what is to be said of it. */
export interface Typed extends TextField {
  readonly said: Said;
}

/** What was typed, and into what. */
export interface Typing {
  /** The field in words. */
  readonly name: string;
  readonly text: string;
  /** The page has handed the focus on to another field meanwhile. */
  readonly movedOn: boolean;
}

/** What the page made of the text. @throws AgentRedirectError when it did not take it */
export async function verify(hand: Hand, field: TextField, typing: Typing): Promise<Typed> {
  return { ...field, said: await whatCame(hand, field, typing) };
}

async function whatCame(
  { signal }: Hand,
  { node, facts }: TextField,
  { name, text, movedOn }: Typing,
): Promise<Said> {
  if (facts.kind === 'keys') return { field: name, typed: text.length, unverified: true };
  let state = await callOn(node, fieldState);
  let verdict = compareHeld(text, state.text, facts.maxLength);
  if (verdict !== 'same' && !movedOn) {
    await callOn(node, later, AFTERTHOUGHT_MS);
    signal.throwIfAborted();
    state = await callOn(node, fieldState);
    verdict = compareHeld(text, state.text, facts.maxLength);
  }
  const code = movedOn ? await codeOf(node) : '';
  if (code !== '' && compareHeld(text, code, -1) === 'other') {
    const what = facts.secret ? 'something else' : JSON.stringify(code);
    throw new AgentRedirectError(`${name} did not take the text: its boxes hold ${what}.`);
  }
  if (facts.secret) {
    if (state.length === 0 && text !== '') throw tookNothing(name);
    return { field: name, typed: code === '' ? state.length : code.length };
  }
  if (movedOn) {
    const holds = code === '' ? {} : { holds: code };
    return { field: name, movedOnTo: await describe(node), typed: text.length, ...holds };
  }
  const holds = { field: name, holds: shown(state.text) };
  switch (verdict) {
    case 'same':
      return holds;
    case 'cut':
      return { ...holds, note: `cut to ${facts.maxLength} characters` };
    case 'reformatted':
      return { ...holds, note: 'the page changed what was typed' };
    case 'nothing': {
      // A comma may have made an entry of it, which stands beside the field.
      const shows = await callOn(node, widgetText);
      if (isAmong(text, shows)) return { ...holds, shows: shown(shows) };
      if (await callOn(node, isProxy)) return { field: name, typed: text.length, unverified: true };
      throw tookNothing(name);
    }
    case 'other':
      throw new AgentRedirectError(
        `${name} did not take the text: it holds ${JSON.stringify(shown(state.text))}.`,
      );
  }
}

/** What the boxes of a code hold in the end; nothing where the page has gone on with it. */
async function codeOf(node: RemoteRef): Promise<string> {
  try {
    return (await callOn(node, cellsText)) ?? '';
  } catch {
    return '';
  }
}

function tookNothing(name: string): AgentRedirectError {
  return new AgentRedirectError(
    `${name} is empty after typing: the page kept no text in it. Look whether it took it elsewhere.`,
  );
}

export function shown(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}… (${text.length} characters)` : text;
}
