import { pause } from '../../../deadline/pause.js';
import { AgentRedirectError } from '../../../errors/index.js';
import type { JsonValue } from '../../../wire/json.js';
import { describe } from '../../frames/describe.js';
import { callOn, nodeFrom, type RemoteRef } from '../../frames/evaluate.js';
import { locate, type Point } from '../../frames/locate.js';
import type { Hand } from '../hand.js';
import { compareHeld } from './compare-held.js';
import {
  type FieldFacts,
  fieldFacts,
  fieldOf,
  fieldState,
  focusField,
  selectAll,
} from './field-in-page.js';
import { focusedNode } from './focused-node.js';
import { perform, strokesFor } from './write-text.js';

/** What scripts need to take in a change they do not take in at once. */
const AFTERTHOUGHT_MS = 50;

export interface TextField {
  node: RemoteRef;
  facts: FieldFacts;
}

/** Replaces what the focused field holds by the text, and reports what it holds then. */
export async function typeText(
  hand: Hand,
  field: TextField,
  text: string,
  point: Point,
): Promise<JsonValue> {
  const name = await describe(field.node);
  await clear(hand, field);
  const { facts } = field;
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
      node = await stillThere(hand, node, point);
      break;
    }
    const next = await nodeTakingKeys(hand, node, point, index + 1);
    movedOn ||= next.movedOn;
    node = next.node;
  }
  if (facts.kind === 'keys') return { field: name, typed: text.length, unverified: true };
  return verify(hand, { node, facts }, name, text, movedOn);
}

async function clear({ page, signal }: Hand, { node, facts }: TextField): Promise<void> {
  const before = await callOn(node, fieldState);
  const plain = facts.kind === 'text' || facts.kind === 'number';
  // A plain field's own text is all there is; an editor may keep its text elsewhere.
  if (plain && before.length === 0 && facts.type !== 'number' && !facts.secret) {
    if (!(await callOn(node, isProxy))) return;
  }
  signal.throwIfAborted();
  // A small letter: a capital one would be the key with Shift.
  await page.keyboard.press('ControlOrMeta+a');
  signal.throwIfAborted();
  await page.keyboard.press('Delete');
  if (!plain || (await callOn(node, fieldState)).text !== before.text || before.length === 0)
    return;
  // The page keeps the key for itself.
  await callOn(node, selectAll);
  signal.throwIfAborted();
  await page.keyboard.press('Delete');
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
  const focused = await focusedNode(sessions);
  if (focused && (await takesText(focused))) return { node: focused, movedOn: state.connected };
  signal.throwIfAborted();
  const target = state.connected ? undefined : await locate(sessions, point);
  const again = state.connected ? node : target && (await nodeFrom(target.node, fieldOf));
  if (again && (await takesText(again)) && (await callOn(again, focusField))) {
    return { node: again, movedOn: false };
  }
  throw new AgentRedirectError(
    `The field lost the focus after ${typed} characters${state.connected ? ` and holds ${JSON.stringify(state.text)}` : ': it went away'}.`,
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

export function isTextKind(kind: FieldFacts['kind']): boolean {
  return kind === 'text' || kind === 'number' || kind === 'editable' || kind === 'keys';
}

async function verify(
  { signal }: Hand,
  { node, facts }: TextField,
  name: string,
  text: string,
  movedOn: boolean,
): Promise<JsonValue> {
  let state = await callOn(node, fieldState);
  let verdict = compareHeld(text, state.text, facts.maxLength);
  if (verdict !== 'same' && !movedOn) {
    await pause(AFTERTHOUGHT_MS, signal);
    state = await callOn(node, fieldState);
    verdict = compareHeld(text, state.text, facts.maxLength);
  }
  if (facts.secret) {
    if (state.length === 0 && text !== '') throw tookNothing(name);
    return { field: name, typed: state.length };
  }
  if (movedOn) return { field: name, movedOnTo: await describe(node), typed: text.length };
  switch (verdict) {
    case 'same':
      return { field: name, holds: shown(state.text) };
    case 'cut':
      return {
        field: name,
        holds: shown(state.text),
        note: `cut to ${facts.maxLength} characters`,
      };
    case 'reformatted':
      return { field: name, holds: shown(state.text), note: 'the page changed what was typed' };
    case 'nothing':
      if (await callOn(node, isProxy)) return { field: name, typed: text.length, unverified: true };
      throw tookNothing(name);
    case 'other':
      throw new AgentRedirectError(
        `${name} did not take the text: it holds ${JSON.stringify(shown(state.text))}.`,
      );
  }
}

function tookNothing(name: string): AgentRedirectError {
  return new AgentRedirectError(
    `${name} is empty after typing: the page kept no text in it. Look whether it took it elsewhere.`,
  );
}

function shown(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}… (${text.length} characters)` : text;
}

/** Self-contained: a field that is not shown takes keys for an editor that is (CodeMirror, Monaco). */
function isProxy(this: Element): boolean {
  const { width, height } = this.getBoundingClientRect();
  const { opacity, clipPath } = getComputedStyle(this);
  return width < 8 || height < 8 || opacity === '0' || clipPath === 'inset(50%)';
}
