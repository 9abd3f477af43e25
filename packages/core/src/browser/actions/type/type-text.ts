import { AgentRedirectError } from '../../../errors/index.js';
import type { TypeOptions } from '../../actuator.js';
import { describe } from '../../frames/describe.js';
import { callOn, nodeFrom, type RemoteRef } from '../../frames/evaluate.js';
import { locate, type Point } from '../../frames/locate.js';
import type { Hand } from '../hand.js';
import { selectCell } from './cells-in-page.js';
import { clear } from './clear.js';
import { compareHeld, isLeftOf } from './compare-held.js';
import { type FieldFacts, fieldFacts, fieldOf, focusField } from './field-in-page.js';
import { focusedNode } from './focused-node.js';
import { type FieldState, fieldState, isProxy, later } from './held-in-page.js';
import { isTextKind, type TextField } from './text-field.js';
import type { TextToType } from './text-to-type.js';
import { AFTERTHOUGHT_MS, type Typed, verify } from './verify.js';
import { perform, type Stroke, strokesFor } from './write-text.js';

/** How far apart the keys are where a page has lost some of them: as from a person. */
const SLOW_KEY_MS = 100;

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
  const keys = { hand, typed, point, onField };
  let end = await strike(keys, field.node, strokes);
  if (!end.movedOn && strokes.length > 1 && (await hasLostKeys(end.node, facts, text))) {
    await clear(hand, { node: end.node, facts });
    end = await strike(keys, end.node, strokes, SLOW_KEY_MS);
  }
  const { node, movedOn } = end;
  return verify(hand, { node, facts }, { name, text, movedOn });
}

interface Keys {
  readonly hand: Hand;
  readonly typed: TextToType;
  readonly point: Point;
  readonly onField: TypeOptions['onField'] | undefined;
}

/** Where the typing ended. */
interface End {
  readonly node: RemoteRef;
  readonly movedOn: boolean;
}

async function strike(
  { hand, typed, point, onField }: Keys,
  into: RemoteRef,
  strokes: readonly Stroke[],
  everyMs = 0,
): Promise<End> {
  let node = into;
  let movedOn = false;
  for (const [index, stroke] of strokes.entries()) {
    // By the page's own clock: one that is slow takes longer to give the text back, too.
    if (everyMs > 0) await callOn(node, later, everyMs);
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
  return { node, movedOn };
}

/** A page that gives the field its text back some time after each key loses those that come faster. */
async function hasLostKeys(
  node: RemoteRef,
  { kind, maxLength }: FieldFacts,
  text: string,
): Promise<boolean> {
  if (kind !== 'text') return false;
  const isAsTyped = ({ text: held }: FieldState) =>
    /^(?:same|cut)$/.test(compareHeld(text, held, maxLength));
  // Until it is given back, the text is any of those before.
  if (isAsTyped(await callOn(node, fieldState))) return false;
  await callOn(node, later, AFTERTHOUGHT_MS);
  const state = await callOn(node, fieldState);
  if (!state.connected || isAsTyped(state) || !isLeftOf(state.text, text)) return false;
  // One that nobody sees only takes the keys, for something else to hold the text.
  return !(await callOn(node, isProxy));
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
): Promise<End> {
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
