import { pause } from '../../../deadline/pause.js';
import { AgentRedirectError } from '../../../errors/index.js';
import type { JsonValue } from '../../../wire/json.js';
import type { Box, TypeOptions } from '../../actuator.js';
import { describe } from '../../frames/describe.js';
import { callOn, nodeFrom, type RemoteRef } from '../../frames/evaluate.js';
import { inPage } from '../../frames/in-page.js';
import { boxInFrame, type Located, locate, type Point } from '../../frames/locate.js';
import { coveredTarget, freePoint, pointOf } from '../covered.js';
import type { Hand } from '../hand.js';
import { centreOf, movePointer, press } from '../pointer.js';
import { choose } from './choose.js';
import { enter, enterBare } from './enter.js';
import { type FieldFacts, fieldFacts, fieldOf, focusField } from './field-in-page.js';
import { focusedNode } from './focused-node.js';
import { type Segmented, segmentedAt, typeSegments } from './segments/type-segments.js';
import { setValue } from './set-value.js';
import { isTextKind, type TextField } from './text-field.js';
import { TextToType } from './text-to-type.js';
import { typeText } from './type-text.js';
import { uploadPaths } from './upload.js';
import { uploadInto, uploadThroughChooser } from './upload-into.js';
import type { Said } from './verify.js';

/** How long a click on something that is no field may take to bring one up (a search overlay). */
const FIELD_APPEARS_MS = 500;
const LOOK_EVERY_MS = 50;

/** Puts the text into the field at the box: in place of what it holds, in the way the field takes it. */
export async function type(
  hand: Hand,
  given: string,
  box: Box,
  options: TypeOptions,
): Promise<JsonValue> {
  const text = new TextToType(given, options.reveal);
  try {
    return text.told(await typeInto(hand, text, box, options));
  } catch (error) {
    throw text.failure(error);
  }
}

async function typeInto(
  hand: Hand,
  text: TextToType,
  box: Box,
  { pressEnter, onField }: TypeOptions,
): Promise<Said> {
  hand.tab.pointedAt = box;
  const { target, point, segmented, node } = await aimAt(hand, box);
  if (segmented) {
    onField?.({ secret: false });
    const said = await typeSegments(hand, segmented, await text.into(target.node));
    return pressEnter ? enterBare(hand, said) : said;
  }
  const [facts, own] = node
    ? await Promise.all([callOn(node, fieldFacts), pointOf(node, target, point)])
    : [];
  if (node && facts) {
    onField?.(facts);
    await refuseUnusable(node, facts);
    // A chooser that an earlier click opened here was for something that is no field.
    hand.tab.chooser = undefined;
    const done = await fill(hand, { node, facts }, text);
    if (done !== undefined) return pressEnter ? enterInto(hand, { node, facts }, done) : done;
  }
  const uploaded = await uploadThroughChooser(hand, text.given, box);
  if (uploaded) return uploaded;
  const known = node && facts ? { node, facts } : undefined;
  const focused = await focus(hand, target, own ?? point, known, text.given);
  if ('uploaded' in focused) return focused.uploaded;
  onField?.(focused.facts);
  const typed = await typeText(hand, focused, text, { point, onField });
  return pressEnter ? enter(hand, typed) : typed.said;
}

interface Aim {
  readonly target: Located;
  readonly point: Point;
  readonly segmented: Segmented | undefined;
  /** The field that is meant. */
  readonly node: RemoteRef | undefined;
}

/** What lies at the centre of the box, or where the field meant by it is free. */
async function aimAt({ sessions }: Hand, box: Box): Promise<Aim> {
  const centre = centreOf(box);
  const target = await locate(sessions, centre);
  if (!target) throw new AgentRedirectError('There is nothing at the centre of the box.');
  const [covered, aim] = await Promise.all([
    coveredTarget(target, box, centre),
    fieldsAt(target, centre, box),
  ]);
  if (!covered) return aim;
  const point = await freePoint(covered, target, centre);
  const free = point && (await locate(sessions, point));
  if (point && free) return fieldsAt(free, point, box);
  const [what, by] = await Promise.all([describe(covered), describe(target.node)]);
  throw new AgentRedirectError(
    `${what} is covered by ${by}. Close that or scroll, then type again.`,
  );
}

