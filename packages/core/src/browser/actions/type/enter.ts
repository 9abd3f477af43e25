import { callOn } from '../../frames/evaluate.js';
import type { Hand } from '../hand.js';
import { fieldState, stateAfterFrame, widgetText } from './held-in-page.js';
import { type Said, shown, type Typed } from './verify.js';

/**
 * Presses Enter once the page has taken in what was typed: a list that is still being filtered would
 * give its entry of before. Says what the field holds then, for a choice takes the place of the text.
 */
export async function enter(hand: Hand, typed: Typed): Promise<Said> {
  await enterBare(hand, typed.said);
  return { ...(await whatBecame(hand, typed)), pressed: 'Enter' };
}

/** The same where nothing can be read back. */
export async function enterBare(hand: Hand, said: Said): Promise<Said> {
  await hand.takeIn();
  hand.signal.throwIfAborted();
  await hand.devices.press('Enter');
  return { ...said, pressed: 'Enter' };
}

async function whatBecame({ signal }: Hand, { node, facts, said }: Typed): Promise<Said> {
  const { holds: _before, note: _note, ...rest } = said;
  try {
    // Of what is hidden, and of an editor's own text, nothing can be said now either.
    if (facts.secret || !('holds' in said)) return said;
    const { connected, text } = await callOn(node, stateAfterFrame);
    if (!connected) return { ...rest, note: 'the page took the field away' };
    const shows = (await callOn(node, fieldState)).holdsText ? '' : await callOn(node, widgetText);
    return { ...rest, holds: shown(text), ...(shows ? { shows: shown(shows) } : {}) };
  } catch {
    signal.throwIfAborted();
    return { ...rest, note: 'the page went on to another document' };
  }
}
