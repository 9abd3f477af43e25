import { preempt } from '../../deadline/pre-empt.js';
import type { Logger } from '../../logger.js';
import { evaluateIn } from '../frames/evaluate.js';
import { inPage } from '../frames/in-page.js';
import { checkViewport, type Size } from '../screen.js';
import type { Resident } from './resident.js';

/** A borrowed page is used at the size it has, if that is one the model is tuned for. */
export function borrowedSize(allowUntested: boolean, logger: Logger): Resident {
  return {
    async moveIn({ borrowedPage }, { tab, signal }) {
      if (!borrowedPage) return;
      const frame = await (await tab.sessions()).mainFrame();
      const size = await preempt(evaluateIn(frame, viewportSize), signal);
      checkViewport(size, allowUntested, logger, 'page');
    },
  };
}

/** Self-contained: runs in the page. */
const viewportSize = inPage(function viewportSize(): Size {
  return { width: innerWidth, height: innerHeight };
});
