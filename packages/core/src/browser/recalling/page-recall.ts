import { coveredTarget } from '../actions/covered.js';
import { centreOf } from '../actions/pointer.js';
import { fieldOf } from '../actions/type/field-in-page.js';
import type { Box } from '../actuator.js';
import { describe } from '../frames/describe.js';
import { callOn, evaluateIn, nodeFrom, releaseHandles } from '../frames/evaluate.js';
import type { FrameSessions } from '../frames/frame-sessions.js';
import { boxInFrame, locate } from '../frames/locate.js';
import type { Described, Found, Glimpse, PageFacts, Recall, Target } from '../recall.js';
import { inFront } from '../tabs/in-front.js';
import type { Tabs } from '../tabs/tabs.js';
import { describeInPage } from './describe-in-page.js';
import { describeFrame, inViewport, reachFrame, viewportSize } from './frames-on-the-way.js';
import { glimpseInPage } from './glimpse-in-page.js';
import { pageFactsInPage } from './page-facts-in-page.js';
import { isRecalled, searchInPage } from './search-in-page.js';

/** What was scrolled into view across processes is there a moment later. */
const LOOKS = 3;

/** The recall of the hand that works a Chromium through Playwright: of the tab in front. */
export class PageRecall implements Recall {
  readonly #tabs: () => Tabs;

  constructor(tabs: () => Tabs) {
    this.#tabs = tabs;
  }

  describe(box: Box, as: 'pressed' | 'typed into', signal: AbortSignal): Promise<Described> {
    return this.#looking(signal, (sessions) => describeAt(sessions, box, as));
  }

  find(target: Target, signal: AbortSignal): Promise<Found> {
    return this.#looking(signal, (sessions) => findAgain(sessions, target));
  }

  glimpse(target: Target, signal: AbortSignal): Promise<Glimpse> {
    return this.#looking(signal, async (sessions) => {
      const main = await sessions.mainFrame();
      // The way into frames is one of several questions.
      return target.frames?.length
        ? { facts: await evaluateIn(main, pageFactsInPage) }
        : evaluateIn(main, glimpseInPage, plain(target));
    });
  }

  facts(signal: AbortSignal): Promise<PageFacts> {
    return this.#looking(signal, async (sessions) =>
      evaluateIn(await sessions.mainFrame(), pageFactsInPage),
    );
  }

  #looking<T>(signal: AbortSignal, look: (sessions: FrameSessions) => Promise<T>): Promise<T> {
    return inFront(this.#tabs(), signal, async (tab) => {
      const sessions = await tab.sessions();
      sessions.refresh();
      try {
        return await look(sessions);
      } finally {
        releaseHandles(sessions.main);
      }
    });
  }
}

async function describeAt(
  sessions: FrameSessions,
  box: Box,
  as: 'pressed' | 'typed into',
): Promise<Described> {
  const centre = centreOf(box);
  const located = await locate(sessions, centre);
  if (!located) return { unknowable: 'there is nothing' };
  const covered = await coveredTarget(located, box, centre);
  const met = covered ?? located.node;
  const field =
    as === 'pressed' ? undefined : await nodeFrom(met, fieldOf, boxInFrame(located, centre, box));
  const node = field ?? met;
  const [facts, hit, frames] = await Promise.all([
    callOn(node, describeInPage),
    describe(node),
    Promise.all(located.owners.map(describeFrame)),
  ]);
  if (typeof facts === 'string') return { unknowable: facts };
  const { role, name, valueKind, state, near, entry, place, shadow } = facts;
  const target: Target = {
    role,
    name,
    ...(valueKind === '' ? {} : { valueKind }),
    ...(Object.keys(state).length === 0 ? {} : { state }),
    ...(near.texts.length === 0 ? {} : { near }),
    ...(entry === null ? {} : { entry }),
    ...(place.of > 1 ? { place: { index: place.index + 1, of: place.of } } : {}),
    ...(shadow.length === 0 ? {} : { shadow }),
    ...(frames.length === 0 ? {} : { frames }),
  };
  return { target, hit };
}

async function findAgain(sessions: FrameSessions, target: Target): Promise<Found> {
  const reached = await reachFrame(sessions, target.frames ?? []);
  if (typeof reached === 'string') return { missing: reached };
  const main = await sessions.mainFrame();
  for (let look = 1; ; look++) {
    const search = await evaluateIn(reached.frame, searchInPage, plain(target));
    if (!search.found) return { missing: search.why };
    const { left, top, right, bottom } = await inViewport(search.box, reached.owners);
    const { width, height } = await evaluateIn(main, viewportSize);
    const box = {
      left: Math.max(0, left),
      top: Math.max(0, top),
      right: Math.min(width, right),
      bottom: Math.min(height, bottom),
    };
    const isSeen = box.left < box.right && box.top < box.bottom;
    const met = isSeen ? await locate(sessions, centreOf(box)) : undefined;
    if (met && isIn(met.node, reached.frame) && (await callOn(met.node, isRecalled)))
      return { box };
    if (look < LOOKS) continue;
    return {
      missing: met ? `is covered by ${await describe(met.node)}` : 'cannot be brought into view',
    };
  }
}

/** As it goes into a page. */
const plain = (target: Target) => JSON.parse(JSON.stringify(target)) as never;

const isIn = (one: { frameId: string }, other: { frameId: string }) =>
  one.frameId === other.frameId;