/** Which field is meant by what lies at the point. */
async function fieldsAt(target: Located, point: Point, box: Box): Promise<Aim> {
  const [segmented, node] = await Promise.all([
    segmentedAt(target, point, box),
    nodeFrom(target.node, fieldOf, boxInFrame(target, point, box)),
  ]);
  return { target, point, segmented, node };
}

/** Fields without text to type; undefined for those that have. */
async function fill(
  hand: Hand,
  { node, facts }: TextField,
  text: TextToType,
): Promise<Said | undefined> {
  switch (facts.kind) {
    case 'select':
      return choose(hand, node, await text.into(node), facts);
    case 'date':
    case 'color':
    case 'range':
      return setValue(hand, node, facts, await text.into(node));
    case 'file':
      // No secret: a path says nothing that the page is not to show.
      return uploadInto(hand, node, await uploadPaths(text.given, facts.multiple, hand.security));
    case 'none':
      throw new AgentRedirectError(
        `${await describe(node)} takes no text. Use agentClick on it instead.`,
      );
    default:
      return undefined;
  }
}

async function refuseUnusable(node: RemoteRef, facts: FieldFacts): Promise<void> {
  if (facts.disabled) {
    throw new AgentRedirectError(
      `${await describe(node)} is disabled: nothing can be typed into it.`,
    );
  }
  if (facts.readOnly) {
    throw new AgentRedirectError(
      `${await describe(node)} is read-only: nothing can be typed into it. Clicking it may open a chooser.`,
    );
  }
}

/** Clicks at the point, as a person would, and finds out which field has the focus then. */
async function focus(
  hand: Hand,
  target: Located,
  point: Point,
  field: TextField | undefined,
  text: string,
): Promise<TextField | { uploaded: Said }> {
  if (!field?.facts.focused || field.facts.kind === 'keys') {
    await movePointer(hand, point);
    await press(hand, 'left');
  }
  if (field) {
    const { focused, connected } = await callOn(field.node, focusState);
    if (focused) return field;
    const other = await focusedField(hand);
    if (other) return other;
    if (connected && (await callOn(field.node, focusField))) return field;
  }
  const looks = Math.ceil(FIELD_APPEARS_MS / LOOK_EVERY_MS);
  for (let look = 0; look < looks; look++) {
    const uploaded = await uploadThroughChooser(hand, text, hand.tab.pointedAt);
    if (uploaded) return { uploaded };
    const found = await focusedField(hand);
    if (found) {
      await refuseUnusable(found.node, found.facts);
      return found;
    }
    await pause(LOOK_EVERY_MS, hand.signal);
  }
  const what = await describe(field?.node ?? target.node);
  throw new AgentRedirectError(
    `${what} takes no text: it was clicked, and no text field has the focus. Give the box of a text field.`,
  );
}

async function focusedField({ sessions }: Hand): Promise<TextField | undefined> {
  const node = await focusedNode(sessions);
  if (!node) return undefined;
  const facts = await callOn(node, fieldFacts);
  return isTextKind(facts.kind) ? { node, facts } : undefined;
}

/** What was set whole is entered too; a choice and files are complete without. */
async function enterInto(hand: Hand, field: TextField, said: Said): Promise<Said> {
  const { kind } = field.facts;
  return kind === 'select' || kind === 'file' ? said : enter(hand, { ...field, said });
}

/** Self-contained: runs in the page. */
const focusState = inPage(function focusState(this: Element): {
  focused: boolean;
  connected: boolean;
} {
  const root = this.getRootNode() as Document | ShadowRoot;
  const active = root.activeElement;
  const focused = active === this || (active !== null && this.contains(active));
  return { focused, connected: this.isConnected };
});
