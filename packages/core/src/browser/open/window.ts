import type { Config } from '../../config.js';
import { ValidationError } from '../../errors/index.js';
import type { BrowserOptions } from '../browser-options.js';

/** With one of these Chromium needs no display for its windows. */
const DRAWS_NOWHERE = /^--(headless|ozone-platform)\b/;

/**
 * Whether the browser runs without a window: as the options say, else the environment, else whether
 * there is a display.
 * @throws ValidationError where a window is asked for and nothing could show it. Chromium itself would
 *   only end, and Playwright say that the browser has been closed.
 */
export function isHeadless(
  choice: Pick<BrowserOptions, 'headless' | 'browserArgs'>,
  config: Config,
): boolean {
  const asked = choice.headless ?? config.headless;
  if (asked !== false || config.hasDisplay) return asked ?? !config.hasDisplay;
  const args = [...config.browserArgs, ...(choice.browserArgs ?? [])];
  if (args.some((arg) => DRAWS_NOWHERE.test(arg))) return false;
  const [field, value] =
    choice.headless === false ? ['headless', false] : ['NOVA_ACT_HEADLESS', '0'];
  throw new ValidationError('asks for a window, but this machine has no display', {
    field,
    value,
    remedy: 'Leave it out or turn it on, or set DISPLAY (for instance with xvfb-run).',
  });
}
