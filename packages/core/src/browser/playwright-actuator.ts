import type { Config } from '../config.js';
import type { Logger } from '../logger.js';
import type { Actuator } from './actuator.js';
import { BrowserHand } from './browser-hand.js';
import type { BrowserOptions } from './browser-options.js';
import { viewportOf } from './screen.js';
import { defaultDialogAnswer } from './tabs/dialogs.js';
import { checkBrowserOptions } from './validate-browser-options.js';

/**
 * The hand that works a Chromium through Playwright. Nothing is opened before `start`.
 * @throws ValidationError for options that contradict each other or cannot be used
 */
export function createPlaywrightActuator(
  options: BrowserOptions,
  config: Config,
  logger: Logger,
): Actuator {
  checkBrowserOptions(options);
  const viewport = viewportOf(options.page ? undefined : options.screen, logger);
  return new BrowserHand({
    options,
    config,
    logger,
    viewport,
    dialogPolicy: options.onDialog?.bind(options) ?? defaultDialogAnswer,
  });
}
