import type { Browser, Page } from 'playwright';
import { preempt } from '../../deadline/pre-empt.js';
import { ValidationError } from '../../errors/index.js';

/** A page that hangs or has crashed is not one to act upon. */
const ANSWERS_WITHIN_MS = 3_000;

/**
 * The page that is in front in a running browser; of several, in as many windows or in a browser that has
 * none, the one that was loaded last. Playwright gives them in no order.
 * @throws ValidationError where none is open
 */
export async function pageInFront(browser: Browser, signal: AbortSignal): Promise<Page> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  if (pages.length === 0)
    throw missing('no page is open in that browser', 'Open a page there first');
  const found = (await Promise.all(pages.map((page) => factsOf(page, signal)))).flat();
  const [first] = found.toSorted(
    (one, other) =>
      Number(other.isVisible) - Number(one.isVisible) || other.loadedAtMs - one.loadedAtMs,
  );
  if (first) return first.page;
  throw missing('no page of that browser answers', 'Reload it there');
}

async function factsOf(page: Page, signal: AbortSignal) {
  const either = AbortSignal.any([signal, AbortSignal.timeout(ANSWERS_WITHIN_MS)]);
  try {
    const asked = page.evaluate("[document.visibilityState === 'visible', performance.timeOrigin]");
    const [isVisible, loadedAtMs] = (await preempt(asked, either)) as [boolean, number];
    return [{ page, isVisible, loadedAtMs }];
  } catch {
    signal.throwIfAborted();
    return [];
  }
}

function missing(problem: string, remedy: string): ValidationError {
  return new ValidationError(`is 'existing', and ${problem}`, {
    field: 'cdpUsePage',
    remedy: `${remedy}, or use 'new'.`,
  });
}
