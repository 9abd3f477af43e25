import { inPage } from '../frames/in-page.js';
import type { Corners, Found, FramePlace, MaskStore } from './masks-in-page.js';

/** A frame of another site, and all the places in which it was seen. */
export interface SeenFrame {
  places: FramePlace[];
}

/** What was to be covered while it was followed. */
export interface Followed {
  regions: Corners[];
  frames: SeenFrame[];
  /** Frames that came meanwhile. */
  late: Corners[];
  /** Of the regions, any moved or came. */
  moved: boolean;
  /** Elements, and what else the browser's search counts, at the beginning. */
  count: number;
}

interface FollowStore extends MaskStore {
  novaActFollowed?: {
    owners: Element[];
    count: number;
    stop(): Omit<Followed, 'count'>;
  };
}

/**
 * Self-contained: runs in the page. Follows what is to be covered from one picture of the page to the
 * next, until `stopFollowing`, and gives how many frames of other sites there are.
 */
export const startFollowing = inPage(function startFollowing(): { frames: number; count: number } {
  const store = globalThis as typeof globalThis & FollowStore;
  const kit = store.novaActMasks;
  if (!kit) throw new Error('There are no masks in this document');
  const count = kit.survey();
  const first = kit.find();
  const owners = [...first.frames.keys()];
  const regions = new Map(first.regions);
  const places = new Map<Element, FramePlace[]>(
    [...first.frames].map(([owner, place]) => [owner, [place]]),
  );
  const late = new Map<Element, Corners>();
  let moved = false;
  let isOver = false;

  const same = (a: readonly number[], b: readonly number[]) =>
    a.length === b.length && a.every((value, at) => Math.abs(value - (b[at] ?? 0)) < 0.5);
  const numbers = ({ box, left, top, scaleX, scaleY }: FramePlace) => [
    ...box,
    left,
    top,
    // Of what is a thousand pixels wide, half a pixel.
    scaleX * 1_000,
    scaleY * 1_000,
  ];
  const hull = (all: Corners[]): Corners[] =>
    all.length === 0
      ? []
      : [
          [
            Math.min(...all.map(([left]) => left)),
            Math.min(...all.map(([, top]) => top)),
            Math.max(...all.map(([, , right]) => right)),
            Math.max(...all.map(([, , , bottom]) => bottom)),
          ],
        ];
  const take = ({ regions: now, frames }: Found) => {
    for (const [key, rects] of now) {
      const before = regions.get(key) ?? [];
      if (same(before.flat(), rects.flat())) continue;
      // On its way from one place to the other it may be anywhere between them.
      regions.set(key, hull([...before, ...rects]));
      moved = true;
    }
    for (const [owner, place] of frames) {
      const known = places.get(owner);
      if (!known) late.set(owner, place.box);
      else if (!known.some((seen) => same(numbers(seen), numbers(place)))) known.push(place);
    }
  };
  const next = () => {
    if (isOver) return;
    take(kit.find());
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  store.novaActFollowed = {
    owners,
    count,
    stop() {
      isOver = true;
      kit.survey();
      take(kit.find());
      const seen = owners.map((owner) => ({ places: places.get(owner) ?? [] }));
      return {
        regions: [...regions.values()].flat(),
        frames: seen,
        late: [...late.values()],
        moved,
      };
    },
  };
  return { frames: owners.length, count };
});

/** Self-contained: the frame element `index` of those that are followed. */
export const followedFrame = inPage(function followedFrame(index: number): Element | null {
  return (globalThis as typeof globalThis & FollowStore).novaActFollowed?.owners[index] ?? null;
});

/** Self-contained: what was seen of it, as JSON. The last look is taken once the page has drawn what it was about to. */
export const stopFollowing = inPage(async function stopFollowing(): Promise<string> {
  const store = globalThis as typeof globalThis & FollowStore;
  const followed = store.novaActFollowed;
  if (!followed) throw new Error('The document was not followed');
  const isAny = followed.owners.length > 0;
  const draws = () =>
    new Promise<void>((resolve) => {
      // A page that is not painted has no frames.
      const timer = setTimeout(resolve, 50);
      requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  const before = store.novaActMasks?.find().regions.size ?? 0;
  if (isAny || before > 0) await draws();
  const seen = followed.stop();
  // What is looked for does not stay in the page's process.
  delete store.novaActFollowed;
  delete store.novaActMasks;
  return JSON.stringify({ ...seen, count: followed.count } satisfies Followed);
});
