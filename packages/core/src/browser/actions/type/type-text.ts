import { AgentRedirectError } from '../../../errors/index.js';
import type { TypeOptions } from '../../actuator.js';
import { describe } from '../../frames/describe.js';
import { callOn, nodeFrom, type RemoteRef } from '../../frames/evaluate.js';
import { locate, type Point } from '../../frames/locate.js';
import type { Hand } from '../hand.js';
import { selectCell } from './cells-in-page.js';
import { clear } from './clear.js';
import { type FieldFacts, fieldFacts, fieldOf, focusField } from './field-in-page.js';
import { focusedNode } from './focused-node.js';
import { fieldState } from './held-in-page.js';
import { isTextKind, type TextField } from './text-field.js';
import type { TextToType } from './text-to-type.js';
import { type Typed, verify } from './verify.js';
import { perform, strokesFor } from './write-text.js';

/** Replaces what the focused field holds by the text, and reports what it holds then. */
export async function typeText(
  hand: Hand,
  focused: TextField,
  typed: TextToType,
  { point, onField }: { point: Point; onField: TypeOptions['onField'] | undefined },
): Promise<Typed> {
  const { text: whole, field } = await typed.intoField(focused);
  const { facts } = field;
  const text = numberText(facts, whole);
  // It is named before anything in it is touched: the question is on its way first.
  const [name] = await Promise.all([describe(field.node), clear(hand, field)]);
  if (typed.isSecret) await demandFocus(field, name);
  const strokes = strokesFor(text, {
    multiline: facts.multiline,
    editable: facts.kind === 'editable' || facts.kind === 'keys',
    keysOnly: facts.kind === 'keys',
  });
  let { node } = field;
  let movedOn = false;
  for (const [index, stroke] of strokes.entries()) {
    await perform(hand, stroke);
    if (index === strokes.length - 1) {
      const last = await stillThere(hand, node, point);
      if (last !== node) await typed.into(last);
      node = last;
      break;
    }
    const next = await nodeTakingKeys(hand, node, point, index + 1);
    movedOn ||= next.movedOn;
    // The next box of a code, or the field drawn anew: it may be another kind of field.
    if (next.node !== node) {
      onField?.(await callOn(next.node, fieldFacts));
      await typed.into(next.node);
      await callOn(next.node, selectCell);
    }
    node = next.node;
  }
  return verify(hand, { node, facts }, { name, text, movedOn });
}

/** Keys go to what has the focus, whoever gave it: the first of a secret only to the field it is for. */
async function demandFocus({ node, facts }: TextField, name: string): Promise<void> {
  if (facts.kind === 'keys' || (await callOn(node, fieldState)).focused) return;
  throw new AgentRedirectError(`${name} lost the focus before anything was typed: try again.`);
}

/**
 * Where the next key goes. A page may draw the field anew under the typing, or hand the focus on;
 * keys that nobody takes are not sent. @throws AgentRedirectError
 */
async function nodeTakingKeys(
  { sessions, signal }: Hand,
  node: RemoteRef,
  point: Point,
  typed: number,
): Promise<{ node: RemoteRef; movedOn: boolean }> {
  const state = await callOn(node, fieldState);
  if (state.focused) return { node, movedOn: false };
  const { secret } = await callOn(node, fieldFacts);
  const focused = await focusedNode(sessions);
  if (focused && (await takesText(focused))) return { node: focused, movedOn: state.connected };
  signal.throwIfAborted();
  const target = state.connected ? undefined : await locate(sessions, point);
  const again = state.connected ? node : target && (await nodeFrom(target.node, fieldOf));
  if (again && (await takesText(again)) && (await callOn(again, focusField))) {
    return { node: again, movedOn: false };
  }
  throw new AgentRedirectError(
    `The field lost the focus after ${typed} characters${
      state.connected
        ? ` and holds ${secret ? `${state.length} characters` : JSON.stringify(state.text)}`
        : ': it went away'
    }.`,
  );
}

/** After the last key: the field that was typed into, or what the page drew in its place. */
async function stillThere({ sessions }: Hand, node: RemoteRef, point: Point): Promise<RemoteRef> {
  if ((await callOn(node, fieldState)).connected) return node;
  const focused = await focusedNode(sessions);
  if (focused && (await takesText(focused))) return focused;
  const target = await locate(sessions, point);
  return (target && (await nodeFrom(target.node, fieldOf))) ?? node;
}

async function takesText(node: RemoteRef): Promise<boolean> {
  const { kind, disabled, readOnly } = await callOn(node, fieldFacts);
  return isTextKind(kind) && !disabled && !readOnly;
}

/** A number input takes no separators. */
function numberText({ kind, what }: FieldFacts, text: string): string {
  if (kind !== 'number') return text;
  const plain = text.trim().replace(/(?<=\d)[,\s\u00a0](?=\d{3}(?:\D|$))/g, '');
  if (plain === '' || !Number.isNaN(Number(plain))) return plain;
  throw new AgentRedirectError(`The ${what} takes a number, not ${JSON.stringify(text)}.`);
}
