import { AgentRedirectError } from '../../errors/index.js';
import type { JsonValue } from '../../wire/json.js';
import type { Box, ClickOptions } from '../actuator.js';
import { describe } from '../frames/describe.js';
import { callOn, evaluateIn, type RemoteRef } from '../frames/evaluate.js';
import { inPage } from '../frames/in-page.js';
import { type Located, locate, type Point } from '../frames/locate.js';
import { askPage, chooserRedirect, hasNewChooser } from './chooser-redirect.js';
import { type ClickFacts, clickFacts, isStillAt } from './click-in-page.js';
import { clicked, listenForClick } from './clicked.js';
import { coveredTarget, freePoint } from './covered.js';
import type { Hand } from './hand.js';
import { optionsForAgent } from './options-for-agent.js';
import { centreOf, movePointer, press } from './pointer.js';

/** Clicks the centre of the box, and says what was there. */
export async function click(
  hand: Hand,
  box: Box,
  { clickType, blurField }: ClickOptions,
): Promise<JsonValue> {
  const { tab, sessions, signal } = hand;
  tab.pointedAt = box;
  tab.chooser = undefined;
  let point = centreOf(box);
  let aim = await aimAt(hand, point, clickType, box);
  if (aim.covered) {
    const free = await freePoint(aim.covered, aim.target, point);
    if (!free) {
      throw new AgentRedirectError(
        `${await describe(aim.covered)} is covered by ${aim.hit}. Close that or scroll, then click again.`,
      );
    }
    point = free;
    aim = await aimAt(hand, point, clickType, box);
  }
  await movePointer(hand, point);
  // Hovering can change the page: menus open, rows are drawn anew.
  let hit = await readied(aim.target, clickType);
  if (hit === undefined) {
    aim = await aimAt(hand, point, clickType, box);
    hit = await noted(aim.target.node, clickType);
  }
  await press(hand, clickType);
  const [came] = await Promise.all([clicked(aim.target.node, hit), askPage(hand)]);
  const outcome = came ?? { hit };
  if (blurField) {
    signal.throwIfAborted();
    await evaluateIn(await sessions.mainFrame(), blurFocused);
  }
  if (hasNewChooser(tab)) throw chooserRedirect();
  return outcome;
}

interface Aim {
  target: Located;
  /** The target in words. */
  hit: string;
  /** What the box was drawn around, when the target lies over it. */
  covered: RemoteRef | undefined;
}

/** What lies at the point, if it can be clicked at all. @throws AgentRedirectError */
async function aimAt(
  { sessions }: Hand,
  point: Point,
  clickType: ClickOptions['clickType'],
  box: Box,
): Promise<Aim> {
  const target = await locate(sessions, point);
  if (!target) throw new AgentRedirectError('There is nothing at the centre of the box.');
  const [facts, hit, covered] = await Promise.all([
    callOn(target.node, clickFacts),
    describe(target.node),
    coveredTarget(target, box, point),
  ]);
  if (clickType !== 'right') refuseWhatClicksCannotDo(facts);
  return { target, hit, covered };
}

function refuseWhatClicksCannotDo(facts: ClickFacts): void {
  switch (facts.kind) {
    case 'select':
      throw new AgentRedirectError(
        `This is a native <select>: its list cannot be clicked. Use agentType with one of its options in the same box: ${optionsForAgent(facts.options)}`,
      );
    case 'file':
      throw new AgentRedirectError(
        'This is a file input. Use agentType with the path of a file in the same box.',
      );
    case 'color':
      throw new AgentRedirectError(
        `This is a colour input${nowAt(facts.value)}. Use agentType with a colour as #RRGGBB in the same box.`,
      );
    case 'range':
      throw new AgentRedirectError(
        `This is a range input${nowAt(facts.value)}. Use agentType with a number from ${facts.min} to ${facts.max} in the same box.`,
      );
    case 'disabled':
      throw new AgentRedirectError(`The ${facts.what} is disabled: clicking it does nothing.`);
    case 'clickable':
      return;
  }
}

/** Of a field that is masked it is not told. */
const nowAt = (value: string) => (value === '' ? '' : `, now ${value}`);

/** What is pressed next, in words; and the page notes what comes of it. */
async function noted(node: RemoteRef, clickType: ClickOptions['clickType']): Promise<string> {
  const [hit] = await Promise.all([describe(node), listenForClick(node, clickType)]);
  return hit;
}

/** The target in words, for hovering may have named it anew; undefined where it is not there any more. */
async function readied(
  { node, point }: Located,
  clickType: ClickOptions['clickType'],
): Promise<string | undefined> {
  try {
    const [isThere, hit] = await Promise.all([
      callOn(node, isStillAt, point.x, point.y),
      noted(node, clickType),
    ]);
    return isThere ? hit : undefined;
  } catch {
    return undefined; // Its document is gone; what there is in its place is found anew.
  }
}

/** Self-contained: runs in the page. */
const blurFocused = inPage(function blurFocused(): void {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (focused instanceof HTMLElement) focused.blur();
});
