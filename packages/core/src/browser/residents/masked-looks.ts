import { preempt } from '../../deadline/pre-empt.js';
import { AgentRedirectError, ValidationError } from '../../errors/index.js';
import type { Logger } from '../../logger.js';
import type { Observation } from '../../wire/observation.js';
import { evaluateIn } from '../frames/evaluate.js';
import type { FrameSessions } from '../frames/frame-sessions.js';
import { inPage } from '../frames/in-page.js';
import { Covers } from '../masks/covers.js';
import type { MaskSource } from '../masks/mask-rules.js';
import { paintOver } from '../masks/paint-over.js';
import type { Resident } from './resident.js';

/** What moves all the time is covered wherever it was, from this look on. */
const MAX_LOOKS = 3;
const JPEG = 'data:image/jpeg;base64,';

/**
 * Paints over what is masked, in every picture that is taken of the page. Nothing is put into the page,
 * so nothing of it flashes or shifts; what was to be covered is followed while the picture is taken. Where
 * it cannot be told what was in a picture, there is no picture.
 */
export function maskedLooks(masks: MaskSource, logger: Logger): Resident {
  return {
    async moveIn(_hold, { tab, signal }) {
      const selectors = masks()?.selectors ?? [];
      if (selectors.length === 0) return;
      const frame = await (await tab.sessions()).mainFrame();
      const bad = await preempt(evaluateIn(frame, firstBadSelector, selectors), signal);
      if (bad < 0) return;
      throw new ValidationError('is not a CSS selector', {
        field: `mask[${bad}]`,
        value: selectors[bad],
        remedy: 'Give one that document.querySelector takes.',
      });
    },
    async look({ tab, signal }, take) {
      const rules = masks();
      if (!rules) return take();
      const sessions = await tab.sessions();
      for (let look = 1; ; look++) {
        const isLast = look === MAX_LOOKS;
        const seen = await lookOnce(sessions, rules, take, isLast).catch((error: unknown) => {
          signal.throwIfAborted();
          if (!(error instanceof CoverFailure)) throw error;
          logger.debug('A picture could not be covered', { look, cause: String(error.cause) });
          if (isLast) {
            throw new AgentRedirectError(
              'The page changed while it was looked at, so that it could not be told what has to be covered: look again.',
            );
          }
          return undefined;
        });
        if (seen) return seen;
        signal.throwIfAborted();
      }
    },
  };
}

/** What failed is the covering, and not the look. */
class CoverFailure extends Error {}

const orFail = <T>(work: Promise<T>): Promise<T> =>
  work.catch((cause: unknown) => {
    throw new CoverFailure('Nothing could be covered', { cause });
  });

/** Undefined for a page that moved, unless it is taken as it is. */
async function lookOnce(
  sessions: FrameSessions,
  rules: NonNullable<ReturnType<MaskSource>>,
  take: () => Promise<Observation>,
  asItIs: boolean,
): Promise<Observation | undefined> {
  sessions.refresh();
  const covers = await orFail(Covers.follow(sessions, rules));
  const seen = await take();
  const { boxes, steady } = await orFail(covers.stop());
  if (!steady && !asItIs) return undefined;
  if (boxes.length === 0) return seen;
  const picture = seen.screenshotBase64.slice(JPEG.length);
  const frame = await orFail(sessions.mainFrame());
  return { ...seen, screenshotBase64: JPEG + (await orFail(paintOver(frame, picture, boxes))) };
}

/** Self-contained: runs in the page. */
const firstBadSelector = inPage(function firstBadSelector(selectors: string[]): number {
  const nowhere = document.createDocumentFragment();
  return selectors.findIndex((selector) => {
    try {
      nowhere.querySelector(selector);
      return false;
    } catch {
      return true;
    }
  });
});
