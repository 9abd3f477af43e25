import type { CDPSession } from 'playwright';
import { evaluateIn, nodeIn } from '../frames/evaluate.js';
import type { FrameRef, FrameSessions } from '../frames/frame-sessions.js';
import { countElements } from './count-elements.js';
import { findClosedRoots } from './find-closed-roots.js';
import { type Followed, followedFrame, startFollowing, stopFollowing } from './follow-in-page.js';
import type { MaskRules } from './mask-rules.js';
import { type Corners, type FramePlace, installMasks } from './masks-in-page.js';

const MAX_FRAME_DEPTH = 10;

/** A frame that is followed, and those of other sites in it; undefined for one that cannot be. */
interface FollowedFrame {
  readonly frame: FrameRef;
  readonly count: number;
  readonly inner: readonly (FollowedFrame | undefined)[];
}

/** What is to be covered of a picture of the page, in CSS pixels of the viewport. */
export interface CoveredParts {
  readonly boxes: readonly Corners[];
  /** Nothing moved, came or went meanwhile: the boxes are no larger than what they cover. */
  readonly steady: boolean;
}

/**
 * Follows everything that is to be covered, in every frame and shadow root of the page, from before a
 * picture is taken until after it: what moves is covered wherever it was on its way.
 */
export class Covers {
  readonly #sessions: FrameSessions;
  readonly #rules: MaskRules;
  readonly #counts = new Map<CDPSession, Promise<number>>();
  #main: FollowedFrame | undefined;

  private constructor(sessions: FrameSessions, rules: MaskRules) {
    this.#sessions = sessions;
    this.#rules = rules;
  }

  static async follow(sessions: FrameSessions, rules: MaskRules): Promise<Covers> {
    const covers = new Covers(sessions, rules);
    covers.#main = await covers.#start(await sessions.mainFrame(), 0);
    return covers;
  }

  /** @throws when the page went on to another document: it is not known then what was in the picture */
  async stop(): Promise<CoveredParts> {
    if (!this.#main) throw new Error('Nothing was followed');
    const seen = await this.#stop(this.#main);
    if (!seen) throw new Error('The document was replaced while a picture of it was taken');
    const found = await this.#closedRootsFound(this.#main);
    return { boxes: seen.boxes, steady: seen.steady && !found };
  }

  async #start(frame: FrameRef, depth: number): Promise<FollowedFrame> {
    await evaluateIn(frame, installMasks, this.#rules);
    if (!this.#counts.has(frame.session)) {
      const counting = countElements(frame.session);
      counting.catch(() => {}); // Told when it is asked for.
      this.#counts.set(frame.session, counting);
    }
    const { frames, count } = await evaluateIn(frame, startFollowing);
    const inner = Array.from({ length: depth < MAX_FRAME_DEPTH ? frames : 0 }, async (_, index) => {
      try {
        const child = await this.#frameAt(frame, index);
        return child && (await this.#start(child, depth + 1));
      } catch {
        return undefined; // It goes on to another document, or goes away: covered whole.
      }
    });
    return { frame, count, inner: await Promise.all(inner) };
  }

  async #frameAt(frame: FrameRef, index: number): Promise<FrameRef | undefined> {
    const owner = await nodeIn(frame, followedFrame, index);
    if (!owner) return undefined;
    const { node } = await owner.session.send('DOM.describeNode', { objectId: owner.objectId });
    return node.frameId === undefined ? undefined : this.#sessions.child(owner, node.frameId);
  }

  /** In coordinates of the frame; undefined where it was not followed to the end. */
  async #stop(followed: FollowedFrame): Promise<CoveredParts | undefined> {
    const [own, ...inner] = await Promise.all([
      evaluateIn(followed.frame, stopFollowing).then(
        (text): Followed => JSON.parse(text),
        () => undefined,
      ),
      ...followed.inner.map((child) => child && this.#stop(child)),
    ] as const);
    if (!own) return undefined;
    const boxes = [...own.regions, ...own.late];
    let steady = !own.moved && own.late.length === 0;
    for (const [index, { places }] of own.frames.entries()) {
      const parts = inner[index];
      boxes.push(...places.flatMap((place) => inPlace(parts, place)));
      if (!parts?.steady) steady = false;
      if (places.length > 1 && parts?.boxes.length !== 0) steady = false;
    }
    return { boxes, steady };
  }

  /** The browser counts what scripts cannot see: then there are closed roots, and they are looked for. */
  async #closedRootsFound(main: FollowedFrame): Promise<boolean> {
    const mine = new Map<CDPSession, { count: number; first: FrameRef }>();
    const add = ({ frame, count, inner }: FollowedFrame) => {
      const before = mine.get(frame.session);
      mine.set(frame.session, {
        count: count + (before?.count ?? 0),
        first: before?.first ?? frame,
      });
      for (const child of inner) if (child) add(child);
    };
    add(main);
    const found = [...mine].map(async ([session, { count, first }]) => {
      if ((await this.#counts.get(session)) === count) return false;
      return findClosedRoots(first);
    });
    return (await Promise.all(found)).some((is) => is);
  }
}

/** What is covered in a frame, in coordinates of the document around it: all of it, where it is not known what. */
function inPlace(parts: CoveredParts | undefined, place: FramePlace): readonly Corners[] {
  if (!parts) return [place.box];
  const { left, top, scaleX, scaleY, box } = place;
  return parts.boxes.map((part) => [
    Math.max(box[0], left + part[0] * scaleX),
    Math.max(box[1], top + part[1] * scaleY),
    Math.min(box[2], left + part[2] * scaleX),
    Math.min(box[3], top + part[3] * scaleY),
  ]);
}
