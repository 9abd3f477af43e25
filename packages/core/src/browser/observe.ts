import { type Clock, systemClock } from '../deadline/clock.js';
import type { BrowserDimensions, Observation } from '../wire/observation.js';
import { captureDom } from './capture-dom/capture-dom.js';
import { evaluateIn } from './frames/evaluate.js';
import type { FrameSessions } from './frames/frame-sessions.js';
import { inPage } from './frames/in-page.js';
import type { MaskRules } from './masks/mask-rules.js';
import { captureViewport } from './screenshot.js';
import { unlessLost } from './unless-lost.js';

/** What is sent of a page, and its title, which is not. */
export interface Seen {
  readonly observation: Observation;
  readonly title: string;
}

export interface ObserveOptions {
  captureDom: boolean;
  /** What is left empty in the DOM. */
  masks: MaskRules | undefined;
}

/** A page that scrolls or navigates by itself all the time is taken as it is after so many tries. */
const MAX_TRIES = 3;

/**
 * One moment of the page. Picture, dimensions, URL and DOM belong together: when the page scrolled,
 * navigated or its window was resized between them, they are taken again.
 */
export async function observe(
  sessions: FrameSessions,
  options: ObserveOptions,
  signal: AbortSignal,
  clock: Clock = systemClock,
): Promise<Seen> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    sessions.refresh();
    // The last one is waited for: what was lost before may have been but slow.
    const patience = (picture: Promise<string>) =>
      attempt === MAX_TRIES ? picture : unlessLost(picture, signal, clock);
    try {
      const seen = await observeOnce(sessions, options, patience);
      if (seen.steady || attempt === MAX_TRIES) return seen;
    } catch (error) {
      // A document that was replaced under the look: the next one may hold still.
      if (attempt === MAX_TRIES) throw error;
    }
  }
}

/** What there is to know of the page without a picture of it. */
export async function glance(sessions: FrameSessions): Promise<Observation> {
  sessions.refresh();
  const { url, userAgent, dimensions } = await evaluateIn(await sessions.mainFrame(), pageFacts);
  return {
    activeURL: url,
    userAgent,
    timestamp_ms: Date.now(),
    browserDimensions: dimensions,
    screenshotBase64: '',
    simplifiedDOM: '',
    idToBboxMap: {},
  };
}

async function observeOnce(
  sessions: FrameSessions,
  options: ObserveOptions,
  patience: (picture: Promise<string>) => Promise<string>,
): Promise<Seen & { steady: boolean }> {
  const frame = await sessions.mainFrame();
  const before = await evaluateIn(frame, pageFacts);
  const { windowWidth: width, windowHeight: height } = before.dimensions;
  const [picture, dom] = await Promise.all([
    patience(captureViewport(sessions.main, { width, height })),
    options.captureDom
      ? captureDom(sessions, options.masks)
      : { simplifiedDOM: '', idToBboxMap: {} },
  ]);
  const after = await evaluateIn(frame, pageFacts);
  const { url, userAgent, dimensions, title } = after;
  return {
    title,
    observation: {
      activeURL: url,
      userAgent,
      timestamp_ms: Date.now(),
      browserDimensions: dimensions,
      screenshotBase64: `data:image/jpeg;base64,${picture}`,
      ...dom,
    },
    steady: places(before, options) === places(after, options),
  };
}

/**
 * What tells that things were elsewhere on the page, or that it was another. A title may tick; and what there is to
 * scroll changes with every frame of many a carousel, which moves only what the DOM's boxes are of.
 */
function places({ url, dimensions }: PageFacts, { captureDom }: ObserveOptions): string {
  const { scrollWidth, scrollHeight, ...window } = dimensions;
  return JSON.stringify([url, window, captureDom && [scrollWidth, scrollHeight]]);
}

interface PageFacts {
  readonly url: string;
  readonly userAgent: string;
  readonly title: string;
  readonly dimensions: BrowserDimensions;
}

/** Self-contained: runs in the page. */
const pageFacts = inPage(function pageFacts(): PageFacts {
  // Of the body, as the model's other client measures it; a document may be without one.
  const measured = document.body ?? document.documentElement;
  return {
    url: location.href,
    userAgent: navigator.userAgent,
    title: document.title.slice(0, 300),
    dimensions: {
      windowWidth: innerWidth,
      windowHeight: innerHeight,
      scrollWidth: measured?.scrollWidth ?? innerWidth,
      scrollHeight: measured?.scrollHeight ?? innerHeight,
      scrollLeft: scrollX,
      scrollTop: scrollY,
    },
  };
});
