import type { Config } from '../config.js';
import { type Clock, systemClock } from '../deadline/clock.js';
import type { Logger } from '../logger.js';
import type { Actuator } from './actuator.js';
import { Boundary } from './boundary/boundary.js';
import { BrowserHand } from './browser-hand.js';
import type { BrowserOptions } from './browser-options.js';
import { SessionKeeper } from './browser-session/session-keeper.js';
import type { DownloadView } from './download-options.js';
import { Downloads } from './downloads/downloads.js';
import { type HiddenText, masksOf } from './masks/mask-rules.js';
import { PageProblems } from './problems/page-problems.js';
import { PlaywrightTrace } from './recorder/playwright-trace.js';
import { residentsOf } from './residents/residents-of.js';
import { viewportOf } from './screen.js';
import { defaultDialogAnswer } from './tabs/dialogs.js';
import { checkBrowserOptions } from './validate-browser-options.js';

/** What a session has to do with its hand besides. */
export interface ActuatorHooks {
  readonly onDownload?: ((download: DownloadView) => void) | undefined;
  /** Values of secrets that a page may show, as they are known at the moment. */
  readonly hiddenTexts?: (() => HiddenText[]) | undefined;
}

/**
 * The hand that works a Chromium through Playwright. Nothing is opened before `start`.
 * @throws ValidationError for options that contradict each other or cannot be used
 */
export function createPlaywrightActuator(
  options: BrowserOptions,
  config: Config,
  logger: Logger,
  clock: Clock = systemClock,
  { onDownload = () => {}, hiddenTexts }: ActuatorHooks = {},
): Actuator {
  checkBrowserOptions(options);
  const viewport = viewportOf(options.page ? undefined : options.screen, logger);
  const boundary = new Boundary(options.security ?? {});
  const { browserSession } = options;
  const saved = browserSession && new SessionKeeper(browserSession, logger, clock);
  const downloads = new Downloads(options.downloadsDirectory, onDownload);
  const masks = masksOf(options.mask, hiddenTexts);
  const problems = new PageProblems(() => clock.now());
  const recorder = options.playwrightTrace ? new PlaywrightTrace(logger) : undefined;
  return new BrowserHand({
    options,
    config,
    logger,
    clock,
    viewport,
    dialogPolicy: options.onDialog?.bind(options) ?? defaultDialogAnswer,
    boundary,
    saved,
    downloads,
    masks,
    problems,
    recorder,
    residents: [
      ...residentsOf(options, { boundary, downloads, problems, logger, masks, saved }),
      ...(recorder ? [recorder.resident] : []),
    ],
  });
}
