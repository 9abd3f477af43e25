import type { Hand } from '../hand.js';

/** Up to here every character is a key of its own, as from a person; longer text goes in at once. */
const KEYED_LENGTH = 128;
/** Inserted at once: one input event each. */
const CHUNK_LENGTH = 1_000;

/** One thing to do with the keyboard. */
export type Stroke = { key: string } | { insert: string } | { press: string };

/**
 * How a text is put in. The last character of a long text is a key again: what completes or searches
 * as one types listens for keys.
 */
export function strokesFor(
  text: string,
  field: { multiline: boolean; editable: boolean; keysOnly: boolean },
): Stroke[] {
  const plain = field.multiline ? text.replace(/\r\n?/g, '\n') : text.replace(/[\r\n]+/g, ' ');
  const characters = [...plain];
  if (characters.length <= KEYED_LENGTH || field.keysOnly) {
    return characters.map((character) => strokeOf(character, field.editable));
  }
  const strokes: Stroke[] = [];
  let chunk: string[] = [];
  const flush = () => {
    if (chunk.length > 0) strokes.push({ insert: chunk.join('') });
    chunk = [];
  };
  for (const character of characters.slice(0, -1)) {
    if (character === '\n' && field.editable) {
      flush();
      strokes.push(strokeOf(character, true));
      continue;
    }
    chunk.push(character);
    if (chunk.length >= CHUNK_LENGTH) flush();
  }
  flush();
  return [...strokes, strokeOf(characters.at(-1) ?? '', field.editable)];
}

/** Enter may send a message and Tab leaves the field: a break is typed in the way that never does. */
function strokeOf(character: string, editable: boolean): Stroke {
  if (character === '\n' && editable) return { press: 'Shift+Enter' };
  if (character === '\n' || character === '\t') return { insert: character };
  return { key: character };
}

/** Does one stroke. Aborted beforehand, it is not done. */
export async function perform({ devices, signal }: Hand, stroke: Stroke): Promise<void> {
  signal.throwIfAborted();
  if ('press' in stroke) await devices.press(stroke.press);
  else if ('insert' in stroke) await devices.insert(stroke.insert);
  else await devices.type(stroke.key);
}
